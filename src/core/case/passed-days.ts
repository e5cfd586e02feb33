import type { Calendar } from '../calendar/calendar.ts';
import type { Localized } from '../knowledge/localized.ts';
import { addDays, daysBetween } from '../language/day.ts';
import type { Deadline } from './deadlines.ts';

/** Days between the start and the end of a deadline that are not as weekdays say. Days are YYYY-MM-DD. */
export interface PassedDays {
  /** Plain Saturdays and Sundays, on which nobody works. */
  weekends: number;
  /** Holidays in a row, on which nobody works. */
  holidays: { from: string; to: string; name: Localized | null }[];
  /** Weekend days that are worked on in exchange (调休上班). */
  makeUps: { day: string; name: Localized | null }[];
}

/** So many days are told of; of a longer span, such as the three years of a limitation, the days say nothing any more. */
const MOST_DAYS = 400;

/** What was passed over, or counted though it is a weekend, from the day after the start to the end; null of a long span. */
export function passedDays(
  { from, due, extendedTo }: Pick<Deadline, 'from' | 'due' | 'extendedTo'>,
  calendar: Calendar,
): PassedDays | null {
  const length = daysBetween(from.day, extendedTo ?? due);
  if (length > MOST_DAYS) return null;
  const passed: PassedDays = { weekends: 0, holidays: [], makeUps: [] };
  for (let at = 1; at <= length; at++) {
    const { day, reason, name } = calendar.dayOf(addDays(from.day, at));
    const last = passed.holidays.at(-1);
    if (reason === 'weekend') passed.weekends++;
    else if (reason === 'make-up') passed.makeUps.push({ day, name });
    else if (reason === 'holiday') {
      if (last && last.name?.['zh-CN'] === name?.['zh-CN'] && addDays(last.to, 1) === day) last.to = day;
      else passed.holidays.push({ from: day, to: day, name });
    }
  }
  return passed;
}
