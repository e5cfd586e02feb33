import { expect, test } from 'vitest';
import type { CasePeriod } from '../../../src/core/case/case-file.ts';
import { emptyConversation } from '../../../src/core/conversation/state.ts';
import { periodsOf } from '../../../src/core/dialogue/periods.ts';
import type { DateValue, SlotValue } from '../../../src/core/knowledge/value.ts';
import { mind } from '../../support/running.ts';

const from = { message: 'm', start: 0, end: 1, words: 'x', rule: 'x', certainty: 'stated' } as const;
const choice = (choice: string): SlotValue => ({ kind: 'choice', choice });
const day = (lo: string, more: Partial<DateValue> = {}): SlotValue => ({
  kind: 'date',
  lo,
  hi: lo,
  grain: 'day',
  calendar: 'solar',
  zone: 'Asia/Shanghai',
  reference: '2026-11-24T02:00:00Z',
  approx: false,
  ...more,
});

function periods(type: string, values: Record<string, SlotValue>): CasePeriod[] {
  const negotiation = mind.knowledge.negotiations.get(type);
  if (!negotiation) throw new Error(`there is no type ${type}`);
  const slots = Object.fromEntries(Object.entries(values).map(([id, value]) => [id, { value, from }]));
  const state = { ...emptyConversation, negotiation: type, slots };
  return periodsOf(state, negotiation, mind.knowledge, '2026-11-24');
}

test('a return has its period from the day the goods came', () => {
  const values = { problem: choice('not-as-described'), 'received-at': day('2026-11-20') };
  expect(periods('trade', values)).toEqual([
    {
      id: 'no-reason-return',
      label: '无理由退货',
      from: { slot: 'received-at', label: '收货时间', day: '2026-11-20', isApproximate: false },
      fact: 'rule.seven-day-return.window',
      count: 7,
      unit: 'day',
    },
  ]);
});

test('a complaint to market regulation has one in working days', () => {
  const values = { 'prior-steps': choice('market'), 'contacted-at': day('2026-11-20') };
  expect(periods('trade', values)).toMatchObject([{ id: 'market-answer', count: 7, unit: 'working-day' }]);
});

test.each([
  ['a stretch of days', day('2026-11-16', { hi: '2026-11-22', grain: 'week' })],
  ['about a day', day('2026-11-16', { approx: true })],
  ['before a day', day('2026-11-16', { open: 'before' })],
])('from %s it is counted from the first, and said to be approximate', (_, value) => {
  const values = {
    business: choice('credit'),
    'prior-steps': choice('institution'),
    'reply-received': choice('none'),
    'complained-at': value,
  };
  expect(periods('service', values)).toMatchObject([
    { id: 'institution-answer', from: { day: '2026-11-16', isApproximate: true } },
  ]);
});

test.each([
  ['no day is known', { problem: choice('not-as-described') }],
  [
    'the day was given before it was no longer asked for',
    { problem: choice('not-received'), 'received-at': day('2026-11-20') },
  ],
  [
    'the goods were sent back',
    { problem: choice('quality'), delivery: choice('sent-back'), 'received-at': day('2026-11-20') },
  ],
])('there is none where %s', (_, values: Record<string, SlotValue>) => {
  expect(periods('trade', values)).toEqual([]);
});
