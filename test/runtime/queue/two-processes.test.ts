import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { localSignals } from '../../../src/signals/local-signals.ts';
import { redisSignals } from '../../../src/signals/redis/redis-signals.ts';
import { redisLedger } from '../../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import { queueContract, type Side } from '../../contracts/queue-contract.ts';
import { RedisServer } from '../../support/redis-server.ts';
import { memoryStore, operatorKey, sqliteStore } from '../../support/stores.ts';

const onError = (error: unknown): void => {
  throw error;
};

queueContract('one memory', async () => {
  const [store, signals] = [memoryStore(), localSignals()];
  return {
    sides: [
      { store, signals },
      { store, signals },
    ],
    close: () => signals.close(),
  };
});

queueContract('one file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-queue-'));
  const signals = localSignals();
  const sides = [1, 2].map(() => ({ store: sqliteStore(join(folder, 'parley.db')), signals }));
  return {
    sides: sides as [Side, Side],
    async close() {
      await signals.close();
      for (const { store } of sides) await store.close();
      rmSync(folder, { recursive: true });
    },
  };
});

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start({ fsync: null });
}, 60_000);
afterAll(() => redis.remove());

let queues = 0;
queueContract('one redis', async () => {
  const place = { urls: [redis.url], prefix: `queue${++queues}:` };
  const side = async (): Promise<Side> => ({
    store: sealedStore(await redisLedger(place), operatorKey),
    signals: await redisSignals(place, onError),
  });
  const sides: [Side, Side] = [await side(), await side()];
  return {
    sides,
    async close() {
      for (const { store, signals } of sides) {
        await signals.close();
        await store.close();
      }
    },
  };
});
