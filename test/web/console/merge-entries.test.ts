import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/protocol/entry.ts';
import { merged, type Transcript } from '../../../src/web/console/talk/merge-entries.ts';

const entry = (version: number): Entry => ({
  version,
  at: '2026-11-26T02:00:00.000Z',
  from: 'user',
  text: `${version}`,
});
const delivery = (versions: number[]): Transcript => ({
  entries: versions.map(entry),
  cursor: Math.max(0, ...versions),
});

test('deliveries in whatever order and overlap make one transcript, each entry once and in its place', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), { minLength: 1 }), deliveries => {
      const all = deliveries
        .map(versions => delivery(versions.toSorted((one, other) => one - other)))
        .reduce<Transcript | undefined>((known, came) => merged(known, came), undefined);
      const versions = [...new Set(deliveries.flat())].sort((one, other) => one - other);
      expect(all).toEqual(delivery(versions));
    }),
  );
});

test('what brings nothing new is the same transcript', () => {
  const known = delivery([1, 2]);
  expect(merged(known, delivery([2]))).toBe(known);
});

test('a cursor past events that made no entry is kept', () => {
  expect(merged(delivery([1]), { entries: [], cursor: 7 }).cursor).toBe(7);
});
