import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPeriod, PERIOD_UNITS } from '../../../src/core/calendar/add-period.ts';
import { addDays } from '../../../src/core/language/day.ts';
import { anyCalendar, anyDay, calendarWith } from '../../support/any-calendar.ts';

test.each([
  ['2026-03-01', 15, 'day', '2026-03-16'],
  ['2026-03-06', 7, 'working-day', '2026-03-17'],
  ['2026-01-31', 1, 'month', '2026-02-28'],
  ['2026-08-31', 6, 'month', '2027-02-28'],
  ['2026-11-30', 14, 'month', '2028-01-30'],
  ['2024-02-29', 3, 'year', '2027-02-28'],
  ['2026-12-31', 1, 'month', '2027-01-31'],
] as const)('%s and %d × %s ends on %s', (from, count, unit, ends) => {
  expect(addPeriod(calendarWith({}), from, count, unit).day).toBe(ends);
});

test('a longer period never ends earlier, and none is the day itself', () => {
  fc.assert(
    fc.property(
      anyCalendar,
      anyDay,
      fc.nat(40),
      fc.constantFrom(...PERIOD_UNITS),
      (calendar, from, count, unit) => {
        const end = (count: number): string => addPeriod(calendar, from, count, unit).day;
        expect(end(0)).toBe(from);
        expect(end(count + 1) > end(count)).toBe(true);
        expect(end(1) >= addDays(from, 1)).toBe(true);
      },
    ),
  );
});
