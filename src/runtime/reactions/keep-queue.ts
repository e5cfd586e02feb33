import type { Calendar } from '../../core/calendar/calendar.ts';
import type { CaseEvent } from '../../core/case/events.ts';
import { caseOf } from '../../core/case/evolve.ts';
import { conversationOf } from '../../core/conversation/evolve.ts';
import type { QueueRow } from '../../stores/ledger.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { conversationEvents } from '../loaded-conversations.ts';
import { caseRow, deskRow, type DeskStreams, liveRow } from '../queue-rows.ts';
import { CASE, caseStream, CONVERSATION, conversationStream, DESK, deskStream } from '../streams.ts';
import type { ReactionTools } from './reaction.ts';

/** Keeps the rows that an event can change: of its conversation, and of its case where it is of one. */
export const keepQueue = async (
  { stream }: StoredEvent,
  { store, signals, calendar }: ReactionTools,
): Promise<void> => {
  const conversation = stream.startsWith(CASE)
    ? await writeCaseRow(store, calendar, stream)
    : stream.slice((stream.startsWith(DESK) ? DESK : CONVERSATION).length);
  if (conversation !== null) await writeDeskRow(store, calendar, conversation);
  signals.tell('inbox', null);
};

/** Writes the row of a case anew. Returns its conversation; null where there is no such case, or not any more. */
export async function writeCaseRow(store: Store, calendar: Calendar, stream: string): Promise<string | null> {
  const events = await store.read(stream);
  await write(store, stream, caseRow(stream, events, calendar));
  return caseOf(events.map(stored => stored.event as CaseEvent)).file?.conversation ?? null;
}

/** Writes the rows of a conversation anew. True where it has one that staff may see. */
export async function writeDeskRow(store: Store, calendar: Calendar, conversation: string): Promise<boolean> {
  const stream = conversationStream(conversation);
  const talk = await store.read(stream);
  const { filed } = conversationOf(conversationEvents(talk));
  const desk = deskStream(conversation);
  const streams: DeskStreams = {
    conversation: talk,
    desk: await store.read(desk),
    cases: await Promise.all(filed.map(({ number }) => store.read(caseStream(number)))),
  };
  const row = deskRow(stream, streams, calendar);
  await write(store, stream, row);
  const live = row && liveRow(desk, row, streams);
  if (live || !row) await write(store, desk, live);
  return row !== null;
}

const write = (store: Store, stream: string, row: QueueRow | null): Promise<void> =>
  row ? store.queue.put(row) : store.queue.remove(stream);
