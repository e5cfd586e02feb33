import type { CaseEvent } from '../../core/case/events.ts';
import type { DeskFact } from '../../core/desk/facts.ts';
import type { Store, StoredEvent, StreamEvent } from '../../stores/store.ts';
import { CASE, caseStream, CONVERSATION } from '../streams.ts';

/** The types of the events from which facts are taken. */
export const COUNTED: ReadonlySet<string> = new Set<StreamEvent['type']>([
  'ConversationStarted',
  'QuestionAsked',
  'QuestionUnanswered',
  'HandoffRequested',
  'HandoffCancelled',
  'HandoffAccepted',
  'MediatorSaid',
  'CaseOpened',
  'CaseStatusChanged',
  'RatingGiven',
  'ConversationErased',
]);

/** The fact that an event is counted as; null where it is not counted, or its case is erased. */
export async function factIn(stored: StoredEvent, store: Store): Promise<DeskFact | null> {
  const { stream, version, at, event } = stored;
  if (event.type === 'CaseOpened') {
    const { conversation: talk, number, negotiation } = event.file;
    return { kind: 'filed', at, talk, version, case: number, type: negotiation.id };
  }
  if (event.type === 'CaseStatusChanged') return event.status === 'closed' ? closedIn(stored, store) : null;
  const from = { at, talk: stream.slice(CONVERSATION.length), version };
  switch (event.type) {
    case 'ConversationStarted':
      return { kind: 'arrived', ...from };
    case 'QuestionAsked':
      return { kind: 'asked', ...from, question: event.about };
    case 'QuestionUnanswered':
      return { kind: 'unanswered', ...from };
    case 'HandoffRequested':
      return { kind: 'waiting', ...from };
    case 'HandoffCancelled':
      return { kind: 'gave-up', ...from };
    case 'HandoffAccepted':
      return { kind: 'accepted', ...from };
    case 'MediatorSaid':
      return { kind: 'said', ...from };
    case 'RatingGiven':
      return { kind: 'rated', ...from, rating: event.rating };
    case 'ConversationErased':
      return { kind: 'erased', ...from };
    default:
      return null;
  }
}

/** How long a case took is told by all that happened to it before. */
async function closedIn({ stream, version, at, event }: StoredEvent, store: Store): Promise<DeskFact | null> {
  const number = stream.slice(CASE.length);
  const before = (await store.read(caseStream(number)))
    .filter(one => one.version < version)
    .map(one => one.event as CaseEvent);
  const file = before.find(one => one.type === 'CaseOpened')?.file;
  if (!file || event.type !== 'CaseStatusChanged') return null;
  const wasClosed = before.some(one => one.type === 'CaseStatusChanged' && one.status === 'closed');
  return {
    kind: 'closed',
    ...{ at, talk: file.conversation, version, case: number },
    outcome: event.outcome ?? null,
    filedAt: wasClosed ? null : file.filedAt,
  };
}

/** The facts that events are counted as, in their order. */
export async function factsIn(events: readonly StoredEvent[], store: Store): Promise<DeskFact[]> {
  const facts: DeskFact[] = [];
  for (const stored of events) {
    const fact = COUNTED.has(stored.event.type) ? await factIn(stored, store) : null;
    if (fact) facts.push(fact);
  }
  return facts;
}
