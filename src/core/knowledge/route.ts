import { z } from 'zod';
import { Condition } from './condition.ts';
import { Id, Localized } from './localized.ts';

const Step = z.strictObject({
  /** The authority whose number or office this step names, if one does. */
  authority: Id.optional(),
  text: Localized,
});

/** One row of the decision table: the first row in file order whose `when` holds is taken. */
export const Route = z.strictObject({
  id: Id,
  problem: Localized,
  when: Condition,
  first: z.array(Step).min(1),
  then: z.array(Step),
  notes: z.array(Localized),
  /** Fact ids (`authority.<id>` or `rule.<id>`) on which the row stands. */
  facts: z.array(z.string()).min(1),
});
export type Route = z.infer<typeof Route>;
