import type { Third } from '../../language/zh-CN/dates.ts';
import type { DateValue } from '../../knowledge/value.ts';
import { addDays, weekdayOf } from '../../language/day.ts';

/** A stretch of time as read, before zone and reference are added. Fields as in `DateValue`. */
export type Stretch = Pick<DateValue, 'lo' | 'hi' | 'grain' | 'calendar' | 'approx' | 'open'>;

/** 贞观 began then; nothing earlier is read. */
export const FIRST_YEAR = 600;

const pad = (number: number, length = 2): string => String(number).padStart(length, '0');

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 && ((year % 4 === 0 && year % 100 !== 0) || year % 400 === 0) ? 29 : (LENGTHS[month - 1] ?? 0);

/** YYYY-MM-DD; null for a day that no calendar has: 2月30日, 13月. */
export function dayOf(year: number, month: number, day: number): string | null {
  if (year < FIRST_YEAR || year > 2199 || day < 1 || day > lengthOfMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

export const yearOf = (day: string): number => Number(day.slice(0, 4));
export const monthOf = (day: string): number => Number(day.slice(5, 7));
export const dateOf = (day: string): number => Number(day.slice(8, 10));

/** The same date `count` months on; a month that is too short gives its last day. */
export function addMonths(day: string, count: number): string {
  const months = yearOf(day) * 12 + monthOf(day) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  return `${pad(year, 4)}-${pad(month)}-${pad(Math.min(dateOf(day), lengthOfMonth(year, month)))}`;
}

export const oneDay = (day: string, more: Partial<Stretch> = {}): Stretch => ({
  lo: day,
  hi: day,
  grain: 'day',
  calendar: 'solar',
  approx: false,
  ...more,
});

/** Whole months from `first` to `last` (1–12) of a year; null outside the years that are read. */
export function months(year: number, first: number, last: number, grain: Stretch['grain']): Stretch | null {
  const lo = dayOf(year, first, 1);
  const hi = dayOf(year, last, lengthOfMonth(year, last));
  return lo && hi && first <= last ? { lo, hi, grain, calendar: 'solar', approx: false } : null;
}

/** 上旬 1–10, 中旬 11–20, 下旬 from the 21st to the end of the month; 中下旬 both of the last. */
export function third(year: number, month: number, which: Third): Stretch | null {
  const [first, last] = typeof which === 'number' ? [which, which] : which;
  const lo = dayOf(year, month, first * 10 - 9);
  const hi = dayOf(year, month, last === 3 ? lengthOfMonth(year, month) : last * 10);
  return lo && hi ? { lo, hi, grain: 'third', calendar: 'solar', approx: false } : null;
}

/** Monday to Sunday of the week that lies `offset` weeks from the one of `day`. */
export function week(day: string, offset: number): Stretch {
  const monday = addDays(day, 1 - weekdayOf(day) + offset * 7);
  return { lo: monday, hi: addDays(monday, 6), grain: 'week', calendar: 'solar', approx: false };
}
