import { z } from 'zod';

const fact = <T extends string, S extends z.ZodRawShape>(kind: T, shape: S) =>
  z.strictObject({
    kind: z.literal(kind),
    /** Instant of the event, ISO 8601 in UTC with milliseconds. */
    at: z.string(),
    /** Id of the conversation. */
    talk: z.string(),
    /** Version of the event in its stream. */
    version: z.int(),
    ...shape,
  });

/**
 * What the figures of the desk are made of. Nothing personal stands in them, so that they outlive the talks they were
 * taken from: where words count, a fact says only where they are.
 */
export const DeskFact = z.discriminatedUnion('kind', [
  /** ConversationStarted. */
  fact('arrived', {}),
  /** QuestionAsked: where a person would leave; a slot or a stage. */
  fact('asked', { question: z.string() }),
  /** QuestionUnanswered; its words stand in the event alone. */
  fact('unanswered', {}),
  /** HandoffRequested. */
  fact('waiting', {}),
  /** HandoffCancelled: nobody is waited for any more. */
  fact('gave-up', {}),
  /** HandoffAccepted. */
  fact('accepted', {}),
  /** MediatorSaid. */
  fact('said', {}),
  /** CaseOpened, with the negotiation type. */
  fact('filed', { case: z.string(), type: z.string() }),
  /** CaseStatusChanged to closed. `filedAt`: when it was filed; null where it was closed before. */
  fact('closed', { case: z.string(), outcome: z.string().nullable(), filedAt: z.string().nullable() }),
  /** RatingGiven. */
  fact('rated', { rating: z.int().min(1).max(5) }),
  /** ConversationErased: whoever waited there does so no more. */
  fact('erased', {}),
]);
export type DeskFact = z.infer<typeof DeskFact>;

/** Facts are noted many at a time, each once, in the stream of the day on which they happened. */
export const FactsNoted = z.strictObject({ type: z.literal('FactsNoted'), facts: z.array(DeskFact) });
export type FactsNoted = z.infer<typeof FactsNoted>;

/** Names the event a fact was taken from: no two facts share it. */
export const sourceOf = (fact: DeskFact): string =>
  `${'case' in fact ? fact.case : fact.talk}@${fact.version}`;

/** As they happened; a conversation and its case share the instant of filing, which comes last in it. */
export const inFactOrder = (a: DeskFact, b: DeskFact): number => {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1;
  return Number(a.kind === 'filed') - Number(b.kind === 'filed') || a.version - b.version;
};
