import { z } from 'zod';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');

/** Where a fact comes from and how far it can be trusted. Every fact the bot may state carries this. */
export const Provenance = z.strictObject({
  /** The document or announcement, named as a person would cite it; never a web address. */
  source: z.string().trim().min(1),
  /** The day on which the source was read. */
  asOf: Day,
  /** `medium` and `low` are spoken cautiously: 请以官方渠道为准. */
  confidence: z.enum(['high', 'medium', 'low']),
  /** After this day the fact is spoken cautiously whatever its confidence. */
  reviewBy: Day,
});
export type Provenance = z.infer<typeof Provenance>;

/** @param today the day in the conversation's zone, YYYY-MM-DD */
export const isStale = (fact: Provenance, today: string): boolean => fact.reviewBy < today;

/**
 * Whether a fact has to be stated with 「请以官方渠道为准」.
 * @param today the day in the conversation's zone, YYYY-MM-DD
 */
export function needsCaution(fact: Provenance, today: string): boolean {
  return fact.confidence !== 'high' || isStale(fact, today);
}
