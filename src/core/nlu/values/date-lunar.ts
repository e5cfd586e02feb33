import { addDays } from '../../language/day.ts';
import { FIRST_YEAR } from './date-calendar.ts';
import { FIRST_LUNAR_YEAR, LUNAR_YEARS } from './lunar-years.ts';

interface LunarMonth {
  month: number;
  leap: boolean;
  /** Its first day, YYYY-MM-DD. */
  first: string;
  length: number;
}

const LAST_YEAR = FIRST_LUNAR_YEAR + LUNAR_YEARS.length - 1;
const years = new Map<number, LunarMonth[]>();
let calendar: Intl.DateTimeFormat | undefined;

function lunarDay(day: string): { month: number; leap: boolean; date: number } {
  calendar ??= new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    month: 'numeric',
    day: 'numeric',
  });
  let month = '';
  let date = 0;
  for (const part of calendar.formatToParts(new Date(`${day}T00:00:00Z`))) {
    if (part.type === 'month') month = part.value;
    else if (part.type === 'day') date = Number(part.value);
  }
  return { month: Number.parseInt(month, 10), leap: month.endsWith('bis'), date };
}

/** The months of the lunar year that begins in the given solar year. */
function monthsOf(year: number): LunarMonth[] {
  const known = years.get(year);
  if (known) return known;
  const written = LUNAR_YEARS[year - FIRST_LUNAR_YEAR];
  const months = written === undefined ? computedMonths(year) : writtenMonths(year, written);
  years.set(year, months);
  return months;
}

function writtenMonths(year: number, written: number): LunarMonth[] {
  const leap = (written >> 13) & 15;
  let first = addDays(`${year}-01-01`, written >> 17);
  return Array.from({ length: leap ? 13 : 12 }, (_, at) => {
    const isLeap = leap > 0 && at === leap;
    const month = leap > 0 && at >= leap ? at : at + 1;
    const length = 29 + ((written >> at) & 1);
    const found = { month, leap: isLeap, first, length };
    first = addDays(first, length);
    return found;
  });
}

/** Of the years of the reigns, by the platform's calendar, which now and then is a day off. */
function computedMonths(year: number): LunarMonth[] {
  const months: LunarMonth[] = [];
  // New year falls between 21 January and 20 February.
  let first = `${String(year).padStart(4, '0')}-01-21`;
  for (let at = lunarDay(first); at.month !== 1 || at.date !== 1; at = lunarDay(first))
    first = addDays(first, 1);
  for (;;) {
    const { month, leap } = lunarDay(first);
    if (months.length > 0 && month === 1) break;
    const length = lunarDay(addDays(first, 29)).date === 1 ? 29 : 30;
    months.push({ month, leap, first, length });
    first = addDays(first, length);
  }
  return months;
}

/** The solar day of a lunar date; `date` -1 is the last day of its month. Null where that month has no such day. */
export function solarOfLunar(year: number, month: number, date: number, leap = false): string | null {
  const found = lunarMonth(year, month, leap);
  if (!found || date > found.length || date === 0) return null;
  return addDays(found.first, (date < 0 ? found.length : date) - 1);
}

/** First and last solar day of a lunar month. */
export function lunarMonthDays(year: number, month: number, leap = false): { lo: string; hi: string } | null {
  const found = lunarMonth(year, month, leap);
  return found && { lo: found.first, hi: addDays(found.first, found.length - 1) };
}

function lunarMonth(year: number, month: number, leap: boolean): LunarMonth | null {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  return monthsOf(year).find(one => one.month === month && one.leap === leap) ?? null;
}
