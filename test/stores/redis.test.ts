import { afterAll, beforeAll } from 'vitest';
import type { Ledger } from '../../src/stores/ledger.ts';
import { redisLedger } from '../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { ledgerContract } from '../contracts/ledger-contract.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { RedisCluster } from '../support/redis-cluster.ts';
import { RedisServer } from '../support/redis-server.ts';
import { operatorKey } from '../support/stores.ts';

let server: RedisServer;
let cluster: RedisCluster;
beforeAll(async () => {
  [server, cluster] = await Promise.all([
    RedisServer.start({ fsync: null }),
    RedisCluster.start({ fsync: null }),
  ]);
}, 60_000);
afterAll(() => Promise.all([server.remove(), cluster.remove()]));

let ledgers = 0;
const fresh = (urls: string[]): Promise<Ledger> => redisLedger({ urls, prefix: `test${++ledgers}:` });

for (const [name, urls] of [
  ['one redis', () => [server.url]],
  ['a redis cluster', () => cluster.urls],
] as const) {
  storeContract(name, async () => sealedStore(await fresh(urls()), operatorKey));
  ledgerContract(name, () => fresh(urls()));
}
