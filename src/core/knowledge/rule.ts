import { z } from 'zod';
import { Id, Localized } from './localized.ts';
import { Provenance } from './provenance.ts';

/** A period or amount a law names. It is rendered per language from the unit's phrase. */
export const Quantity = z.strictObject({
  count: z.number().positive(),
  unit: z.enum(['day', 'working-day', 'month', 'year', 'hour', 'yuan', 'times', 'percent']),
});
export type Quantity = z.infer<typeof Quantity>;

/** A legal or procedural fact. `values` are what texts may cite as `{{rule.<id>.<value>}}`. */
export const Rule = z.strictObject({
  id: Id,
  title: Localized,
  text: Localized,
  values: z.record(Id, z.union([Quantity, Localized])).default({}),
  ...Provenance.shape,
});
export type Rule = z.infer<typeof Rule>;
