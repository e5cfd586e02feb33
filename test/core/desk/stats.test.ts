import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeskFact } from '../../../src/core/desk/facts.ts';
import { quantile } from '../../../src/core/desk/quantile.ts';
import { statsOf } from '../../../src/core/desk/stats.ts';

const range = {
  from: '2026-11-25',
  to: '2026-11-26',
  zone: 'Asia/Shanghai',
  now: '2026-11-28T00:00:00.000Z',
};
const at = (clock: string): string => `2026-11-${clock}:00.000Z`;
const facts: DeskFact[] = [
  { kind: 'waiting', at: at('24T15:00'), talk: 'a' },
  { kind: 'arrived', at: at('24T16:00'), talk: 'b' },
  { kind: 'accepted', at: at('25T01:00'), talk: 'a' },
  { kind: 'said', at: at('25T01:00'), talk: 'a' },
  { kind: 'said', at: at('25T02:00'), talk: 'a' },
  { kind: 'slot-asked', at: at('25T03:00'), talk: 'b', slot: 'amount' },
  { kind: 'slot-asked', at: at('25T04:00'), talk: 'b', slot: 'paid-at' },
  { kind: 'filed', at: at('25T05:00'), talk: 'a', case: '1', type: 'trade' },
  { kind: 'unanswered-question', at: at('25T06:00'), talk: 'b', question: '怎么办' },
  { kind: 'closed', at: at('26T05:00'), talk: 'a', case: '1', outcome: 'agreed' },
  { kind: 'closed', at: at('26T06:00'), talk: 'a', case: '1', outcome: null },
  { kind: 'rated', at: at('26T06:00'), talk: 'a', rating: 4 },
];

test('the numbers of two days, in the zone, with what was under way before', () => {
  expect(statsOf(facts, range)).toEqual({
    days: [
      {
        day: '2026-11-25',
        arrivals: 1,
        filed: 1,
        closed: 0,
        requests: 0,
        mostWaiting: 1,
        unansweredQuestions: 1,
      },
      {
        day: '2026-11-26',
        arrivals: 0,
        filed: 0,
        closed: 2,
        requests: 0,
        mostWaiting: 0,
        unansweredQuestions: 0,
      },
    ],
    waitingNow: 0,
    firstResponse: { count: 1, median: 36_000_000, p90: 36_000_000 },
    timeToClose: { count: 1, median: 86_400_000, p90: 86_400_000 },
    byType: [['trade', 1]],
    outcomes: [
      ['', 1],
      ['agreed', 1],
    ],
    leftAt: [['paid-at', 1]],
    unanswered: [['怎么办', 1]],
    ratings: { count: 1, average: 4 },
  });
});

test('a talk in which something happened lately has not ended', () => {
  expect(statsOf(facts, { ...range, now: '2026-11-25T07:00:00.000Z' }).leftAt).toEqual([]);
});

test('do not depend on the order in which facts come', () => {
  // No two of these share an instant, or what came first would not be known.
  const apart = facts.filter((one, place) => facts.findIndex(other => other.at === one.at) === place);
  fc.assert(
    fc.property(fc.shuffledSubarray(apart, { minLength: apart.length }), shuffled => {
      expect(statsOf(shuffled, range)).toEqual(statsOf(apart, range));
    }),
  );
});

test('a quantile lies between the values, half of them on either side of the median', () => {
  expect(quantile([], 0.5)).toBeNull();
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 1 }), values => {
      const median = quantile(values, 0.5) ?? NaN;
      expect(values.filter(one => one < median).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter(one => one > median).length).toBeLessThanOrEqual(values.length / 2);
      expect(quantile(values, 0.9) ?? NaN).toBeGreaterThanOrEqual(median);
    }),
  );
});
