import { createClient, RESP_TYPES, type RedisClientOptions } from 'redis';
import type { RedisAddress } from './redis-address.ts';

export type RedisClient = ReturnType<typeof createClient>;
export type Argument = string | Buffer;

/** A way to one Redis or to all nodes of a cluster. It is thrown away when it breaks, and another takes its place. */
export interface Link {
  /** Sends a command to the node that holds `key`. Texts come back as bytes. */
  send(key: string, args: Argument[]): Promise<unknown>;
  /** The connection to the node that holds `key`. */
  nodeOf(key: string): Promise<RedisClient>;
  /** A connection to each node that takes writes. */
  nodes(): Promise<RedisClient[]>;
  /** Resolves when it has broken, and will not come back by itself. */
  readonly lost: Promise<void>;
  destroy(): void;
}

/** So many commands may wait for an answer; more are refused. */
export const MOST_WAITING = 20_000;

/** No time limit of the client's own: it would not hold for what is sent already. Texts come as bytes. */
export const COMMANDS = { timeout: 0, typeMapping: { [RESP_TYPES.BLOB_STRING]: Buffer } } as const;

/** Commands are refused while there is no connection, rather than kept. Their time limit is `Connection`'s affair. */
export const optionsFor = (address: RedisAddress, patience: number): RedisClientOptions => ({
  ...(address.username === undefined ? {} : { username: address.username }),
  ...(address.password === undefined ? {} : { password: address.password }),
  database: address.database,
  name: 'parley',
  disableOfflineQueue: true,
  commandsQueueMaxLength: MOST_WAITING,
  commandOptions: COMMANDS,
  maintNotifications: 'disabled',
  socket: {
    connectTimeout: patience,
    reconnectStrategy: false,
    ...(address.tls ? { tls: true } : {}),
  },
});

/** Errors reach those whose commands fail; an `error` event without a listener would end the process. */
export const unheard = (): void => {};

/** Connects a client that does not come back by itself; `lost` resolves when it has broken. */
async function connect(client: RedisClient): Promise<{ client: RedisClient; lost: Promise<void> }> {
  const { promise: lost, resolve } = Promise.withResolvers<void>();
  client.on('error', unheard).once('terminated', () => resolve());
  try {
    await client.connect();
    return { client, lost };
  } catch (error) {
    client.destroy();
    throw error;
  }
}

/**
 * A link to the Redis at an address.
 * @param patience milliseconds for making a connection
 */
export async function linkToOne(address: RedisAddress, patience: number): Promise<Link> {
  const options = optionsFor(address, patience);
  const { host, port } = address;
  const socket = { ...options.socket, host, port, ...(address.tls ? { servername: host } : {}) };
  const { client, lost } = await connect(createClient({ ...options, socket }));
  return {
    send: (_, args) => client.sendCommand(args),
    nodeOf: async () => client,
    nodes: async () => [client],
    lost,
    destroy: () => client.destroy(),
  };
}

/** The same connection, for answers that people read. */
export const asText = (client: RedisClient) => client.withTypeMapping({});

/** Some hosters forbid INFO; theirs then has to be named with two nodes to be taken for a cluster. */
export const isClusterNode = async (client: RedisClient): Promise<boolean> =>
  (
    await asText(client)
      .info('cluster')
      .catch(() => '')
  ).includes('cluster_enabled:1');

/** Milliseconds between two attempts to reach what was lost: longer each time, never the same for all. */
export const backoff = (attempt: number): number =>
  Math.min(50 * 2 ** attempt, 1_000) * (0.5 + Math.random());

/** A second connection to the node of another one, for subscriptions. */
export function secondTo(client: RedisClient): Promise<{ client: RedisClient; lost: Promise<void> }> {
  const socket = { ...client.options.socket, reconnectStrategy: false };
  return connect(client.duplicate({ socket } as Partial<RedisClientOptions>) as RedisClient);
}
