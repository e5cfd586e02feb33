import { z } from 'zod';
import { Id } from './localized.ts';

/**
 * The closed language in which knowledge says when something applies. It is data, so that a checker can decide
 * whether a condition can ever be met.
 */
export type Condition =
  | { type: string[] }
  | { slot: string; is: string[] }
  | { slot: string; known: boolean }
  | { slot: string; withinDays: number }
  /** It is a sum in yuan that is surely so large. */
  | { slot: string; atLeastYuan: number }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

/** What a condition says of single slots. */
export type SlotCondition = Extract<Condition, { slot: string }>;

/** Every statement about a slot that a condition is made of, in reading order. */
export function slotConditions(condition: Condition): SlotCondition[] {
  if ('all' in condition) return condition.all.flatMap(slotConditions);
  if ('any' in condition) return condition.any.flatMap(slotConditions);
  if ('not' in condition) return slotConditions(condition.not);
  return 'type' in condition ? [] : [condition];
}

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.array(Id).min(1) }),
    z.strictObject({ slot: Id, is: z.array(z.string()).min(1) }),
    z.strictObject({ slot: Id, known: z.boolean() }),
    z.strictObject({ slot: Id, withinDays: z.int().positive() }),
    z.strictObject({ slot: Id, atLeastYuan: z.int().positive() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);
