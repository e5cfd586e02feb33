import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compactFacts } from '../../../src/core/desk/compact-facts.ts';
import { DeskFact } from '../../../src/core/desk/facts.ts';
import { quantile } from '../../../src/core/desk/quantile.ts';
import { statsOf } from '../../../src/core/desk/stats-of.ts';

const range = {
  from: '2026-11-25',
  to: '2026-11-26',
  zone: 'Asia/Shanghai',
  now: '2026-11-28T00:00:00.000Z',
};
const at = (clock: string): string => `2026-11-${clock}:00.000Z`;

type Given = DeskFact extends infer One ? (One extends DeskFact ? Omit<One, 'version'> : never) : never;
const given: Given[] = [
  { kind: 'waiting', at: at('24T15:00'), talk: 'a' },
  { kind: 'arrived', at: at('24T16:00'), talk: 'b' },
  { kind: 'accepted', at: at('25T01:00'), talk: 'a' },
  { kind: 'said', at: at('25T01:00'), talk: 'a' },
  { kind: 'said', at: at('25T02:00'), talk: 'a' },
  { kind: 'asked', at: at('25T03:00'), talk: 'b', question: 'amount' },
  { kind: 'asked', at: at('25T04:00'), talk: 'b', question: 'paid-at' },
  { kind: 'filed', at: at('25T05:00'), talk: 'a', case: '1', type: 'trade' },
  { kind: 'unanswered', at: at('25T06:00'), talk: 'b' },
  {
    kind: 'closed',
    ...{ at: at('26T05:00'), talk: 'a', case: '1', outcome: 'agreed', filedAt: at('25T05:00') },
  },
  { kind: 'closed', at: at('26T06:00'), talk: 'a', case: '1', outcome: null, filedAt: null },
  { kind: 'rated', at: at('26T06:00'), talk: 'a', rating: 4 },
];
const facts = given.map((one, place) => DeskFact.parse({ ...one, version: place + 1 }));

test('the numbers of two days, in the zone, with what was under way before', () => {
  expect(statsOf(facts, range)).toEqual({
    days: [
      {
        ...{
          day: '2026-11-25',
          arrivals: 1,
          filed: 1,
          closed: 0,
          requests: 0,
          mostWaiting: 1,
          unanswered: 1,
        },
        firstResponse: 36_000_000,
      },
      {
        ...{
          day: '2026-11-26',
          arrivals: 0,
          filed: 0,
          closed: 2,
          requests: 0,
          mostWaiting: 0,
          unanswered: 0,
        },
        firstResponse: null,
      },
    ],
    firstResponse: { count: 1, median: 36_000_000, p90: 36_000_000 },
    timeToClose: { count: 1, median: 86_400_000, p90: 86_400_000 },
    byType: [['trade', 1]],
    outcomes: [
      ['', 1],
      ['agreed', 1],
    ],
    leftAt: [['paid-at', 1]],
    unanswered: [{ talk: 'b', version: 9 }],
    ratings: { count: 1, average: 4 },
  });
});

test('whoever said something lately has not left, and whoever came back after a day had', () => {
  expect(statsOf(facts, { ...range, now: at('25T07:00') }).leftAt).toEqual([]);
  const back = DeskFact.parse({
    kind: 'asked',
    at: at('27T07:00'),
    talk: 'b',
    question: 'type',
    version: 20,
  });
  expect(statsOf([...facts, back], range).leftAt).toEqual([['paid-at', 1]]);
});

test('whoever asked for a person has not left at a question, nor has whoever filed', () => {
  const asked: Given = { kind: 'asked', at: at('25T03:00'), talk: 'c', question: 'amount' };
  const then: Given[] = [
    { kind: 'waiting', at: at('25T03:01'), talk: 'c' },
    { kind: 'filed', at: at('25T03:01'), talk: 'c', case: '2', type: 'trade' },
  ];
  for (const one of then) {
    const both = [asked, one].map((fact, place) => DeskFact.parse({ ...fact, version: place + 1 }));
    expect(statsOf(both, range).leftAt).toEqual([]);
  }
});

test('nobody waits in a talk that was erased', () => {
  const erased = DeskFact.parse({ kind: 'erased', at: at('24T15:30'), talk: 'a', version: 2 });
  const [waiting] = facts;
  expect(statsOf([...(waiting ? [waiting] : []), erased], range).days[0]?.mostWaiting).toBe(0);
});

test('do not depend on the order in which facts come', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(facts, { minLength: facts.length }), shuffled => {
      expect(statsOf(shuffled, range)).toEqual(statsOf(facts, range));
    }),
  );
});

const anyFact = fc
  .record({
    minute: fc.nat(4 * 24 * 60),
    talk: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom(
      ...(['arrived', 'asked', 'asked', 'waiting', 'gave-up', 'accepted', 'said', 'said', 'filed'] as const),
    ),
    question: fc.constantFrom('amount', 'type', 'demand'),
  })
  .map(({ minute, talk, kind, question }) => ({
    ...{ kind, talk, version: minute },
    at: new Date(Date.parse('2026-11-24T00:00:00.000Z') + minute * 60_000).toISOString(),
    ...(kind === 'asked' ? { question } : {}),
    ...(kind === 'filed' ? { case: `${talk}${minute}`, type: 'trade' } : {}),
  }))
  .map(one => DeskFact.parse(one));

test('the figures are the same from days without the facts that none depends on', () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 60 }), all => {
      const days = Map.groupBy(all, fact => fact.at.slice(0, 10));
      const compacted = [...days.values()].flatMap(compactFacts);
      expect(statsOf(compacted, range)).toEqual(statsOf(all, range));
    }),
  );
});

test('a silence is as long in days without those facts', () => {
  const asked = ['24T00:01', '25T00:00', '25T00:01', '25T00:02'].map((clock, place) =>
    DeskFact.parse({ kind: 'asked', at: at(clock), talk: 'c', version: place + 1, question: 'amount' }),
  );
  const days = Map.groupBy(asked, fact => fact.at.slice(0, 10));
  expect(statsOf([...days.values()].flatMap(compactFacts), range)).toEqual(statsOf(asked, range));
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
