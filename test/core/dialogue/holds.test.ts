import { expect, test } from 'vitest';
import { holds } from '../../../src/core/dialogue/holds.ts';
import type { MoneyValue } from '../../../src/core/knowledge/value.ts';

const from = { message: 'm', start: 0, end: 1, words: '钱', rule: 'test', certainty: 'stated' } as const;
const sum = (of: Partial<MoneyValue>): MoneyValue => ({
  kind: 'money',
  lo: 5_000_000,
  hi: 5_000_000,
  currency: 'CNY',
  approx: false,
  ...of,
});

test.each<[name: string, value: MoneyValue, met: boolean]>([
  ['exactly so much', sum({}), true],
  ['a fen less', sum({ lo: 4_999_999, hi: 4_999_999 }), false],
  ['about so much', sum({ approx: true }), true],
  ['more than so much', sum({ hi: null }), true],
  ['perhaps less', sum({ lo: 4_000_000 }), false],
  ['at most so much', sum({ lo: null }), false],
  ['other money', sum({ currency: 'JPY' }), false],
  ['what comes every month is no sum', sum({ each: 'month' }), false],
])('a sum of at least so many yuan: %s', (_, value, met) => {
  const facts = { negotiation: 'trade', slots: { amount: { value, from } } };
  expect(holds({ slot: 'amount', atLeastYuan: 50_000 }, facts, '2026-11-24')).toBe(met);
});

test('what is not known is no sum', () => {
  expect(holds({ slot: 'amount', atLeastYuan: 1 }, { negotiation: 'trade', slots: {} }, '2026-11-24')).toBe(
    false,
  );
});
