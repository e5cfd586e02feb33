import type { Ledger } from '../ledger.ts';
import { Connection } from './connection.ts';
import { Layout, noticesOf } from './layout.ts';
import { redisAddress } from './redis-address.ts';
import { redisAppends } from './redis-appends.ts';
import { redisKeys } from './redis-keys.ts';
import { redisNames } from './redis-names.ts';
import { redisMarks } from './redis-marks.ts';
import { RedisNotices } from './redis-notices.ts';
import { redisQueue } from './redis-queue.ts';
import { redisWarnings } from './redis-warnings.ts';
import { script } from './script.ts';

export interface RedisOptions {
  /** URL of one Redis, or of several nodes of one cluster. */
  urls: string[];
  /** What all keys begin with, so that several can share one Redis. */
  prefix: string;
  /** Milliseconds an answer may take; what takes longer is rejected. */
  patience?: number;
}

const PATIENCE_MS = 5_000;

/**
 * A ledger in one Redis or in a Redis Cluster, which any number of processes and machines may share. What was confirmed
 * survives the end of the server when that writes as `warnings` asks for.
 * @throws Error when no server answers, when it is older than Redis 7, or holds the data of a newer Parley
 */
export async function redisLedger({ urls, prefix, patience = PATIENCE_MS }: RedisOptions): Promise<Ledger> {
  const connection = await Connection.open(urls.map(redisAddress), patience);
  try {
    return ledgerOver(connection, await Layout.of(connection, prefix), patience);
  } catch (error) {
    connection.close();
    throw error;
  }
}

const lease = script('lease');
const release = script('release');

function ledgerOver(connection: Connection, layout: Layout, patience: number): Ledger {
  const notices = new RedisNotices(connection, layout.bases.map(noticesOf), patience);
  const checkpoints = (partition: number): string => `${layout.base(partition)}checkpoints`;
  const leaseKey = (name: string): string => `${layout.baseOf(name)}lease:${name}`;

  return {
    partitions: layout.partitions,
    queue: redisQueue(connection, layout.queue),
    marks: redisMarks(connection, layout),
    ...redisAppends(connection, layout),
    ...redisNames(connection, layout),
    ...redisKeys(connection, layout),
    async checkpoint(reader, partition) {
      const key = checkpoints(partition);
      return Number(await connection.send(key, ['HGET', key, reader]));
    },
    async saveCheckpoint(reader, partition, position) {
      const key = checkpoints(partition);
      await connection.send(key, ['HSET', key, reader, String(position)]);
    },
    lease: async (name, holder, ms) =>
      (await connection.run(lease, [leaseKey(name)], [holder, String(Math.ceil(ms))])) === 1,
    async release(name, holder) {
      await connection.run(release, [leaseKey(name)], [holder]);
    },
    watch: listener => notices.watch(listener),
    // Every part has to take writes: a cluster may have lost some of them.
    async probe() {
      const keys = [...layout.bases, layout.queue].map(base => `${base}probe`);
      await Promise.all(keys.map(key => connection.send(key, ['SET', key, '1'])));
    },
    warnings: async () => redisWarnings(await connection.link.nodes()),
    async close() {
      connection.close();
      await notices.close();
    },
  };
}
