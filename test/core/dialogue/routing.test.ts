import { describe, expect, test } from 'vitest';
import { type Conversation, emptyConversation } from '../../../src/core/conversation/state.ts';
import { routeOf } from '../../../src/core/dialogue/filing.ts';
import type { SlotValue } from '../../../src/core/knowledge/value.ts';
import { mind } from '../../support/running.ts';

/** What is known, and the row of the decision table that it has to lead to. */
const cases: [type: string, known: Record<string, string>, row: string][] = [
  ['rights', { situation: 'scammed' }, 'scammed'],
  ['rights', { situation: 'unauthorised' }, 'unauthorised'],
  ['rights', { situation: 'restricted' }, 'restricted'],
  ['rights', { situation: 'restricted', 'restricted-by': 'police' }, 'restricted-by-police-or-court'],
  ['rights', { situation: 'restricted', 'restricted-by': 'court' }, 'restricted-by-police-or-court'],
  ['rights', { situation: 'impersonated' }, 'impersonated'],
  ['rights', { situation: 'impersonated', opened: 'loan', involved: 'court' }, 'court'],
  ['rights', {}, 'rights-general'],

  ['repayment', { 'repayment-issue': 'cannot-repay', product: 'huabei' }, 'cannot-repay'],
  ['repayment', { 'repayment-issue': 'cannot-repay' }, 'cannot-repay'],
  ['repayment', { 'repayment-issue': 'cannot-repay', product: 'xinyonggou' }, 'partner-loan'],
  ['repayment', { 'repayment-issue': 'cannot-repay', product: 'mybank' }, 'mybank'],
  ['repayment', { 'repayment-issue': 'cannot-repay', product: 'credit-card' }, 'credit-card'],
  ['repayment', { 'repayment-issue': 'cannot-repay', product: 'other-loan' }, 'other-loan'],
  // A story that mentions the credit record is still about a debt that cannot be paid.
  ['repayment', { 'repayment-issue': 'cannot-repay', product: 'credit-report' }, 'cannot-repay'],
  ['repayment', { 'repayment-issue': 'wrong-charge', product: 'jiebei' }, 'loan-wrong-charge'],
  ['repayment', { 'repayment-issue': 'wrong-charge', demand: 'correct-credit' }, 'credit-record'],
  ['repayment', { 'repayment-issue': 'collection', product: 'huabei' }, 'collection'],
  ['repayment', { 'repayment-issue': 'collection', product: 'other-loan' }, 'collection-other-loan'],
  ['repayment', { 'repayment-issue': 'sued', product: 'huabei' }, 'court'],
  ['repayment', { 'repayment-issue': 'cannot-repay', 'sued-stage': 'summons' }, 'court'],
  ['repayment', { 'repayment-issue': 'cannot-repay', 'sued-stage': 'message' }, 'cannot-repay'],
  ['repayment', {}, 'repayment-general'],

  ['service', { business: 'payment' }, 'payment'],
  // The business that was chosen outranks a product that the story mentions.
  ['service', { business: 'payment', product: 'huabei' }, 'payment'],
  ['service', { business: 'payment', product: 'credit-report' }, 'payment'],
  ['service', { business: 'customer-service', product: 'huabei' }, 'credit-decision'],
  ['service', { business: 'customer-service', product: 'credit-report' }, 'alipay-service'],
  ['service', { business: 'customer-service' }, 'alipay-service'],
  ['service', { business: 'credit', 'credit-issue': 'limit' }, 'credit-decision'],
  ['service', { business: 'credit', 'credit-issue': 'fees' }, 'loan-wrong-charge'],
  ['service', { business: 'credit', product: 'credit-card' }, 'credit-card'],
  ['service', { business: 'credit', product: 'mybank' }, 'mybank'],
  ['service', { business: 'insurance', product: 'insurance' }, 'insurance'],
  ['service', { business: 'fund', investment: 'fund' }, 'fund'],
  ['service', { business: 'fund', investment: 'bank-wealth' }, 'bank-wealth'],
  ['service', { business: 'mybank' }, 'mybank'],
  ['service', { business: 'sesame', product: 'sesame' }, 'sesame'],
  ['service', { business: 'credit-report', product: 'huabei' }, 'credit-record'],
  ['service', { business: 'collection', product: 'jiebei' }, 'collection'],
  ['service', { business: 'collection', product: 'other-loan' }, 'collection-other-loan'],
  ['service', { business: 'data' }, 'data'],
  ['service', { business: 'other' }, 'telecom'],
  ['service', { business: 'payment', involved: 'police' }, 'with-police'],
  ['service', { business: 'insurance', involved: 'arbitration' }, 'court'],
  ['service', {}, 'service-general'],

  ['trade', { problem: 'not-shipped' }, 'goods'],
  ['trade', { problem: 'fake' }, 'goods'],
  ['trade', { problem: 'double-charge' }, 'payment'],
  ['trade', { problem: 'auto-renew' }, 'auto-renew'],
  ['trade', { problem: 'prepaid-gone' }, 'prepaid-gone'],
  ['trade', { problem: 'prepaid-gone', involved: 'police' }, 'with-police'],
  ['trade', { problem: 'fake', involved: 'court' }, 'court'],
  ['trade', {}, 'goods'],
];

function conversation(type: string, known: Record<string, string>): Conversation {
  const slots = mind.knowledge.negotiations.get(type)?.slots ?? [];
  const from = { message: 'm', start: 0, end: 0, words: '', rule: 'test', certainty: 'stated' as const };
  const filled = Object.entries(known).map(([id, word]) => {
    const kind = slots.find(slot => slot.id === id)?.kind;
    expect(kind, `${type} has a slot ${id}`).toBeDefined();
    const value: SlotValue =
      kind === 'product' ? { kind: 'product', product: word } : { kind: 'choice', choice: word };
    return [id, { value, from }];
  });
  return { ...emptyConversation, negotiation: type, slots: Object.fromEntries(filled) };
}

const rowFor = (type: string, known: Record<string, string>): string | undefined =>
  routeOf(mind.knowledge, conversation(type, known), '2026-11-24')?.id;

describe('each matter is sent to the body that handles it', () => {
  test.each(cases)('%s %o to %s', (type, known, row) => expect(rowFor(type, known)).toBe(row));
});

test('no row is shadowed by an earlier one', () => {
  const reached = new Set(cases.map(([type, known]) => rowFor(type, known)));
  expect(mind.knowledge.routes.map(route => route.id).filter(id => !reached.has(id))).toEqual([]);
});
