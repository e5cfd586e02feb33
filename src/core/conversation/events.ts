import { z } from 'zod';
import { Language } from '../knowledge/localized.ts';
import { SAFETY_KINDS } from '../knowledge/lexicon.ts';
import { SlotValue } from '../knowledge/value.ts';

/** The words a value came from: `text.slice(start, end)` of message `message`, found by `rule`. */
export const Provenance = z.strictObject({
  message: z.string(),
  start: z.int(),
  end: z.int(),
  words: z.string(),
  rule: z.string(),
  certainty: z.enum(['stated', 'assumed']),
});
export type Provenance = z.infer<typeof Provenance>;

/** A file whose bytes lie untouched in the evidence store under their hash. */
export const Evidence = z.strictObject({
  id: z.string(),
  sha256: z.string(),
  name: z.string(),
  /** MIME type told by the content, not by the name. */
  mime: z.string(),
  /** Bytes. */
  size: z.int(),
});
export type Evidence = z.infer<typeof Evidence>;

export const REFUSALS = ['empty', 'too-large', 'too-many', 'wrong-type', 'broken', 'not-saved'] as const;
/** A file that was not taken, and why. */
export const Refusal = z.strictObject({ name: z.string(), reason: z.enum(REFUSALS) });
export type Refusal = z.infer<typeof Refusal>;

export const Button = z.strictObject({ label: z.string(), value: z.string() });
export type Button = z.infer<typeof Button>;

/** A line of the summary: what is known of one slot, or that it is missing. */
export const SummaryLine = z.strictObject({
  slot: z.string(),
  label: z.string(),
  value: z.string(),
  state: z.enum(['filled', 'missing']),
});
export type SummaryLine = z.infer<typeof SummaryLine>;
export const ChecklistItem = z.strictObject({
  element: z.string(),
  label: z.string(),
  proves: z.string().optional(),
  how: z.string(),
  level: z.enum(['needed', 'helpful']),
  files: z.int(),
});
export type ChecklistItem = z.infer<typeof ChecklistItem>;

export const Card = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('summary'), title: z.string(), lines: z.array(SummaryLine) }),
  z.strictObject({ kind: z.literal('checklist'), title: z.string(), items: z.array(ChecklistItem) }),
  z.strictObject({ kind: z.literal('case'), title: z.string(), number: z.string() }),
]);
export type Card = z.infer<typeof Card>;

/** A fact that a text stands on, in words: what it says, who says so, as of which day, and how far it can be trusted. */
export const Basis = z.strictObject({
  title: z.string(),
  source: z.string(),
  day: z.string(),
  trust: z.string(),
});
export type Basis = z.infer<typeof Basis>;

/** What came of asking a language model to say a draft in other words. */
export const Phrasing = z.strictObject({
  /** What the rules had written. */
  draft: z.string(),
  model: z.string(),
  /** SHA-256 of the instructions it was given, in hex. */
  prompt: z.string(),
  /** Why the draft stands; null: the model's words are shown. */
  veto: z.string().nullable(),
});
export type Phrasing = z.infer<typeof Phrasing>;

/** One thing the bot says. `act` is what it does; `text` the words that are shown. */
export const Reply = z.strictObject({
  act: z.string(),
  slot: z.string().optional(),
  faq: z.string().optional(),
  text: z.string(),
  /** Why the question is asked; shown smaller below it. */
  why: z.string().optional(),
  /** Shown on request. */
  basis: z.array(Basis).optional(),
  buttons: z.array(Button).optional(),
  card: Card.optional(),
  /** `urgent` stands out: safety and emergency cards. */
  tone: z.enum(['plain', 'urgent']).optional(),
  phrasing: Phrasing.optional(),
});
export type Reply = z.infer<typeof Reply>;

/** Who speaks for the operator: the id of their account, and the name that the person is shown. */
export const Mediator = z.strictObject({ id: z.string(), name: z.string() });
export type Mediator = z.infer<typeof Mediator>;

/** Why somebody is handed over to a person. */
export const HANDOFF_REASONS = ['asked', 'not-understood', 'safety', 'risk'] as const;

export const RATINGS = [1, 2, 3, 4, 5] as const;

const event = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** All that can happen in a conversation. */
export const ConversationEvent = z.discriminatedUnion('type', [
  event('ConversationStarted', {
    language: Language,
    zone: z.string(),
    channel: z.string(),
    tokenHash: z.string(),
  }),
  /** `text` has credentials and identity numbers masked before it is stored; `choice` is the pressed button's value. */
  event('UserSaid', {
    message: z.string(),
    text: z.string(),
    choice: z.string().optional(),
    evidence: z.array(z.string()),
  }),
  event('BotReplied', { message: z.string().nullable(), replies: z.array(Reply) }),

  event('LanguageChosen', { language: Language }),
  event('TypeChosen', { negotiation: z.string(), from: Provenance }),
  /** Read, but not certain: the person is asked which candidate holds. A value that was there before stays. */
  event('SlotProposed', { slot: z.string(), candidates: z.array(SlotValue).min(1), from: Provenance }),
  event('SlotFilled', { slot: z.string(), value: SlotValue, from: Provenance }),
  event('SlotRejected', { slot: z.string(), reason: z.string(), from: Provenance }),
  event('SlotWithdrawn', { slot: z.string() }),
  /** What the next message is expected to answer: a slot id or a stage (see `Asking`). */
  event('QuestionAsked', { about: z.string() }),
  event('NotUnderstood', { about: z.string().nullable() }),
  /** `question` is what was answered, a follow-up written out in full; `message` is set where it was said just so. */
  event('QuestionAnswered', {
    faq: z.string(),
    question: z.string().default(''),
    message: z.string().optional(),
  }),
  /** Nothing known answers it. The question is without personal data, and `nearest` are the answers that were offered. */
  event('QuestionUnanswered', { question: z.string(), nearest: z.array(z.string()) }),
  event('WarningShown', { warning: z.string() }),
  event('SafetyRaised', { kind: z.enum(SAFETY_KINDS) }),

  event('EvidenceStored', { evidence: Evidence }),
  event('EvidenceAttached', {
    evidence: z.string(),
    element: z.string().nullable(),
    certainty: z.enum(['stated', 'assumed']),
  }),
  event('EvidenceRefused', Refusal.shape),
  event('EvidenceFinished', {}),

  event('SummaryConfirmed', {}),
  event('SummaryReopened', {}),
  event('ConsentGiven', { receiver: z.string(), from: Provenance }),
  event('ConsentRefused', {}),
  /** The summary for the mediator in a language model's words, or why it keeps its own. */
  event('SummaryPhrased', { text: z.string(), phrasing: Phrasing }),
  event('CaseFiled', { number: z.string(), answerBy: z.string() }),
  event('IntakePaused', {}),
  event('IntakeResumed', {}),
  event('ConversationRestarted', {}),

  /** Agreed to by the person: `consent` names who may read along from now on, and the words that said so. */
  event('HandoffRequested', {
    /** Unlike any other of the conversation. */
    request: z.string(),
    reason: z.enum(HANDOFF_REASONS),
    consent: z.strictObject({ receiver: z.string(), from: Provenance }),
  }),
  event('HandoffCancelled', {}),
  /** Nobody came in time, and the person was told so; the request stands. */
  event('HandoffUnanswered', { request: z.string() }),
  /** How the person wants to be reached when nobody is there: a telephone number, an address. */
  event('ContactLeft', { contact: z.string(), from: Provenance }),
  /** A mediator joins, or takes over from another. From here on the bot is silent. */
  event('HandoffAccepted', { mediator: Mediator }),
  /** The mediator leaves; the bot goes on, or, where the talk was closed, only when it is spoken to. */
  event('HandoffEnded', { how: z.enum(['returned', 'closed']), mediator: Mediator }),
  event('MediatorSaid', { message: z.string(), mediator: Mediator, text: z.string() }),
  /** The mediator lets the bot ask a question of the form; the answer fills the slot. */
  event('SlotRequested', { slot: z.string(), mediator: Mediator }),
  /** What was answered to a mediator joins the case that was filed before. */
  event('AnswerForwarded', { slot: z.string(), number: z.string() }),
  /** The mediator asks for a document: one of the checklist, or one in the mediator's own words. */
  event('FileRequested', { what: z.string(), element: z.string().nullable(), mediator: Mediator }),
  event('RatingAsked', {}),
  event('RatingGiven', { rating: z.literal(RATINGS) }),

  /** The last of all: from here on nothing is known of the person, and what was stored is destroyed. */
  event('ConversationErased', {}),
]);
export type ConversationEvent = z.infer<typeof ConversationEvent>;
