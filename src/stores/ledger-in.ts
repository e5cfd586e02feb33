import { join } from 'node:path';
import type { Ledger } from './ledger.ts';
import { sqliteLedger } from './sqlite/sqlite-ledger.ts';

/** A Redis or the nodes of a cluster, and what all keys in it begin with. */
export interface RedisPlace {
  urls: string[];
  prefix: string;
}

/** A place as an operator writes it: the path of an SQLite file, or URLs of a Redis with commas between them. */
export const placeFrom = (text: string, prefix: string): string | RedisPlace =>
  /^rediss?:/.test(text) ? { urls: text.split(','), prefix } : text;

/** No ledger can be had where it should be. The message says why. */
export class LedgerUnavailable extends Error {
  override readonly name = 'LedgerUnavailable';
}

/**
 * The ledger in an SQLite file, which is made where there is none, or in a Redis.
 * @throws LedgerUnavailable when the Redis cannot be used
 */
export async function ledgerAt(place: string | RedisPlace): Promise<Ledger> {
  if (typeof place === 'string') return sqliteLedger(place);
  // Its client takes a third of a second to load.
  const { redisLedger } = await import('./redis/redis-ledger.ts');
  return redisLedger(place).catch((error: Error) => {
    throw new LedgerUnavailable(error.message, { cause: error });
  });
}

/** The ledger in a Redis, or without one in the file of a data folder, which must exist. Throws as `ledgerAt`. */
export const ledgerIn = (folder: string, redis: RedisPlace | null): Promise<Ledger> =>
  ledgerAt(redis ?? join(folder, 'parley.db'));
