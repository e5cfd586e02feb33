import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  nextWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from '../../../src/core/calendar/working-days.ts';
import { addDays } from '../../../src/core/language/day.ts';
import { anyCalendar, anyDay, calendarWith } from '../../support/any-calendar.ts';

const few = fc.nat(60);
const plain = calendarWith({});

describe('adding working days', () => {
  test('does not count the day it starts on, and says what it passed over', () => {
    const calendar = calendarWith({ '2026-03-09': 'holiday', '2026-03-14': 'make-up' });
    const { day, skipped, isProvisional } = addWorkingDays(calendar, '2026-03-06', 5);
    expect(day).toBe('2026-03-14');
    expect(skipped.map(one => `${one.day} ${one.reason}`)).toEqual([
      '2026-03-07 weekend',
      '2026-03-08 weekend',
      '2026-03-09 holiday',
    ]);
    expect(isProvisional).toBe(false);
  });

  test('is provisional as soon as one day counted is not known', () => {
    expect(addWorkingDays(plain, '2026-12-30', 1).isProvisional).toBe(false);
    expect(addWorkingDays(plain, '2026-12-30', 2).isProvisional).toBe(true);
  });

  test.each([-1, 0.5, NaN, 3_661])('refuses %s days', count => {
    expect(() => addWorkingDays(plain, '2026-01-01', count)).toThrow(RangeError);
  });

  test('ends on a working day, and every day on the way was either counted or skipped', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, few, (calendar, from, count) => {
        const { day, skipped } = addWorkingDays(calendar, from, count);
        if (count > 0) expect(calendar.dayOf(day).isWorking).toBe(true);
        expect(addDays(from, count + skipped.length)).toBe(day);
        expect(skipped.some(one => one.isWorking)).toBe(false);
      }),
    );
  });

  test('in two parts gives the same as at once', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, few, few, (calendar, from, a, b) => {
        const middle = addWorkingDays(calendar, from, a).day;
        expect(addWorkingDays(calendar, middle, b).day).toBe(addWorkingDays(calendar, from, a + b).day);
      }),
    );
  });
});

describe('counting working days', () => {
  test('undoes adding them', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, few, (calendar, from, count) => {
        const { day } = addWorkingDays(calendar, from, count);
        expect(workingDaysBetween(calendar, from, day).workingDays).toBe(count);
      }),
    );
  });

  test('adds up over any day between, and turns its sign around backwards', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, anyDay, anyDay, (calendar, a, b, c) => {
        const count = (from: string, to: string): number =>
          workingDaysBetween(calendar, from, to).workingDays;
        expect(count(a, b) + count(b, c)).toBe(count(a, c));
      }),
    );
  });

  test('refuses a span of decades rather than counting for long', () => {
    expect(() => workingDaysBetween(plain, '1026-01-01', '2026-01-01')).toThrow(RangeError);
  });
});

test('the working day from a day on is the day itself or the next', () => {
  fc.assert(
    fc.property(anyCalendar, anyDay, (calendar, day) => {
      const found = workingDayFrom(calendar, day);
      expect(found.day).toBe(calendar.dayOf(day).isWorking ? day : nextWorkingDay(calendar, day).day);
      expect(found.skipped).toHaveLength(workingDaysOff(day, found.day));
    }),
  );
  function workingDaysOff(from: string, to: string): number {
    let days = 0;
    while (addDays(from, days) < to) days++;
    return days;
  }
});
