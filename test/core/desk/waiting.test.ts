import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Accepted, type Expectation, expectedWait, placesOf } from '../../../src/core/desk/waiting.ts';

const open = { isOpen: true, opensAt: null, isProvisional: false };
const waited = (minutes: number, position = 1, onDuty = 1): Accepted => ({
  waitedMs: minutes * 60_000,
  position,
  onDuty,
});
const minutes = (expected: Expectation): number => {
  if (expected.kind !== 'minutes') throw new Error(expected.kind);
  return expected.minutes;
};

test('the place in the queue is by urgency, then by time', () => {
  const queue = [
    { id: 'late', urgency: '1', since: '2026-11-26T03:00:00.000Z' },
    { id: 'early', urgency: '1', since: '2026-11-26T02:00:00.000Z' },
    { id: 'danger', urgency: '0', since: '2026-11-26T04:00:00.000Z' },
  ];
  expect([...placesOf(queue)]).toEqual([
    ['danger', 1],
    ['early', 2],
    ['late', 3],
  ]);
});

describe('the expected wait', () => {
  const lately = [2, 3, 4, 5, 40].map(time => waited(time));

  test('is the median of the last waits, for each place in the queue and shared by those on duty', () => {
    expect(minutes(expectedWait(1, 1, lately, open))).toBe(4);
    expect(minutes(expectedWait(3, 1, lately, open))).toBe(15);
    expect(minutes(expectedWait(3, 4, lately, open))).toBe(3);
    expect(
      minutes(
        expectedWait(
          1,
          1,
          [10, 15, 20, 25, 30].map(time => waited(time, 5, 2)),
          open,
        ),
      ),
    ).toBe(8);
  });

  test('looks at the latest only', () => {
    const slow = Array.from({ length: 50 }, () => waited(60));
    const quick = Array.from({ length: 20 }, () => waited(1));
    expect(minutes(expectedWait(1, 1, [...slow, ...quick], open))).toBe(1);
  });

  test.each([
    ['after too few waits', 1, 1, lately.slice(1)],
    ['with nobody on duty', 1, 0, lately],
    ['from waits that tell nothing', 1, 1, lately.map(one => ({ ...one, onDuty: 0 }))],
  ])('is unknown %s', (_, position, onDuty, recent) => {
    expect(expectedWait(position, onDuty, recent, open)).toEqual({ kind: 'unknown' });
  });

  test('of a closed desk is when it opens', () => {
    const hours = { isOpen: false, opensAt: '2026-11-27T01:00:00.000Z', isProvisional: true };
    expect(expectedWait(1, 1, lately, hours)).toEqual({
      kind: 'closed',
      opensAt: '2026-11-27T01:00:00.000Z',
      isProvisional: true,
    });
  });

  test.each([
    [0, 1],
    [0.2, 1],
    [9.1, 10],
    [10.1, 15],
    [31, 40],
    [61, 90],
    [181, 240],
  ])('of %d minutes is said as %d', (real, said) => {
    const recent = Array.from({ length: 5 }, () => waited(real));
    expect(minutes(expectedWait(1, 1, recent, open))).toBe(said);
  });

  const anyRecent = fc.array(
    fc.record({
      waitedMs: fc.integer({ min: 0, max: 7_200_000 }),
      position: fc.integer({ min: 1, max: 20 }),
      onDuty: fc.integer({ min: 1, max: 9 }),
    }),
    { minLength: 5, maxLength: 40 },
  );
  const few = fc.integer({ min: 1, max: 30 });

  test('is never shorter further back, never longer with more on duty, and never less than what was seen', () => {
    fc.assert(
      fc.property(anyRecent, few, few, (recent, position, onDuty) => {
        const wait = (position: number, onDuty: number): number =>
          minutes(expectedWait(position, onDuty, recent, open));
        expect(wait(position + 1, onDuty)).toBeGreaterThanOrEqual(wait(position, onDuty));
        expect(wait(position, onDuty + 1)).toBeLessThanOrEqual(wait(position, onDuty));
        const fastest = Math.min(...recent.slice(-20).map(one => (one.waitedMs * one.onDuty) / one.position));
        expect(wait(position, onDuty) * 60_000 * 1.000001).toBeGreaterThanOrEqual(
          (fastest * position) / onDuty,
        );
      }),
    );
  });
});
