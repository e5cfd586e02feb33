import type { ConversationEvent, Mediator } from '../../src/core/conversation/events.ts';
import type { StoredEvent } from '../../src/stores/store.ts';

export interface TalkFault {
  /** `bot-over-mediator`: the bot spoke of itself while a mediator was there. `two-mediators`: one acted who was not there. */
  kind: 'bot-over-mediator' | 'two-mediators' | 'transition' | 'timer';
  what: string;
}

/** What is wrong with a talk, told event by event, that must hold of any. */
export function talkFaults(events: readonly StoredEvent<ConversationEvent>[]): TalkFault[] {
  const faults: TalkFault[] = [];
  let present: Mediator | null = null;
  let waiting: string | null = null;
  let isShared = false;
  const told = new Set<string>();
  const check = (holds: boolean, kind: TalkFault['kind'], { event, version, cause }: StoredEvent): void => {
    if (!holds) faults.push({ kind, what: `${event.type} at ${version}, because of ${cause}` });
  };
  for (const [at, stored] of events.entries()) {
    const { event, version, cause } = stored;
    check(version === at + 1, 'transition', stored);
    switch (event.type) {
      case 'BotReplied':
        // Only what the mediator who is there had it say, or the goodbye at which they leave.
        if (present) check(cause.startsWith(`order:${present.id}:`), 'bot-over-mediator', stored);
        break;
      case 'HandoffRequested':
        check(!present && waiting === null, 'transition', stored);
        [waiting, isShared] = [event.request, true];
        break;
      case 'ConsentGiven':
        isShared = true;
        break;
      case 'HandoffCancelled':
        check(waiting !== null, 'transition', stored);
        waiting = null;
        break;
      case 'HandoffUnanswered':
        check(waiting === event.request && !told.has(event.request), 'timer', stored);
        told.add(event.request);
        break;
      case 'HandoffAccepted':
        check(isShared && present?.id !== event.mediator.id, 'transition', stored);
        [present, waiting] = [event.mediator, null];
        break;
      case 'HandoffEnded':
      case 'MediatorSaid':
      case 'SlotRequested':
      case 'FileRequested':
        check(present?.id === event.mediator.id, 'two-mediators', stored);
        if (event.type === 'HandoffEnded') present = null;
        break;
      default:
    }
  }
  return faults;
}

/** The requests that still wait, and whose person was not told that nobody has come. */
export function untoldRequests(events: readonly StoredEvent<ConversationEvent>[]): string[] {
  let waiting: string | null = null;
  for (const { event } of events) {
    if (event.type === 'HandoffRequested') waiting = event.request;
    else if (event.type === 'HandoffUnanswered' && event.request === waiting) waiting = null;
    else if (event.type === 'HandoffCancelled' || event.type === 'HandoffAccepted') waiting = null;
  }
  return waiting === null ? [] : [waiting];
}
