import { z } from 'zod';

const fact = <T extends string, S extends z.ZodRawShape>(kind: T, shape: S) =>
  z.strictObject({ kind: z.literal(kind), at: z.string(), talk: z.string(), ...shape });

/**
 * What the numbers of the desk are made of, without anything personal. `talk` is the conversation's id, `at` an instant
 * in ISO 8601 in UTC with milliseconds.
 */
export const DeskFact = z.discriminatedUnion('kind', [
  /** ConversationStarted. */
  fact('arrived', {}),
  /** QuestionAsked about a slot: the question a person would leave at. */
  fact('slot-asked', { slot: z.string() }),
  /** QuestionUnanswered; `question` as there, without personal data. */
  fact('unanswered-question', { question: z.string() }),
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
  /** CaseStatusChanged to closed; `outcome` is a word of a closed list, null where none was given. */
  fact('closed', { case: z.string(), outcome: z.string().nullable() }),
  /** RatingGiven. */
  fact('rated', { rating: z.int().min(1).max(5) }),
]);
export type DeskFact = z.infer<typeof DeskFact>;
