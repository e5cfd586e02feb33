import { addDays, daysBetween } from '../language/day.ts';
import type { Calendar, CalendarDay } from './calendar.ts';

/** A day reached by counting, and what was passed over on the way. */
export interface Counted {
  day: string;
  /** Days on which nobody works, in order. */
  skipped: CalendarDay[];
  /** Some day counted or skipped is not known yet, so the result may move when holidays are announced. */
  isProvisional: boolean;
}

/** What is longer is a mistake: ten years of days. */
export const MOST_WORKING_DAYS = 3_660;

/**
 * The day that lies so many working days after another, which itself is not counted (《民法典》第二百零一条: the first day
 * of a period is the one after). Adding 0 gives the day itself, worked on or not.
 * @param count a whole number from 0 to 3660
 * @throws RangeError for another
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): Counted {
  if (!Number.isInteger(count) || count < 0 || count > MOST_WORKING_DAYS)
    throw new RangeError('working days are counted from 0 to 3660');
  const skipped: CalendarDay[] = [];
  let isProvisional = false;
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, 1);
    const one = calendar.dayOf(at);
    isProvisional ||= !one.isKnown;
    if (one.isWorking) left--;
    else skipped.push(one);
  }
  return { day: at, skipped, isProvisional };
}

/** The day itself where it is worked on, else the first after it that is. */
export function workingDayFrom(calendar: Calendar, day: string): Counted {
  const first = calendar.dayOf(day);
  if (first.isWorking) return { day, skipped: [], isProvisional: !first.isKnown };
  const next = addWorkingDays(calendar, day, 1);
  return { ...next, skipped: [first, ...next.skipped], isProvisional: next.isProvisional || !first.isKnown };
}

/** The first day after a day that is worked on. */
export const nextWorkingDay = (calendar: Calendar, day: string): Counted => addWorkingDays(calendar, day, 1);

/** The day that lies so many working days before another, which itself is not counted. */
export function workingDaysBefore(calendar: Calendar, day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, -1);
    if (calendar.dayOf(at).isWorking) left--;
  }
  return at;
}

export interface Span {
  /** Working days after `from` up to and with `to`; negative, and without `from`, when `to` is earlier. */
  workingDays: number;
  skipped: CalendarDay[];
  isProvisional: boolean;
}

/**
 * How many working days lie between two days, so that `addWorkingDays(from, workingDays)` is `to` where that is one.
 * @throws RangeError for days further apart than 3660
 */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): Span {
  const [early, late] = from <= to ? [from, to] : [to, from];
  const length = daysBetween(early, late);
  if (length > MOST_WORKING_DAYS) throw new RangeError('the days lie too far apart');
  const days = Array.from({ length }, (_, at) => calendar.dayOf(addDays(early, at + 1)));
  const skipped = days.filter(one => !one.isWorking);
  const count = length - skipped.length;
  return {
    workingDays: from <= to || count === 0 ? count : -count,
    skipped,
    isProvisional: days.some(one => !one.isKnown),
  };
}
