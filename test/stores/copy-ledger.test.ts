import { describe, expect, test } from 'vitest';
import { EFFECTIVE, READER } from '../../src/runtime/reactions/reactions.ts';
import { CASE } from '../../src/runtime/streams.ts';
import { copyInto, CopyRefused } from '../../src/stores/copy-ledger.ts';
import { recordsOf } from '../../src/stores/copy-records.ts';
import type { Ledger } from '../../src/stores/ledger.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { checkOperatorKey } from '../../src/stores/sealing/operator-sign.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { Store, StreamEvent } from '../../src/stores/store.ts';
import { to, told } from '../contracts/store-contract.ts';
import { operatorKey } from '../support/stores.ts';

const reading = { readers: [READER], isEffect: (stream: string) => stream.startsWith(CASE) };
const copy = (from: Ledger, into: Ledger) =>
  copyInto(into, recordsOf(from, reading), { hasEffect: type => EFFECTIVE.has(type) });

const filed: StreamEvent = { type: 'CaseFiled', number: '1', answerBy: '2026-12-01' };
const erased: StreamEvent = { type: 'ConversationErased' };

/** A ledger with two conversations and a case; reactions have come past the first two appends. */
async function past(): Promise<{ ledger: Ledger; store: Store }> {
  const ledger = memoryLedger();
  await checkOperatorKey(ledger, operatorKey);
  const store = sealedStore(ledger, operatorKey);
  await store.append({ ...to('conversation-a', 0, 'c1', told('m', '第一句'), filed), owner: 'a' });
  await store.append({ ...to('case-1', 0, 'c1'), owner: 'a' });
  await store.append({ ...to('conversation-b', 0, 'c1', told('m', 'other'), filed), owner: 'b' });
  await store.saveCheckpoint(READER, 0, 2);
  const line = { queue: 'case', version: 1, type: null, mediator: null, deadline: null, since: '' };
  await store.queue.put({ ...line, stream: 'case-1', status: 'filed' });
  return { ledger, store };
}

describe('a copied ledger', () => {
  test('reads as the first one, under the same operator’s key', async () => {
    const { ledger, store } = await past();
    const into = memoryLedger();
    const result = await copy(ledger, into);
    expect(result).toMatchObject({ stored: 3, present: 0, contradictions: 0, erased: 0 });
    const copied = sealedStore(into, operatorKey);
    for (const stream of ['conversation-a', 'case-1', 'conversation-b'])
      expect(await copied.read(stream)).toEqual(await store.read(stream));
    expect(await into.queue.get('case-1')).toEqual(await ledger.queue.get('case-1'));
    expect((await copied.append({ ...to('case-1', 1, 'c2'), owner: 'a' })).outcome).toBe('stored');
    await expect(checkOperatorKey(into, Buffer.alloc(32, 9))).rejects.toThrow('OPERATOR_KEY');
  });

  test('leaves to the reactions what was not done, and no more', async () => {
    const { ledger } = await past();
    const into = memoryLedger();
    await sealedStore(into, operatorKey).append({ ...to('conversation-z', 0, 'c1', filed), owner: 'z' });
    await copy(ledger, into);
    const copied = sealedStore(into, operatorKey);
    // The one that was there before is still to be looked at, so the place stays before it.
    expect(await copied.checkpoint(READER, 0)).toBe(0);
    expect(await copied.checkpoint('reactions in conversation-a', 0)).toBe(2);
    expect(await copied.checkpoint('reactions in conversation-b', 0)).toBe(0);
    const alone = memoryLedger();
    await copy(ledger, alone);
    expect(await alone.checkpoint(READER, 0)).toBe(2);
    const again = memoryLedger();
    await copy(into, again);
    expect(await again.checkpoint('reactions in conversation-a', 0)).toBe(2);
  });

  test('is completed, and done again it changes nothing', async () => {
    const { ledger, store } = await past();
    const into = memoryLedger();
    await copy(ledger, into);
    await store.append({ ...to('conversation-a', 2, 'c3'), owner: 'a' });
    await store.append({ ...to('conversation-new', 0, 'c1'), owner: 'new' });
    expect(await copy(ledger, into)).toMatchObject({ stored: 2, present: 3, contradictions: 0 });
    expect(await copy(ledger, into)).toMatchObject({ stored: 0, present: 5, contradictions: 0 });
    expect(await sealedStore(into, operatorKey).read('conversation-a')).toHaveLength(3);
  });

  test('names what is another here, and overwrites nothing', async () => {
    const { ledger, store } = await past();
    const into = memoryLedger();
    await copy(ledger, into);
    const there = sealedStore(into, operatorKey);
    await there.append({ ...to('conversation-a', 2, 'here', told('m', 'went on here')), owner: 'a' });
    await store.append({ ...to('conversation-a', 2, 'there', told('m', 'went on there')), owner: 'a' });
    await there.append({ ...to('conversation-x', 0, 'c1', told('m', 'sealed here')), owner: 'x' });
    await store.append({ ...to('conversation-x', 0, 'c1', told('m', 'sealed there')), owner: 'x' });
    const result = await copy(ledger, into);
    expect(result.contradictions).toBe(2);
    expect(result.named).toEqual(['x has another key here', 'event 3 of conversation-a is another here']);
    expect((await there.read('conversation-a'))[2]?.event).toEqual(told('m', 'went on here'));
    expect((await there.read('conversation-x')).map(one => one.event)).toEqual([told('m', 'sealed here')]);
  });

  test('under another operator’s key is refused before anything is written', async () => {
    const { ledger } = await past();
    const into = memoryLedger();
    await checkOperatorKey(into, Buffer.alloc(32, 9));
    await expect(copy(ledger, into)).rejects.toThrow(CopyRefused);
    expect(await into.streams('', '', 10)).toEqual([]);
  });

  test('stays erased where it was erased here, though the copy still has the key', async () => {
    const { ledger } = await past();
    const into = memoryLedger();
    await copy(ledger, into);
    const there = sealedStore(into, operatorKey);
    await there.append({ ...to('conversation-a', 2, 'erase:command', erased), owner: 'a' });
    await there.queue.remove('case-1');
    await there.erase('a', ['conversation-a', 'case-1']);
    expect(await copy(ledger, into)).toMatchObject({ contradictions: 0 });
    expect(await into.key('a')).toBeNull();
    expect(await there.read('conversation-a')).toEqual([]);
    expect(await there.queue.get('case-1')).toBeNull();
  });

  test.each([
    'before',
    'after',
  ])('is erased here too where it was erased there, %s it was first copied', async when => {
    const { ledger, store } = await past();
    const into = memoryLedger();
    if (when === 'after') await copy(ledger, into);
    await store.append({ ...to('conversation-a', 2, 'erase:command', erased), owner: 'a' });
    await store.queue.remove('case-1');
    await store.erase('a', ['conversation-a', 'case-1']);
    expect(await copy(ledger, into)).toMatchObject({ contradictions: 0, erasedOwners: ['a'] });
    const there = sealedStore(into, operatorKey);
    expect(await there.isErased('a')).toBe(true);
    expect(await there.queue.get('case-1')).toBeNull();
    expect(await there.append({ ...to('case-1', 1, 'later'), owner: 'a' })).toEqual({ outcome: 'erased' });
    expect((await into.read('conversation-a', 0)).at(-1)?.types).toEqual(['ConversationErased']);
    expect(await copy(ledger, into)).toMatchObject({ stored: 0, contradictions: 0, erasedOwners: [] });
  });
});
