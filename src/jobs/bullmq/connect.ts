import { once } from 'node:events';
import { Cluster, Redis } from 'ioredis';

export type Connection = Redis | Cluster;

/** So long a command may take, and a connection that is wanted now may be missing. */
export const PATIENCE_MS = 5_000;
/** So long a connection that is closed may take to say goodbye. */
export const FAREWELL_MS = 1_000;

/** For what somebody waits for: a command fails soon when Redis is away or slow, rather than hang. */
const IMPATIENT = {
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  commandTimeout: PATIENCE_MS,
};
/** For workers, which block on Redis and take up their work by themselves when it is back. */
const PATIENT = { enableOfflineQueue: true, maxRetriesPerRequest: null };

/**
 * A connection that comes back by itself whenever Redis does.
 * @param urls `redis://` or `rediss://`; several are nodes of one cluster
 */
export function connect(
  urls: string[],
  kind: 'impatient' | 'patient',
  onError: (error: unknown) => void,
): Connection {
  const options = kind === 'patient' ? PATIENT : IMPATIENT;
  const [first = '', ...others] = urls;
  const connection = others.length === 0 ? new Redis(first, options) : cluster(urls, options);
  connection.on('error', onError);
  // Each queue and worker on it listens.
  connection.setMaxListeners(0);
  return connection;
}

/** Nodes of a cluster name each other without password and encryption: those are taken from the first address. */
function cluster(urls: string[], options: typeof PATIENT | typeof IMPATIENT): Cluster {
  const { protocol, username, password } = new URL(urls[0] ?? '');
  return new Cluster(urls, {
    enableOfflineQueue: options.enableOfflineQueue,
    redisOptions: {
      ...options,
      ...(username && { username: decodeURIComponent(username) }),
      ...(password && { password: decodeURIComponent(password) }),
      ...(protocol === 'rediss:' && { tls: {} }),
    },
  });
}

/** Resolves when commands can be sent. @throws when that takes too long */
export async function ready(connection: Connection): Promise<void> {
  if (connection.status === 'ready') return;
  try {
    await once(connection, 'ready', { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch {
    throw new Error('Redis cannot be reached');
  }
}
