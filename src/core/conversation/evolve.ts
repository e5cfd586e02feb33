import type { ConversationEvent } from './events.ts';
import { type Conversation, emptyConversation, type FiledCase, type Handoff } from './state.ts';

const withoutKey = <T>(record: Record<string, T>, key: string): Record<string, T> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

/** A question is followed up within so many messages. */
const TOPIC_LASTS = 3;

const older = (topic: Conversation['topic']): Conversation['topic'] =>
  topic && topic.age < TOPIC_LASTS ? { ...topic, age: topic.age + 1 } : null;

const ASKS_WHETHER_SAFE = new Set(['distress', 'danger']);

/** A changed fact makes a summary that was confirmed, and a consent to hand it over, out of date. */
const reopened = { summaryConfirmed: false, consent: null } satisfies Partial<Conversation>;

/** The only place where a conversation changes. Total: every event type has its case, and an unknown one changes nothing. */
export function evolve(state: Conversation, event: ConversationEvent): Conversation {
  switch (event.type) {
    case 'ConversationStarted': {
      const { language, zone, channel, tokenHash } = event;
      return { ...state, started: true, language, zone, channel, tokenHash };
    }
    case 'UserSaid':
      return { ...state, topic: older(state.topic) };
    case 'BotReplied':
      return { ...state, lastReplies: event.replies };
    case 'LanguageChosen':
      return { ...state, language: event.language };
    case 'TypeChosen':
      return {
        ...state,
        negotiation: event.negotiation,
        // What the other type asked last is no question of this one, though it may have a slot of the same name.
        asking: null,
        proposed: null,
        misses: 0,
        evidenceFinished: false,
        paused: false,
        ...reopened,
      };
    case 'SlotProposed':
      return {
        ...state,
        proposed: { slot: event.slot, candidates: event.candidates, from: event.from },
        ...reopened,
      };
    case 'SlotFilled':
      return {
        ...state,
        slots: { ...state.slots, [event.slot]: { value: event.value, from: event.from } },
        order: [...state.order.filter(slot => slot !== event.slot), event.slot],
        handoff: answered(state.handoff, event.slot),
        proposed: state.proposed?.slot === event.slot ? null : state.proposed,
        misses: 0,
        ...reopened,
      };
    case 'SlotRejected':
      return { ...state, proposed: state.proposed?.slot === event.slot ? null : state.proposed };
    case 'SlotWithdrawn':
      return {
        ...state,
        slots: withoutKey(state.slots, event.slot),
        order: state.order.filter(slot => slot !== event.slot),
        proposed: state.proposed?.slot === event.slot ? null : state.proposed,
        ...reopened,
      };
    case 'QuestionAsked':
      return { ...state, asking: event.about, misses: event.about === state.asking ? state.misses : 0 };
    case 'NotUnderstood':
      return { ...state, misses: state.misses + 1 };
    case 'QuestionAnswered':
      return {
        ...state,
        topic: { faq: event.faq, question: event.question, message: event.message ?? null, age: 0 },
      };
    case 'QuestionUnanswered':
      return state;
    case 'WarningShown':
      return { ...state, warned: [...state.warned, event.warning] };
    case 'SafetyRaised':
      return {
        ...state,
        safety: state.safety.includes(event.kind) ? state.safety : [...state.safety, event.kind],
        // Whoever was just asked whether they are safe answers that next, and not the form.
        asking: ASKS_WHETHER_SAFE.has(event.kind) ? 'safety' : state.asking,
      };
    case 'EvidenceStored':
      return { ...state, stored: { ...state.stored, [event.evidence.id]: event.evidence } };
    case 'EvidenceAttached': {
      const file = state.stored[event.evidence];
      if (!file) return state;
      const others = state.attached.filter(one => one.id !== file.id);
      return { ...state, attached: [...others, { ...file, element: event.element }], ...reopened };
    }
    case 'EvidenceRefused':
      return state;
    case 'EvidenceFinished':
      return { ...state, evidenceFinished: true, misses: 0 };
    case 'SummaryConfirmed':
      return { ...state, summaryConfirmed: true, misses: 0 };
    case 'SummaryReopened':
      return { ...state, ...reopened };
    case 'ConsentGiven':
      return {
        ...state,
        consent: { receiver: event.receiver, from: event.from },
        sharedWith: event.receiver,
      };
    case 'ConsentRefused':
      return { ...state, ...reopened };
    case 'SummaryPhrased':
      return { ...state, phrasedSummary: { text: event.text, phrasing: event.phrasing } };
    case 'CaseFiled':
      return fileCase(state, { number: event.number, answerBy: event.answerBy });
    case 'IntakePaused':
      return { ...state, paused: true, asking: null, misses: 0 };
    case 'IntakeResumed':
      return { ...state, paused: false };
    case 'ConversationRestarted':
      return startedAfresh(state);
    case 'HandoffRequested': {
      const { request, consent } = event;
      const handoff = { state: 'requested', request, isUnanswered: false } as const;
      return { ...state, handoff, sharedWith: consent.receiver, asking: null };
    }
    case 'HandoffCancelled':
      return { ...state, handoff: { state: 'bot' } };
    case 'HandoffUnanswered': {
      const { handoff } = state;
      const isIt = handoff.state === 'requested' && handoff.request === event.request;
      return isIt ? { ...state, handoff: { ...handoff, isUnanswered: true } } : state;
    }
    case 'ContactLeft':
      return { ...state, contact: event.contact, asking: null, misses: 0 };
    case 'HandoffAccepted': {
      const handoff = { state: 'mediator', mediator: event.mediator, slot: null, element: null } as const;
      return { ...state, handoff, asking: null };
    }
    case 'HandoffEnded':
      return { ...state, handoff: { state: 'bot' } };
    case 'MediatorSaid':
      return state;
    case 'SlotRequested':
      return { ...state, handoff: asking(state.handoff, { slot: event.slot }) };
    case 'FileRequested':
      return { ...state, handoff: asking(state.handoff, { element: event.element }) };
    case 'AnswerForwarded':
      return state;
    case 'RatingAsked':
      return { ...state, rating: 'asked' };
    case 'RatingGiven':
      return { ...state, rating: event.rating };
    case 'ConversationErased':
      return emptyConversation;
    default: {
      event satisfies never;
      return state;
    }
  }
}

/** What a mediator has asked for; nothing where none is there. */
const asking = (handoff: Handoff, wanted: { slot: string | null } | { element: string | null }): Handoff =>
  handoff.state === 'mediator' ? { ...handoff, ...wanted } : handoff;

const answered = (handoff: Handoff, slot: string): Handoff =>
  handoff.state === 'mediator' && handoff.slot === slot ? asking(handoff, { slot: null }) : handoff;

/** A new start forgets all but who is talking, in which language, what was filed, and who was asked for. */
function startedAfresh(state: Conversation): Conversation {
  const { started, tokenHash, language, zone, channel, filed, lastReplies } = state;
  const { handoff, sharedWith, contact, rating } = state;
  const storedBefore = { ...state.storedBefore, ...state.stored };
  return {
    ...emptyConversation,
    ...{ started, tokenHash, language, zone, channel, filed, lastReplies, storedBefore },
    ...{ handoff, sharedWith, contact, rating },
  };
}

function fileCase(state: Conversation, filed: FiledCase): Conversation {
  return { ...state, case: filed, filed: [...state.filed, filed], asking: null };
}

/** Folds a conversation from its events. */
export function conversationOf(events: Iterable<ConversationEvent>): Conversation {
  let state = emptyConversation;
  for (const event of events) state = evolve(state, event);
  return state;
}
