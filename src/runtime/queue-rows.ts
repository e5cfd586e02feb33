import type { CaseEvent } from '../core/case/events.ts';
import { caseOf } from '../core/case/evolve.ts';
import { conversationOf } from '../core/conversation/evolve.ts';
import type { QueueRow } from '../stores/ledger.ts';
import type { StoredEvent } from '../stores/store.ts';
import { conversationEvents } from './loaded-conversations.ts';

/** The queue of all cases, by their status. */
export const CASES = 'case';
/** The queue of the conversations in which a person was ever asked for, by who speaks (`Conversation.handoff`). */
export const HANDOFFS = 'handoff';
/** The status of a conversation in which somebody waits for a person. */
export const WAITING = 'requested';

/** The row of a case; null where there is none, or none any more. */
export function caseRow(stream: string, events: StoredEvent[]): QueueRow | null {
  const { file, status, mediator } = caseOf(events.map(stored => stored.event as CaseEvent));
  const last = events.at(-1);
  if (!file || !last) return null;
  return {
    stream,
    queue: CASES,
    version: last.version,
    status,
    type: file.negotiation.id,
    mediator,
    deadline: file.answerBy,
    since: file.filedAt,
  };
}

/** The row of a conversation; null where nobody ever asked for a person in it. */
export function conversationRow(stream: string, events: StoredEvent[]): QueueRow | null {
  const asked = events.findLast(stored => stored.event.type === 'HandoffRequested');
  const last = events.at(-1);
  if (!asked || !last) return null;
  const { handoff, negotiation } = conversationOf(conversationEvents(events));
  return {
    stream,
    queue: HANDOFFS,
    version: last.version,
    status: handoff,
    type: negotiation,
    mediator: null,
    deadline: null,
    since: asked.at,
  };
}
