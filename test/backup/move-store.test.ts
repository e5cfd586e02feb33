import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Moved, moveStore } from '../../src/backup/move-store.ts';
import { noProgress } from '../../src/progress.ts';
import { EFFECTIVE, READER } from '../../src/runtime/reactions/reactions.ts';
import { CASE } from '../../src/runtime/streams.ts';
import { doneIn, type Ledger } from '../../src/stores/ledger.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { redisLedger } from '../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import type { StreamEvent } from '../../src/stores/store.ts';
import { to, told } from '../contracts/store-contract.ts';
import { RedisServer } from '../support/redis-server.ts';
import { operatorKey } from '../support/stores.ts';

const copying = {
  readers: [READER],
  isEffect: (stream: string) => stream.startsWith(CASE),
  hasEffect: (type: string) => EFFECTIVE.has(type),
};
const move = (from: Ledger, into: Ledger): Promise<Moved> =>
  moveStore({ from, to: into, copying, leaseOf: part => `${READER}-${part}`, progress: noProgress });

const filed: StreamEvent = { type: 'CaseFiled', number: '1', answerBy: '2026-12-01' };
const SINCE = '2026-03-15T08:00:00.000Z';

const folder = mkdtempSync(join(tmpdir(), 'parley-move-'));
let server: RedisServer;
beforeAll(async () => {
  server = await RedisServer.start({ fsync: null });
});
afterAll(async () => {
  await server.remove();
  rmSync(folder, { recursive: true });
});

let places = 0;
const sqlite = async (): Promise<Ledger> => sqliteLedger(join(folder, `${++places}.db`));
const redis = (): Promise<Ledger> => redisLedger({ urls: [server.url], prefix: `p${++places}:` });

/** Conversations with cases, the first one erased; reactions have come past all but the last. */
async function fill(ledger: Ledger): Promise<void> {
  const store = sealedStore(ledger, operatorKey);
  for (let number = 0; number < 40; number++) {
    const owner = `o${number}`;
    const stream = `conversation-${owner}`;
    await store.append({ ...to(stream, 0, 'c1', told('m', '第一句'), filed), owner });
    await store.append({ ...to(stream, 2, 'c2', told('m', 'second')), owner });
    await store.append({ ...to(`case-${number}`, 0, 'c1'), owner });
    const line = { queue: 'case', version: 1, status: 'filed', type: null, mediator: null, deadline: null };
    await store.queue.put({ ...line, stream: `case-${number}`, since: SINCE });
  }
  await store.append({ ...to('conversation-o0', 3, 'erased', { type: 'ConversationErased' }), owner: 'o0' });
  await store.erase('o0', ['conversation-o0', 'case-0']);
  await store.queue.remove('case-0');
  for (let partition = 0; partition < ledger.partitions; partition++) {
    const rows = await ledger.readAll(partition, 0, 1_000);
    await ledger.saveCheckpoint(READER, partition, rows.at(-1)?.position ?? 0);
  }
  await store.append({ ...to('conversation-late', 0, 'c1', filed), owner: 'late' });
}

/** Streams with events that reactions have still to carry out. */
async function undone(ledger: Ledger): Promise<string[]> {
  const found: string[] = [];
  for (let partition = 0; partition < ledger.partitions; partition++) {
    const rows = await ledger.readAll(partition, await ledger.checkpoint(READER, partition), 1_000);
    for (const { stream, types, version } of rows) {
      const isDone = version <= (await ledger.checkpoint(doneIn(READER, stream), 0));
      if (types.some(type => EFFECTIVE.has(type)) && !isDone) found.push(stream);
    }
  }
  return found;
}

describe.each([
  ['sqlite', 'redis', sqlite, redis],
  ['redis', 'sqlite', redis, sqlite],
  ['redis', 'another redis', redis, redis],
] as const)('from %s to %s', (_old, _new, openOld, openNew) => {
  test('all is there, what was erased stays so, and nothing is done twice', async () => {
    const [old, fresh] = [await openOld(), await openNew()];
    await fill(old);
    expect(await move(old, fresh)).toEqual({ streams: 81, stored: 122, present: 0 });
    const [before, after] = [old, fresh].map(ledger => sealedStore(ledger, operatorKey));
    for (const stream of await old.streams('', '', 1_000))
      expect((await after?.read(stream))?.map(({ position: _at, ...rest }) => rest)).toEqual(
        (await before?.read(stream))?.map(({ position: _at, ...rest }) => rest),
      );
    expect(await fresh.key('o0')).toBeNull();
    expect(await after?.append({ ...to('conversation-o0', 4, 'c9'), owner: 'o0' })).toEqual({
      outcome: 'erased',
    });
    expect(await fresh.queue.counts('case')).toEqual({ filed: 39 });
    expect(await undone(fresh)).toEqual(['conversation-late']);
    expect(await move(old, fresh)).toMatchObject({ stored: 0, present: 122 });
    for (const ledger of [old, fresh]) await ledger.close();
  });
});

describe('a move', () => {
  test('is refused where something else lies, and changes nothing there', async () => {
    const [old, fresh] = [memoryLedger(), memoryLedger()];
    await fill(old);
    await sealedStore(fresh, operatorKey).append(to('conversation-other', 0, 'c1'));
    await expect(move(old, fresh)).rejects.toThrow('holds other conversations already');
    expect(await fresh.streams('', '', 10)).toEqual(['conversation-other']);
  });

  test('is refused where the new place is in use already', async () => {
    const [old, fresh] = [memoryLedger(), memoryLedger()];
    await fill(old);
    await move(old, fresh);
    await sealedStore(fresh, operatorKey).append({ ...to('conversation-o1', 3, 'c3'), owner: 'o1' });
    await expect(move(old, fresh)).rejects.toThrow('holds other conversations already');
  });

  test('is refused while somebody works in the old place', async () => {
    const [old, fresh] = [memoryLedger(), memoryLedger()];
    await fill(old);
    await old.lease(`${READER}-0`, 'a server', 60_000);
    await expect(move(old, fresh)).rejects.toThrow('at work in the old place');
    await old.release(`${READER}-0`, 'a server');
    await move(old, fresh);
    expect(await old.lease(`${READER}-0`, 'a server', 60_000)).toBe(true);
  });

  test('is not over when something was written meanwhile', async () => {
    const [old, fresh] = [memoryLedger(), memoryLedger()];
    await fill(old);
    const writing: Ledger = {
      ...fresh,
      async append(append) {
        const result = await fresh.append(append);
        if (append.stream === 'conversation-late')
          await sealedStore(old, operatorKey).append({ ...to('conversation-o1', 3, 'c3'), owner: 'o1' });
        return result;
      },
    };
    await expect(move(old, writing)).rejects.toThrow('conversation-o1 is not the same in both');
    expect(await move(old, fresh)).toMatchObject({ stored: 1 });
  });
});
