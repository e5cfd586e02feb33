import type { CountValue, MoneyValue } from '../knowledge/value.ts';
import type { Interpretation } from '../nlu/interpret.ts';

/** What the times an amount comes are counted in. */
const COUNTED_IN: Partial<Record<NonNullable<MoneyValue['each']>, CountValue['unit']>> = {
  instalment: 'instalments',
  month: 'month',
  year: 'year',
  day: 'day',
  time: 'times',
};

/**
 * What an amount that comes again and again may be where a sum is asked for: all of it together, where it is said how
 * often it comes (每期1200共24期), or the amount itself. The person says which.
 */
export function sumsOf({ each, ...amount }: MoneyValue, { values }: Interpretation): MoneyValue[] {
  if (!each) return [amount];
  const counts = values.flatMap(({ candidates }) =>
    candidates.filter(
      one => one.kind === 'count' && (one.unit === COUNTED_IN[each] || one.unit === 'instalments'),
    ),
  );
  const [count] = counts;
  const times = count?.kind === 'count' && counts.length === 1 && count.lo === count.hi ? count.lo : null;
  if (times === null || amount.lo === null || amount.hi === null) return [amount];
  return [{ ...amount, lo: Math.round(amount.lo * times), hi: Math.round(amount.hi * times) }, amount];
}
