import { createCluster } from 'redis';
import { backoff, COMMANDS, type Link, optionsFor, type RedisClient, unheard } from './link.ts';
import type { RedisAddress } from './redis-address.ts';

/** Nodes of a cluster come and go without the link being lost: the client finds them again. */
export async function linkToCluster(addresses: RedisAddress[], patience: number): Promise<Link> {
  const [first] = addresses;
  if (!first) throw new Error('A Redis Cluster needs the URL of one node at least.');
  const options = optionsFor(first, patience);
  const cluster = createCluster({
    rootNodes: addresses.map(({ host, port }) => ({ socket: { host, port } })),
    defaults: {
      ...options,
      socket: { ...options.socket, reconnectStrategy: backoff },
    },
    commandOptions: COMMANDS,
    // A node that is down must not keep the others from being reached.
    minimizeConnections: true,
    topologyRefreshOnReconnectionAttemptStrategy: 1_000,
  });
  cluster.on('error', unheard).on('node-error', unheard);
  try {
    await cluster.connect();
  } catch (error) {
    cluster.destroy();
    throw error;
  }
  return {
    send: (key, args) => cluster.sendCommand(key, false, args),
    nodeOf: async key => (await cluster.getNodeClientForKey(key)) as unknown as RedisClient,
    nodes: () =>
      Promise.all(
        cluster.masters.map(async node => (await cluster.nodeClient(node)) as unknown as RedisClient),
      ),
    lost: new Promise(() => {}),
    destroy: () => cluster.destroy(),
  };
}
