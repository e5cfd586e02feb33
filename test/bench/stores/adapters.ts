import { join } from 'node:path';
import type { Ledger } from '../../../src/stores/ledger.ts';
import { redisLedger } from '../../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../../src/stores/sqlite/sqlite-ledger.ts';
import type { Store } from '../../../src/stores/store.ts';
import { RedisServer } from '../../support/redis-server.ts';
import { operatorKey } from '../../support/stores.ts';

/** A kind of store that keeps what it is given. Opened again under the same name, it has what was written before. */
export interface Adapter {
  name: string;
  ledger(name: string): Promise<Ledger>;
  store(name: string): Promise<Store>;
}

const adapter = (name: string, ledger: Adapter['ledger']): Adapter => ({
  name,
  ledger,
  store: async place => sealedStore(await ledger(place), operatorKey),
});

/** Runs `work` with every adapter there is, over places that are gone afterwards. */
export async function withAdapters<T>(folder: string, work: (adapters: Adapter[]) => Promise<T>): Promise<T> {
  const redis = await RedisServer.start({ fsync: 'always' });
  try {
    return await work([
      adapter('SQLite', async name => sqliteLedger(join(folder, `${name}.db`))),
      adapter('Redis', name => redisLedger({ urls: [redis.url], prefix: `${name}:` })),
    ]);
  } finally {
    await redis.remove();
  }
}
