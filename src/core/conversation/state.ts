import type { Language } from '../knowledge/localized.ts';
import type { SafetyKind } from '../knowledge/lexicon.ts';
import type { SlotValue } from '../knowledge/value.ts';
import type { Evidence, Mediator, Phrasing, Provenance, Reply } from './events.ts';

/** Stages besides slots that a question can be about. */
export const STAGES = [
  'type',
  'evidence',
  'evidence-element',
  'summary',
  'edit',
  'consent',
  'restart',
  'safety',
  'handoff',
  'contact',
] as const;
export type Stage = (typeof STAGES)[number];

export interface SlotFact {
  value: SlotValue;
  from: Provenance;
}

export interface FiledCase {
  number: string;
  /** Day by which an answer was promised, YYYY-MM-DD in the conversation's zone. */
  answerBy: string;
}

export interface AttachedEvidence extends Evidence {
  /** The checklist element it belongs to; null while nobody has said. */
  element: string | null;
}

/** Who speaks with the person, or is waited for. */
export type Handoff =
  | { state: 'bot' }
  | {
      state: 'requested';
      request: string;
      /** Whether the person was told that nobody came in time. */
      isUnanswered: boolean;
    }
  | {
      state: 'mediator';
      mediator: Mediator;
      /** The slot that the mediator had asked, until it is filled. */
      slot: string | null;
      /** The checklist element of the document the mediator asked for last. */
      element: string | null;
    };

/** What a conversation knows. Plain data: it survives JSON and is changed by `evolve` alone. */
export interface Conversation {
  started: boolean;
  tokenHash: string;
  language: Language;
  zone: string;
  channel: string;
  negotiation: string | null;
  slots: Record<string, SlotFact>;
  /** The order in which slots got their present value, latest last: what 「上一步」 goes back to. */
  order: string[];
  proposed: { slot: string; candidates: SlotValue[]; from: Provenance } | null;
  asking: string | null;
  /** How often in a row the present question was not understood. */
  misses: number;
  stored: Record<string, Evidence>;
  /** Files of the intakes before a new start: they count no more, but the transcript shows them. */
  storedBefore: Record<string, Evidence>;
  attached: AttachedEvidence[];
  evidenceFinished: boolean;
  summaryConfirmed: boolean;
  consent: { receiver: string; from: Provenance } | null;
  /** The mediator's summary as a language model was asked to say it; it holds for the very draft it was made of. */
  phrasedSummary: { text: string; phrasing: Phrasing } | null;
  /** The case this intake was filed as; null until then. */
  case: FiledCase | null;
  /** All cases filed in this conversation, latest last. */
  filed: FiledCase[];
  /** Stopped by the person; what was said is kept until they go on or start afresh. */
  paused: boolean;
  warned: string[];
  safety: SafetyKind[];
  handoff: Handoff;
  /** Whom the person has allowed to read along; null while nobody may. */
  sharedWith: string | null;
  /** How the person wants to be reached. */
  contact: string | null;
  /** Whether an opinion of how it went is awaited, or what it was. */
  rating: 'asked' | number | null;
  /** What the bot said last, for 「再说一遍」 and for buttons pressed or typed. */
  lastReplies: Reply[];
  /** The question answered last, which a follow-up (「那12315呢」) goes on from; null once the talk has moved on. */
  topic: { faq: string; question: string; message: string | null; age: number } | null;
}

export const emptyConversation: Conversation = {
  started: false,
  tokenHash: '',
  language: 'zh-CN',
  zone: 'Asia/Shanghai',
  channel: '',
  negotiation: null,
  slots: {},
  order: [],
  proposed: null,
  asking: null,
  misses: 0,
  stored: {},
  storedBefore: {},
  attached: [],
  evidenceFinished: false,
  summaryConfirmed: false,
  consent: null,
  phrasedSummary: null,
  case: null,
  filed: [],
  paused: false,
  warned: [],
  safety: [],
  handoff: { state: 'bot' },
  sharedWith: null,
  contact: null,
  rating: null,
  lastReplies: [],
  topic: null,
};
