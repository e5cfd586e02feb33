import { LRUCache } from 'lru-cache';
import type { Pressing } from '../../console/deadlines.ts';
import type { InboxRow } from '../../console/desk.ts';
import type { Case } from '../../core/case/evolve.ts';
import { awaitedDeadlines } from '../../core/case/nearest-deadline.ts';
import type { ConversationEvent } from '../../core/conversation/events.ts';
import type { Conversation } from '../../core/conversation/state.ts';
import type { Desk } from '../../core/desk/evolve.ts';
import type { Standing } from '../../core/desk/standing.ts';
import { draftSheet } from '../../core/dialogue/draft-sheet.ts';
import { dayIn } from '../../core/language/day.ts';
import type { QueueRow } from '../../stores/ledger.ts';
import type { StoredEvent } from '../../stores/store.ts';
import { CONVERSATION, conversationStream } from '../streams.ts';
import { loadDesk } from './load-desk.ts';
import { casesOf, type DeskReader, findShared, offerIn, type Shared } from './read-desk.ts';

/** What a line of the inbox is made from: it changes only when the row of its conversation is written anew. */
export interface RowSource {
  about: string;
  handoff: Conversation['handoff'];
  safety: Conversation['safety'];
  cases: Case[];
  /** Of whoever waits. */
  desk: Desk | null;
}

interface Known {
  version: number;
  source: Promise<RowSource | null>;
}

export interface RowReader extends DeskReader {
  /**
   * What lines were made from lately, by the stream of their conversation, and the version of its row. A promise, so
   * that many consoles that ask at once have it read once, and nothing is kept again that was erased meanwhile.
   */
  sources: LRUCache<string, Known>;
}

/** So many lines of the inbox are kept ready: more than all who work here have open at once. */
const SOURCES = 2_000;

/** Keeps what lines were made from, but nothing of what is erased. */
export function rowReader(parts: DeskReader): RowReader {
  const sources = new LRUCache<string, Known>({ max: SOURCES });
  parts.store.watch(notice => {
    if (notice === null) sources.clear();
    else if ('erased' in notice) sources.delete(conversationStream(notice.erased));
  });
  return { ...parts, sources };
}

/** Characters of a line that says what a conversation is about. */
const ABOUT = 60;

/** @param read what its conversation holds, where that was just read */
export async function rowOf(reader: RowReader, row: QueueRow, read?: Shared): Promise<InboxRow | null> {
  const { clock, sources } = reader;
  let known = sources.get(row.stream);
  if (known?.version !== row.version) {
    known = { version: row.version, source: sourceOf(reader, row, read) };
    sources.set(row.stream, known);
    known.source.catch(() => sources.delete(row.stream));
  }
  const source = await known.source;
  if (!source) return null;
  const { about, handoff, safety, cases, desk } = source;
  return {
    conversation: row.stream.slice(CONVERSATION.length),
    standing: row.status as Standing,
    ...{ type: row.type, mediator: row.mediator, deadline: row.deadline, since: row.since },
    ...{ about, safety, handoff: handoff.state, pressing: pressingOf(reader, cases) },
    cases: cases.flatMap(({ file, status }) => (file ? [{ number: file.number, status }] : [])),
    offer: desk && offerIn(desk, handoff, clock.now()),
  };
}

async function sourceOf(
  { store, knowledge, clock }: DeskReader,
  { stream }: QueueRow,
  read: Shared | undefined,
): Promise<RowSource | null> {
  const conversation = stream.slice(CONVERSATION.length);
  const shared = read ?? (await findShared(store, conversation));
  if (!shared) return null;
  const { state, events } = shared;
  const { handoff, safety } = state;
  const cases = (await casesOf(store, state)).map(one => one.state);
  const words = draftSheet(events, knowledge, clock.now())?.sheet.ownWords[0]?.text;
  const desk = handoff.state === 'requested' ? (await loadDesk(store, conversation)).state : null;
  return { handoff, safety, desk, cases, about: aboutOf(cases, words, events) };
}

/** As pressing as its most pressing deadline. */
function pressingOf({ calendar, clock }: DeskReader, cases: Case[]): Pressing | null {
  const awaited = cases.flatMap(state =>
    awaitedDeadlines(state, calendar, dayIn(state.file?.zone ?? 'UTC', clock.now())),
  );
  if (awaited.length === 0) return null;
  if (awaited.some(one => one.state === 'breached')) return 'breached';
  return awaited.some(one => one.isNear) ? 'near' : 'calm';
}

/** In the person's own words: of what was filed last, of what is being told, or the first they said. */
function aboutOf(cases: Case[], draft: string | undefined, events: StoredEvent<ConversationEvent>[]): string {
  const filed = cases.at(-1)?.file?.sheet.ownWords[0]?.text;
  const said = events.flatMap(({ event }) =>
    event.type === 'UserSaid' && event.text ? [event.text] : [],
  )[0];
  const about = (filed ?? draft ?? said ?? '').replaceAll(/\s+/gu, ' ').trim();
  return about.length > ABOUT ? `${about.slice(0, ABOUT)}…` : about;
}
