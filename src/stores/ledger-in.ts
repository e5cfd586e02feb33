import { join } from 'node:path';
import type { Ledger } from './ledger.ts';
import { sqliteLedger } from './sqlite/sqlite-ledger.ts';

/** No ledger can be had where it should be. The message says why, and what to look at. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
}

/**
 * The ledger in a Redis, or without one in the file of a data folder, which must exist.
 * @throws LedgerUnavailable when the Redis cannot be used
 */
export async function ledgerIn(
  folder: string,
  redis: { urls: string[]; prefix: string } | null,
): Promise<Ledger> {
  if (!redis) return sqliteLedger(join(folder, 'parley.db'));
  // Its client takes a third of a second to load.
  const { redisLedger } = await import('./redis/redis-ledger.ts');
  return redisLedger(redis).catch((error: Error) => {
    throw new LedgerUnavailable(`${error.message} Check REDIS_URL.`, { cause: error });
  });
}
