const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A length of time in the one unit in which it is said. Clocks may differ: what has not begun yet has just begun. */
export function lengthOf(milliseconds: number): {
  count: number;
  unit: 'moment' | 'minutes' | 'hours' | 'days';
} {
  if (milliseconds < MINUTE) return { count: 0, unit: 'moment' };
  if (milliseconds < HOUR) return { count: Math.floor(milliseconds / MINUTE), unit: 'minutes' };
  if (milliseconds < DAY) return { count: Math.floor(milliseconds / HOUR), unit: 'hours' };
  return { count: Math.floor(milliseconds / DAY), unit: 'days' };
}
