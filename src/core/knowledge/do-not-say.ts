import { z } from 'zod';
import { Id, Localized, LocalizedList } from './localized.ts';

/**
 * A claim that goes round and is wrong or harmful. The checker reads every text of the bot's, as a person would see it,
 * against `patterns` (regular expressions over normalised text); `caught` and `fine` prove that the patterns see the
 * claim and nothing beside it.
 */
export const DoNotSay = z.strictObject({
  id: Id,
  claim: Localized,
  /** Why it is wrong or unsafe, for whoever wrote it. */
  why: z.string().trim().min(1),
  patterns: LocalizedList,
  caught: LocalizedList,
  fine: LocalizedList,
});
export type DoNotSay = z.infer<typeof DoNotSay>;
