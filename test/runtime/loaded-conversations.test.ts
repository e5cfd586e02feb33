import { expect, test } from 'vitest';
import type { ConversationEvent } from '../../src/core/conversation/events.ts';
import { LoadedConversations } from '../../src/runtime/loaded-conversations.ts';
import { conversationStream } from '../../src/runtime/streams.ts';
import type { Store } from '../../src/stores/store.ts';
import { memoryStore } from '../support/stores.ts';

const at = '2026-11-24T02:00:00.000Z';

/** A store that writes down which streams were read. */
function watched(): { store: Store; reads: string[] } {
  const store = memoryStore();
  const reads: string[] = [];
  const read: Store['read'] = (stream, after) => {
    reads.push(stream);
    return store.read(stream, after);
  };
  return { store: { ...store, read }, reads };
}

function loadedFrom(store: Store, capacity?: number): LoadedConversations {
  const onError = (error: unknown): void => expect(error).toBeUndefined();
  return new LoadedConversations({ store, format: 'test', onError, ...(capacity && { capacity }) });
}

const said = (text: string): ConversationEvent => ({ type: 'UserSaid', message: 'm', text, evidence: [] });

async function write(store: Store, id: string, events: ConversationEvent[]) {
  const stream = conversationStream(id);
  const expectedVersion = (await store.read(stream)).length;
  const cause = `cause-${expectedVersion}`;
  const result = await store.append({ stream, owner: id, expectedVersion, cause, at, events });
  return result.outcome === 'stored' ? result.events : [];
}

test('what was used last stays, the rest is read anew', async () => {
  const { store, reads } = watched();
  for (const id of ['a', 'b', 'c']) await write(store, id, [said('你好')]);
  const loaded = loadedFrom(store, 10 * 1024);
  for (const id of ['a', 'b', 'a', 'c', 'a']) await loaded.load(id);
  reads.length = 0;
  for (const id of ['a', 'c']) await loaded.load(id);
  expect(reads).toEqual([]);
  await loaded.load('b');
  expect(reads).toEqual([conversationStream('b')]);
});

test('a conversation that fills the memory by itself is not kept, and still known', async () => {
  const { store, reads } = watched();
  const words = '字'.repeat(10 * 1024);
  const from = {
    message: 'm',
    start: 0,
    end: words.length,
    words,
    rule: 'text',
    certainty: 'stated',
  } as const;
  await write(store, 'a', [
    { type: 'SlotFilled', slot: 'story', value: { kind: 'text', text: words }, from },
  ]);
  const loaded = loadedFrom(store, 10 * 1024);
  await loaded.load('a');
  reads.length = 0;
  expect((await loaded.load('a')).state.slots['story']?.from.words).toBe(words);
  expect(reads).toHaveLength(1);
});

test.each([
  ['a short text', '你好', 0],
  ['a long one, which its words would keep in memory', '字'.repeat(5_000), 1],
])('after %s the state read next is the same', async (_, text, readAnew) => {
  const { store, reads } = watched();
  const loaded = loadedFrom(store);
  const before = await loaded.load('a');
  const after = loaded.advance('a', before, await write(store, 'a', [said(text)]));
  reads.length = 0;
  expect(await loaded.load('a')).toEqual(after);
  expect(reads).toHaveLength(readAnew);
});

test('who waits until it has settled finds the snapshot stored', async () => {
  const store = memoryStore();
  const loaded = loadedFrom(store);
  const before = await loaded.load('a');
  const events = await write(
    store,
    'a',
    Array.from({ length: 200 }, (_, at) => said(`第${at}句`)),
  );
  loaded.advance('a', before, events);
  await loaded.settled();
  expect((await store.snapshot(conversationStream('a'), 'a', 'test'))?.version).toBe(200);
});
