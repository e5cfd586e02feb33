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
  const { mediator } = deskOf(desk.map(stored => stored.event as DeskEvent));
  const filed = cases.map(events => caseOf(events.map(stored => stored.event as CaseEvent)));
  const standing = standingOf(state, { mediator, notes: [] }, filed);
  if (standing === null) return null;
  const open = filed.filter(one => one.status !== 'closed').flatMap(one => (one.file ? [one.file] : []));
  const asked = conversation.findLast(stored => stored.event.type === 'HandoffRequested');
  const isAwaited = state.handoff.state !== 'bot';
  return {
    stream,
    queue: DESKS,
    // Grows whichever of the streams does, so that a row made from less never replaces one made from more.
    version: [conversation, desk, ...cases].reduce((sum, events) => sum + (events.at(-1)?.version ?? 0), 0),
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
