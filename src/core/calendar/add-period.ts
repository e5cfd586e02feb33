import { addDays, daysBetween } from '../language/day.ts';
import type { Calendar } from './calendar.ts';
import { addWorkingDays, type Counted } from './working-days.ts';

/** What periods of law and procedure are counted in. */
export const PERIOD_UNITS = ['day', 'working-day', 'month', 'year'] as const;
export type PeriodUnit = (typeof PERIOD_UNITS)[number];

/**
 * The last day of a period that begins with an event on a day. That day is not counted; a period of months or years
 * ends on the day of the same number, or on the last of its month where there is none (《民法典》第二百零一条、第二百零二条).
 * @param count a whole number of units, 0 or more
 */
export function addPeriod(calendar: Calendar, from: string, count: number, unit: PeriodUnit): Counted {
  const plain = (day: string): Counted => ({ day, skipped: [], isProvisional: false });
  switch (unit) {
    case 'working-day':
      return addWorkingDays(calendar, from, count);
    case 'day':
      return plain(addDays(from, count));
    case 'month':
      return plain(addMonths(from, count));
    case 'year':
      return plain(addMonths(from, 12 * count));
  }
}

function addMonths(day: string, count: number): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count;
  const first = (months: number): string =>
    `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`;
  const length = daysBetween(first(months), first(months + 1));
  return addDays(first(months), Math.min(Number(day.slice(8, 10)), length) - 1);
}
