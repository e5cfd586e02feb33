import { z } from 'zod';
import { PERIOD_UNITS, type PeriodUnit } from '../calendar/add-period.ts';
import { Condition } from './condition.ts';
import { Id, Localized } from './localized.ts';
import type { Rule } from './rule.ts';

/** A period of law or procedure that matters in a type, counted from a day that the person told. */
export const Period = z.strictObject({
  id: Id,
  /** What has to be done within it. */
  label: Localized,
  /** The date slot it is counted from; where nothing is known of it there is no deadline. */
  from: Id,
  /** The value of a rule that names its length, `rule.<id>.<value>`. */
  within: z.string().regex(/^rule\.[a-z0-9-]+\.[a-z0-9-]+$/, 'a period is written rule.<id>.<value>'),
  when: Condition.optional(),
});
export type Period = z.infer<typeof Period>;

/** The length that `within` names; null where there is no such value, or where it is none of time in whole days. */
export function lengthOf(
  { within }: Period,
  rules: ReadonlyMap<string, Rule>,
): { count: number; unit: PeriodUnit } | null {
  const [, id = '', name = ''] = within.split('.');
  const value = rules.get(id)?.values[name];
  if (!value || !('unit' in value) || !Number.isInteger(value.count)) return null;
  const unit = PERIOD_UNITS.find(one => one === value.unit);
  return unit ? { count: value.count, unit } : null;
}
