import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../../src/stores/ledger.ts';
import { redisLedger } from '../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { to } from '../contracts/store-contract.ts';
import { operatorKey } from '../support/stores.ts';

/**
 * Appends to a stream that others may write as well, and prints each version it was told is stored. What fails, or was
 * overtaken, is sent again with the same cause, as a client does.
 */
const [urls = '', prefix = '', stream = '', name = '', count = ''] = process.argv.slice(2);
const again = (): Promise<void> => pause(20);
const open = (): Promise<Ledger> =>
  redisLedger({ urls: urls.split(','), prefix, patience: 2_000 }).catch(() => again().then(open));
const store = sealedStore(await open(), operatorKey);

for (let number = 0, version = 0; number < Number(count); ) {
  try {
    const result = await store.append(to(stream, version, `${name}-${number}`));
    if (result.outcome === 'conflict') version = result.version;
    else if (result.outcome === 'erased') throw new Error('nobody erases here');
    else {
      version = result.events.at(-1)?.version ?? 0;
      process.stdout.write(`${version}\n`);
      number += 1;
    }
  } catch {
    await again();
  }
}
await store.close();
