import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { conversationOf } from '../../src/core/conversation/evolve.ts';
import { conversationEvents } from '../../src/runtime/loaded-conversations.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { Store, StoredEvent } from '../../src/stores/store.ts';
import { running } from '../support/running.ts';
import { memoryStore, operatorKey, sqliteStore } from '../support/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-feed-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const oneToTheEnd = (seen: StoredEvent[]): number[] => seen.map((_, at) => at + 1);
const versions = (seen: StoredEvent[]): number[] => seen.map(event => event.version);

/** Two stores over one ledger, as two processes have them. */
function twoOverOne(): [Store, Store] {
  const ledger = memoryLedger();
  return [sealedStore(ledger, operatorKey), sealedStore(ledger, operatorKey)];
}

describe('two processes over one store', () => {
  test('both followers see every event once and in order, whoever speaks where and when', async () => {
    const turn = fc.record({ at: fc.constantFrom(0, 1), waits: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { minLength: 1, maxLength: 12 }), async turns => {
        const [here, there] = twoOverOne().map(store => ({ ...running(store), seen: [] as StoredEvent[] }));
        if (!here || !there) throw new Error('two were asked for');
        const { conversation } = await here.conversations.open({ language: 'zh-CN', channel: 'test' });
        for (const { conversations, seen } of [here, there])
          await conversations.follow(conversation, 0, events => seen.push(...events));
        const said = turns.map(async ({ at, waits }, index) => {
          if (waits) await new Promise(resolve => setTimeout(resolve, index % 3));
          const { conversations } = at === 0 ? here : there;
          await conversations.receive(conversation, { id: `m${index}`, text: '你好' });
        });
        await Promise.all(said);
        await expect.poll(() => here.seen.length === there.seen.length && here.seen.length > 0).toBe(true);
        for (const { seen } of [here, there]) {
          expect(versions(seen)).toEqual(oneToTheEnd(seen));
          expect(seen.filter(({ event }) => event.type === 'UserSaid')).toHaveLength(turns.length);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('on one SQLite file hear of each other', async () => {
    const file = join(folder, 'two.db');
    const stores = [sqliteStore(file), sqliteStore(file)] as const;
    const [one, other] = [running(stores[0]), running(stores[1])];
    const { conversation } = await one.conversations.open({ language: 'zh-CN', channel: 'test' });
    const seen: StoredEvent[] = [];
    await other.conversations.follow(conversation, 0, events => seen.push(...events));
    for (const id of ['a', 'b', 'c']) await one.conversations.receive(conversation, { id, text: '你好' });
    const said = (): number => seen.filter(({ event }) => event.type === 'UserSaid').length;
    await expect.poll(said, { timeout: 5_000 }).toBe(3);
    expect(versions(seen)).toEqual(oneToTheEnd(seen));
    for (const runtime of [one, other]) await runtime.stop();
    for (const store of stores) await store.close();
  });

  test('who comes back from the other one is not taken for knowing more than there is', async () => {
    const [own, others] = twoOverOne();
    // It has heard of nothing yet.
    const here = running({ ...own, watch: () => () => {} }).conversations;
    const there = running(others).conversations;
    const { conversation } = await here.open({ language: 'zh-CN', channel: 'test' });
    await here.recall(conversation);
    const { events } = await there.receive(conversation, { id: 'a', text: '你好' });
    const reached = events.at(-1)?.version ?? 0;
    expect((await here.recall(conversation)).version).toBeLessThan(reached);
    expect((await here.recall(conversation, reached)).version).toBe(reached);
  });

  test('a follower whose store failed for a moment misses nothing', async () => {
    const [own, others] = twoOverOne();
    let fails = 0;
    const errors: unknown[] = [];
    const shaky: Store = {
      ...own,
      async read(stream, after) {
        if (after && fails-- > 0) throw new Error('the store is away');
        return own.read(stream, after);
      },
    };
    const here = running(shaky, error => errors.push(error)).conversations;
    const there = running(others).conversations;
    const { conversation } = await there.open({ language: 'zh-CN', channel: 'test' });
    const seen: StoredEvent[] = [];
    await here.follow(conversation, 0, events => seen.push(...events));
    fails = 1;
    await there.receive(conversation, { id: 'a', text: '你好' });
    await expect
      .poll(() => seen.some(({ event }) => event.type === 'UserSaid'), { timeout: 5_000 })
      .toBe(true);
    expect(versions(seen)).toEqual(oneToTheEnd(seen));
    expect(errors.map(String)).toEqual(['Error: the store is away']);
  });
});

test('a long conversation is loaded from its snapshot, and is the same', async () => {
  const store = memoryStore();
  const { conversations } = running(store);
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  for (let at = 0; at < 90; at++)
    await conversations.receive(conversation, {
      id: `m${at}`,
      text: at % 2 ? '支付宝可以打12378协商吗' : '你好',
    });
  const stream = `conversation-${conversation}`;
  const all = await store.read(stream);
  expect(all.length).toBeGreaterThan(200);
  const readFrom: number[] = [];
  const watched: Store = {
    ...store,
    read: (name, after = 0) => {
      readFrom.push(after);
      return store.read(name, after);
    },
  };
  const later = await running(watched).conversations.receive(conversation, { id: 'more', text: '你好' });
  expect(Math.max(...readFrom.slice(0, 2))).toBeGreaterThanOrEqual(200);
  expect(later.state).toEqual(conversationOf(conversationEvents(await store.read(stream))));
});
