import { z } from 'zod';
import { SAFETY_KINDS } from './lexicon.ts';
import { Id, Localized, LocalizedList } from './localized.ts';

/** A button below an answer. Exactly one of `type`, `faq` and `act` says where it leads. */
export const FaqButton = z.strictObject({
  label: Localized.optional(),
  type: Id.optional(),
  faq: Id.optional(),
  act: z.enum(['human', 'types']).optional(),
});
export type FaqButton = z.infer<typeof FaqButton>;

/** What answers are about, in the order in which a report lists them. */
export const FAQ_GROUPS = [
  'basics',
  'hotlines',
  'negotiating',
  'repayment',
  'overdue',
  'bills',
  'trade',
  'account',
  'agents',
  'about-us',
] as const;

/** `knowledge/faq/<id>.yaml`, one answer. */
export const FaqEntry = z.strictObject({
  id: Id,
  group: z.enum(FAQ_GROUPS),
  /** How people ask it; the first one is its title. */
  questions: LocalizedList,
  /** What must agree before this answer is given: ids from the lexicon's `products`, `hotlines`, `actions` and `asks`. */
  facets: z.strictObject({
    about: z.array(Id).default([]),
    hotline: z.array(Id).default([]),
    action: z.array(Id).default([]),
    ask: z.array(Id).default([]),
  }),
  /** Dangers of which the answer itself warns in full: who only asks about one gets it in place of the warning. */
  warnsOf: z.array(z.enum(SAFETY_KINDS)).default([]),
  /** Two to five short sentences, a line each: the direct answer, what to do, where it ends. */
  answer: Localized,
  /** Asked below the answer where it depends on something; the buttons are what can be said to it. */
  ask: Localized.optional(),
  /** Fact ids (`authority.<id>` or `rule.<id>`) on which the answer stands. */
  facts: z.array(z.string()).min(1),
  buttons: z.array(FaqButton).default([]),
});
export type FaqEntry = z.infer<typeof FaqEntry>;
