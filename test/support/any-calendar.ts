import fc from 'fast-check';
import type { Calendar, DayReason } from '../../src/core/calendar/calendar.ts';
import { addDays, weekdayOf } from '../../src/core/language/day.ts';

const START = '2026-01-01';
const LENGTH = 400;
const NAME = { 'zh-CN': '节', en: 'Holiday' };

/** A calendar over 2026 with the given exceptions; it works as Mondays to Fridays elsewhere and knows no more than the year. */
export const calendarWith = (exceptions: Record<string, 'holiday' | 'make-up'>): Calendar => ({
  knownFrom: START,
  knownUntil: '2026-12-31',
  dayOf(day) {
    const plain: DayReason = weekdayOf(day) <= 5 ? 'weekday' : 'weekend';
    const reason = exceptions[day] ?? plain;
    const isWorking = reason === 'weekday' || reason === 'make-up';
    const isKnown = day >= START && day <= '2026-12-31';
    return { day, isWorking, reason, name: day in exceptions ? NAME : null, isKnown };
  },
});

/** Days in and after 2026. */
export const anyDay = fc.nat(LENGTH).map(days => addDays(START, days));

/** Calendars of which about every eighth day is out of the ordinary, now and then a whole month. */
export const anyCalendar = fc
  .array(fc.tuple(anyDay, fc.integer({ min: 1, max: 12 }), fc.constantFrom('holiday', 'make-up')), {
    maxLength: 12,
  })
  .map(stretches =>
    calendarWith(
      Object.fromEntries(
        stretches.flatMap(([from, length, kind]) =>
          Array.from({ length }, (_, at) => [addDays(from, at), kind] as const),
        ),
      ),
    ),
  );
