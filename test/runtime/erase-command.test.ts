import { describe, expect, test } from 'vitest';
import { eraseCommand } from '../../src/runtime/operator/erase.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { clock, fullTalk, running } from '../support/running.ts';
import { memoryEvidence, operatorKey } from '../support/stores.ts';

async function filed() {
  const ledger = memoryLedger();
  const store = sealedStore(ledger, operatorKey);
  const evidence = memoryEvidence(store);
  const { conversations, settled } = running(store, undefined, { evidence });
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  for (const [at, message] of fullTalk.entries())
    await conversations.receive(conversation, { ...message, id: `m${at}` });
  await settled();
  const { state } = await conversations.recall(conversation);
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const erase = (name: string, isSure = true): Promise<void> =>
    eraseCommand({ ledger, store, evidence, clock, print, confirm: async () => isSure }, name);
  return { store, conversation, number: state.case?.number ?? '', printed, erase };
}

describe('npm run erase', () => {
  test('shows what there is without a word of it, and erases nothing unless it is confirmed', async () => {
    const { store, conversation, number, printed, erase } = await filed();
    await erase(number, false);
    expect(printed[0]).toContain(conversation);
    expect(printed[0]).toContain(`1 case(s): ${number}`);
    // Ids are made by chance and may hold any digits.
    const told = printed.join().replaceAll(number, '').replaceAll(conversation, '');
    expect(told).not.toMatch(/名鞋汇|淘宝|299/);
    expect(printed.at(-1)).toBe('Nothing was erased.');
    expect(await store.isErased(conversation)).toBe(false);
  });

  test.each(['conversation', 'number'] as const)('finds it by its %s', async by => {
    const all = await filed();
    await all.erase(all[by]);
    expect(await all.store.isErased(all.conversation)).toBe(true);
    expect(all.printed.at(-1)).toMatch(/^Erased\. What stays: /);
    await all.erase(all[by]);
    expect(all.printed.at(-1)).toMatch(/ was erased before/);
  });

  test('names what is not there', async () => {
    const { erase } = await filed();
    await expect(erase('261124-00000-00000')).rejects.toThrow('there is no conversation and no case');
  });
});
