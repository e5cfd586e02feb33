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
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

export const Condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ type: z.array(Id).min(1) }),
    z.strictObject({ slot: Id, is: z.array(z.string()).min(1) }),
    z.strictObject({ slot: Id, known: z.boolean() }),
    z.strictObject({ slot: Id, withinDays: z.int().positive() }),
    z.strictObject({ all: z.array(Condition).min(1) }),
    z.strictObject({ any: z.array(Condition).min(1) }),
    z.strictObject({ not: Condition }),
  ]),
);
