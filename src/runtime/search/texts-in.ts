import type { TextPlace } from '../../console/search.ts';
import type { StoredEvent, StreamEvent } from '../../stores/store.ts';

/** A text by which a conversation can be found. */
export interface FoundText {
  place: TextPlace;
  text: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
}

/** What people and mediators said and wrote, and what is known of the case; never what the bot says to everybody. */
export const textsIn = (events: readonly StoredEvent[]): FoundText[] =>
  events.flatMap(({ at, event }) => textsOf(event).map(([place, text]) => ({ place, text, at })));

function textsOf(event: StreamEvent): [TextPlace, string][] {
  switch (event.type) {
    case 'UserSaid':
      return [['person', event.text]];
    case 'MediatorSaid':
      return [['mediator', event.text]];
    case 'FileRequested':
      return [['mediator', event.what]];
    case 'ContactLeft':
      return [['contact', event.contact]];
    case 'EvidenceStored':
      return [['file', event.evidence.name]];
    case 'CaseFiled':
      return [['case', event.number]];
    case 'NoteAdded':
      return [['note', event.text]];
    case 'CaseOpened': {
      const { negotiation, slots } = event.file;
      return [
        ['case', negotiation.label],
        ...slots.map(({ label, shown }): [TextPlace, string] => ['case', `${label} ${shown}`]),
      ];
    }
    case 'FactAdded':
      return [['case', `${event.fact.label} ${event.fact.shown}`]];
    case 'CaseStatusChanged':
    case 'DeadlinePaused':
      return [['note', event.reason]];
    default:
      return [];
  }
}

/** Types of events with such texts. */
export const WITH_TEXT: ReadonlySet<string> = new Set<StreamEvent['type']>([
  'UserSaid',
  'MediatorSaid',
  'FileRequested',
  'ContactLeft',
  'EvidenceStored',
  'CaseFiled',
  'NoteAdded',
  'CaseOpened',
  'FactAdded',
  'CaseStatusChanged',
  'DeadlinePaused',
]);
