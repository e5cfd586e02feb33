import { expect, test } from 'vitest';
import { OrderIds } from '../../../src/web/console/api/order-ids.ts';

const MINUTE = 60_000;

test('an order whose answer got lost has the same id when it is given again, however often', () => {
  const ids = new OrderIds();
  const id = ids.idFor('note a', 0);
  ids.lost('note a', id, 0);
  expect(ids.idFor('note a', MINUTE)).toBe(id);
  ids.lost('note a', id, MINUTE);
  expect(ids.idFor('note a', 1.9 * MINUTE)).toBe(id);
});

test('another order, one that was answered, and the same a while later have ids of their own', () => {
  const ids = new OrderIds();
  const id = ids.idFor('note a', 0);
  ids.lost('note a', id, 0);
  expect(ids.idFor('note b', 0)).not.toBe(id);
  // However often it was tried since.
  ids.lost('note a', id, MINUTE);
  expect(ids.idFor('note a', 2.1 * MINUTE)).not.toBe(id);
  ids.answered();
  expect(ids.idFor('note a', 0)).not.toBe(id);
});
