import type { SlotValue } from '../../knowledge/value.ts';
import type { Basis, Button, ConversationEvent, Phrasing } from '../events.ts';
import type { Conversation } from '../state.ts';

export interface ReportedValue {
  slot: string;
  /** Null for a withdrawn or rejected value; of a proposed one the first candidate. */
  value: SlotValue | null;
  status: 'proposed' | 'filled' | 'rejected' | 'withdrawn';
  words: string;
}

/** What one turn did, for the terminal, for transcripts and for whoever drives Parley from a script. */
export interface TurnReport {
  replies: {
    act: string;
    slot?: string;
    text: string;
    /** The words are a language model's. */
    generated?: true;
    phrasing?: Phrasing;
    buttons?: Button[];
    basis?: Basis[];
  }[];
  /** The summary for the mediator, where a model was asked to reword it. */
  summary?: { text: string; phrasing: Phrasing };
  values: ReportedValue[];
  type: string | null;
  asking: string | null;
  case: string | null;
  handoff: Conversation['handoff']['state'];
  faq?: string;
}

/**
 * @param events the events of the turn
 * @param state the conversation after them
 * @param isExplained whether it also tells how texts came by their words
 */
export function turnReport(
  events: ConversationEvent[],
  state: Conversation,
  isExplained = false,
): TurnReport {
  const replies = events.flatMap(event => (event.type === 'BotReplied' ? event.replies : []));
  const phrased = events.find(event => event.type === 'SummaryPhrased');
  const faq = events.findLast(event => event.type === 'QuestionAnswered')?.faq;
  return {
    replies: replies.map(({ act, slot, text, phrasing, buttons, basis }) => ({
      act,
      ...(slot === undefined ? {} : { slot }),
      text,
      ...(phrasing?.veto === null ? { generated: true } : {}),
      ...(isExplained && phrasing ? { phrasing } : {}),
      ...(buttons && buttons.length > 0 ? { buttons } : {}),
      ...(basis ? { basis } : {}),
    })),
    ...(isExplained && phrased ? { summary: { text: phrased.text, phrasing: phrased.phrasing } } : {}),
    values: events.map(reportedValue).filter(value => value !== null),
    type: state.negotiation,
    asking: state.asking,
    case: state.filed.at(-1)?.number ?? null,
    handoff: state.handoff.state,
    ...(faq === undefined ? {} : { faq }),
  };
}

function reportedValue(event: ConversationEvent): ReportedValue | null {
  switch (event.type) {
    case 'SlotFilled':
      return { slot: event.slot, value: event.value, status: 'filled', words: event.from.words };
    case 'SlotProposed':
      return {
        slot: event.slot,
        value: event.candidates[0] ?? null,
        status: 'proposed',
        words: event.from.words,
      };
    case 'SlotRejected':
      return { slot: event.slot, value: null, status: 'rejected', words: event.from.words };
    case 'SlotWithdrawn':
      return { slot: event.slot, value: null, status: 'withdrawn', words: '' };
    default:
      return null;
  }
}
