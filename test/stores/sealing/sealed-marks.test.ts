import { expect, test } from 'vitest';
import { memoryLedger } from '../../../src/stores/memory/memory-ledger.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import { to, told } from '../../contracts/store-contract.ts';
import { operatorKey } from '../../support/stores.ts';

const body = Buffer.from('the same bits for both of them');

async function marked() {
  const ledger = memoryLedger();
  const store = sealedStore(ledger, operatorKey);
  for (const owner of ['a', 'b']) {
    await store.append({ ...to(owner, 0, 'c', told('m', '第一句')), owner });
    expect(await store.marks.put(owner, 0, body)).toBe(true);
  }
  return { ledger, store };
}

test('the marks of two owners cannot be compared in the store, and open to whoever has the key', async () => {
  const { ledger, store } = await marked();
  const [a, b] = await Promise.all(['a', 'b'].map(owner => ledger.marks.get(owner)));
  const bytes = [a, b].map(one => Buffer.from(one?.body ?? []));
  expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(false);
  expect(bytes.some(one => one.includes(body))).toBe(false);
  expect(Buffer.from((await store.marks.get('a'))?.body ?? [])).toEqual(body);
});

test('marks put in another place count as none, to be made anew', async () => {
  const { ledger, store } = await marked();
  const foreign = (await ledger.marks.get('a'))?.body ?? null;
  await ledger.marks.put('b', 1, foreign);
  expect(await store.marks.get('b')).toEqual({ owner: 'b', place: 3, version: 2, body: null });
});

test('nothing is marked for whoever was erased, or never was', async () => {
  const { store } = await marked();
  await store.erase('a', ['a']);
  expect((await store.marks.get('a'))?.body ?? null).toBeNull();
  expect(await store.marks.put('a', 2, body)).toBe(false);
  expect(await store.marks.put('nobody', 0, body)).toBe(false);
  const changes = await store.marks.changes(0, 0, 10);
  expect(changes.map(one => [one.owner, one.body === null])).toEqual([
    ['b', false],
    ['a', true],
  ]);
});
