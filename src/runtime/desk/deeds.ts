import type { Deed } from '../../console/desk.ts';
import type { Evidence } from '../../core/conversation/events.ts';
import type { StoredEvent, StreamEvent } from '../../stores/store.ts';

type Part = Pick<Deed, 'by' | 'detail'>;

/**
 * What was done to a conversation, out of the events of all its streams, earliest first.
 * @param files those that were looked at, by id
 */
export function deedsIn(events: StoredEvent[], files: Readonly<Record<string, Evidence>> = {}): Deed[] {
  return events
    .flatMap(({ at, event }) => {
      const part = partOf(event, files);
      return part ? [{ at, what: event.type, ...part }] : [];
    })
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

const deed = (by: string | null, detail: string | null = null): Part => ({ by, detail });

/** What the talk itself shows is no deed. */
function partOf(event: StreamEvent, files: Readonly<Record<string, Evidence>>): Part | null {
  switch (event.type) {
    case 'HandoffRequested':
      return deed(null, event.reason);
    case 'ConversationStarted':
    case 'HandoffCancelled':
    case 'HandoffUnanswered':
    case 'ContactLeft':
    case 'ConsentGiven':
    case 'ConsentRefused':
      return deed(null);
    case 'HandoffAccepted':
      return deed(event.mediator.name);
    case 'HandoffEnded':
      return deed(event.mediator.name, event.how);
    case 'SlotRequested':
      return deed(event.mediator.name, event.slot);
    case 'FileRequested':
      return deed(event.mediator.name, event.what);
    case 'EvidenceStored':
      return deed(null, event.evidence.name);
    case 'SafetyRaised':
      return deed(null, event.kind);
    case 'RatingGiven':
      return deed(null, String(event.rating));
    case 'CaseOpened':
      return deed(null, event.file.number);
    case 'EvidenceAdded':
      return deed(null, event.evidence.name);
    case 'FactAdded':
      return deed(null, event.fact.label);
    case 'CaseStatusChanged':
      return deed(event.by, event.reason === '' ? event.status : `${event.status}: ${event.reason}`);
    case 'DeadlinePaused':
      return deed(event.by, `${event.deadline}: ${event.reason}`);
    case 'DeadlineResumed':
    case 'DeadlineMet':
      return deed(event.by, event.deadline);
    case 'DeadlineWarned':
      return deed(null, `${event.deadline}: ${event.warning}`);
    case 'DeskAssigned':
      return deed(event.by?.name ?? null, event.mediator?.name ?? null);
    case 'DeskOffered':
    case 'OfferLapsed':
      return deed(null, event.mediator.name);
    case 'OfferDeclined':
      return deed(event.mediator.name);
    case 'NoteAdded':
      return deed(event.by.name);
    case 'Looked':
      return deed(
        event.by.name,
        event.file === null ? event.at : `${event.at} ${files[event.file]?.name ?? event.file}`,
      );
    default:
      return null;
  }
}
