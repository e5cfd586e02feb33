import type { Calendar } from '../core/calendar/calendar.ts';
import type { CaseEvent } from '../core/case/events.ts';
import { type Case, caseOf } from '../core/case/evolve.ts';
import { awaitedDeadlines } from '../core/case/nearest-deadline.ts';
import { conversationOf } from '../core/conversation/evolve.ts';
import type { DeskEvent } from '../core/desk/events.ts';
import { deskOf } from '../core/desk/evolve.ts';
import { standingOf } from '../core/desk/standing.ts';
import { dayIn } from '../core/language/day.ts';
import type { QueueRow } from '../stores/ledger.ts';
import type { StoredEvent } from '../stores/store.ts';
import { conversationEvents } from './loaded-conversations.ts';

/** The queue of all cases, by their status. */
export const CASES = 'case';
/** The queue of the conversations that staff may see, by where they stand (`Standing`). */
export const DESKS = 'desk';
/**
 * The queue of the conversations in which a mediator was ever asked for or joined, by how it stands just now (`Live`),
 * under the names of their desks' streams. `mediator` is who talks there, or who was asked to.
 */
export const LIVE = 'live';
/** What is over stays: a row taken away could come back, made from less by a slower process. */
export const LIVES = ['urgent', 'waiting', 'talking', 'over'] as const;
export type Live = (typeof LIVES)[number];

/** The row of a case; null where there is none, or none any more. */
export function caseRow(stream: string, events: StoredEvent[], calendar: Calendar): QueueRow | null {
  const state = caseOf(events.map(stored => stored.event as CaseEvent));
  const { file, status, mediator } = state;
  const last = events.at(-1);
  if (!file || !last) return null;
  return {
    stream,
    queue: CASES,
    version: last.version,
    status,
    type: file.negotiation.id,
    mediator,
    deadline: nearestDay(state, last.at, calendar),
    since: file.filedAt,
  };
}

/** The last day of the deadline that has to be seen to next; null without one. */
const nearestDay = (state: Case, at: string, calendar: Calendar): string | null =>
  (state.file && awaitedDeadlines(state, calendar, dayIn(state.file.zone, at))[0]?.due) ?? null;

/** What the row of a conversation is made from. */
export interface DeskStreams {
  conversation: StoredEvent[];
  desk: StoredEvent[];
  /** Of the cases filed in it. */
  cases: StoredEvent[][];
}

/** The row of a conversation; null where its person has allowed nobody to read along, or it is erased. */
export function deskRow(
  stream: string,
  { conversation, desk, cases }: DeskStreams,
  calendar: Calendar,
): QueueRow | null {
  const last = conversation.at(-1);
  if (!last) return null;
  const state = conversationOf(conversationEvents(conversation));
  const { mediator } = deskOfStored(desk);
  const filed = cases.map(events => caseOf(events.map(stored => stored.event as CaseEvent)));
  const standing = standingOf(state, { mediator }, filed);
  if (standing === null) return null;
  const open = filed.filter(one => one.status !== 'closed').flatMap(one => (one.file ? [one.file] : []));
  const asked = conversation.findLast(stored => stored.event.type === 'HandoffRequested');
  const isAwaited = state.handoff.state !== 'bot';
  return {
    stream,
    queue: DESKS,
    version: versionOf({ conversation, desk, cases }),
    status: standing,
    type: state.negotiation,
    mediator: state.handoff.state === 'mediator' ? state.handoff.mediator.id : (mediator?.id ?? null),
    deadline:
      filed
        .flatMap((one, at) => nearestDay(one, cases[at]?.at(-1)?.at ?? last.at, calendar) ?? [])
        .sort()[0] ?? null,
    since: (isAwaited ? asked?.at : open.map(file => file.filedAt).sort()[0]) ?? last.at,
  };
}

/** How a conversation stands just now, out of its row; null where no mediator was ever asked for, and none came. */
export function liveRow(desk: string, row: QueueRow, streams: DeskStreams): QueueRow | null {
  const { handoff } = conversationOf(conversationEvents(streams.conversation));
  const began = streams.conversation.findLast(({ event }) => BEGIN_TALKS.has(event.type));
  if (!began) return null;
  const { wait } = deskOfStored(streams.desk);
  const asked = handoff.state === 'requested' && wait?.request === handoff.request ? wait.offer : null;
  const talks = handoff.state === 'mediator' ? handoff.mediator.id : null;
  const waits: Live = row.status === 'urgent' ? 'urgent' : 'waiting';
  const live: Record<typeof handoff.state, Live> = { bot: 'over', requested: waits, mediator: 'talking' };
  return {
    ...row,
    stream: desk,
    queue: LIVE,
    status: live[handoff.state],
    mediator: talks ?? asked?.mediator.id ?? null,
    deadline: null,
    since: began.at,
  };
}

const BEGIN_TALKS: ReadonlySet<string> = new Set(['HandoffRequested', 'HandoffAccepted']);

const deskOfStored = (desk: StoredEvent[]) => deskOf(desk.map(stored => stored.event as DeskEvent));

/** Grows whichever of the streams does, so that a row made from less never replaces one made from more. */
const versionOf = ({ conversation, desk, cases }: DeskStreams): number =>
  [conversation, desk, ...cases].reduce((sum, events) => sum + (events.at(-1)?.version ?? 0), 0);
