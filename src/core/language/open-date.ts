import type { DateValue } from '../knowledge/value.ts';
import { addDays, dayIn } from './day.ts';

const WHOLE: ReadonlySet<DateValue['grain']> = new Set(['year', 'half', 'quarter', 'month', 'week']);

/** Whether a year, a month or the like was named, so that 之前 and 之后 lie wholly outside of it. */
export const isWholeGrain = (grain: DateValue['grain']): boolean => WHOLE.has(grain);

/** The point before which an open date ends: 2018年以前 ends on 31 December 2017 and is before 1 January 2018. */
export const endsBefore = ({ hi, grain, approx, lo }: DateValue): string =>
  isWholeGrain(grain) && (!approx || lo === hi) && hi.length === 10 ? addDays(hi, 1) : hi;

/** Whether a stretch reaches to the day on which it was told. */
export const hasLastedUntilNow = ({ hi, zone, reference }: DateValue): boolean =>
  hi.slice(0, 10) === dayIn(zone, reference);
