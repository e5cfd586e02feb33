import { assert, constantFrom, date, integer, property, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, nowIn, weekdayOf } from '../../../src/core/language/day.ts';

const instants = date({
  min: new Date('1950-01-01T00:00:00Z'),
  max: new Date('2100-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const zones = constantFrom(
  'Asia/Shanghai',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'UTC',
);

describe('the day and the time in a zone', () => {
  const written = (zone: string, at: Date): string =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);

  test('are what the calendar of the zone says, however instants follow one another', () =>
    assert(
      property(zones, instants, integer({ min: -40, max: 40 }), (zone, at, minutes) => {
        const near = new Date(at.getTime() + minutes * 60_000);
        for (const one of [at, near, at]) {
          const { day, clock } = nowIn(zone, one.toISOString());
          expect(`${day} ${clock}`).toBe(written(zone, one));
        }
      }),
    ));
  test('change with the clocks', () => {
    expect(nowIn('Europe/London', '2026-03-29T00:59:00Z').clock).toBe('00:59');
    expect(nowIn('Europe/London', '2026-03-29T01:00:00Z').clock).toBe('02:00');
  });
  test('are refused for what is no instant', () =>
    expect(() => nowIn('Asia/Shanghai', 'yesterday')).toThrow(RangeError));
});

describe('days', () => {
  const days = tuple(integer({ min: 600, max: 2199 }), integer({ min: 0, max: 365 })).map(([year, nth]) =>
    new Date(Date.UTC(year, 0, 1 + nth)).toISOString().slice(0, 10),
  );

  test('are added, counted and named as the calendar has them', () =>
    assert(
      property(days, integer({ min: -1200, max: 1200 }), (day, count) => {
        const at = Date.parse(`${day}T00:00:00Z`);
        const later = addDays(day, count);
        expect(later).toBe(new Date(at + count * 86_400_000).toISOString().slice(0, 10));
        expect(daysBetween(day, later)).toBe(count);
        expect(weekdayOf(day)).toBe(new Date(at).getUTCDay() || 7);
      }),
    ));
});
