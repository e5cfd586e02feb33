import { setTimeout as pause } from 'node:timers/promises';
import { type RedisOptions, RedisServer } from './redis-server.ts';

const SLOTS = 16_384;

/** A Redis Cluster of three masters without replicas, as real processes. */
export class RedisCluster {
  readonly nodes: RedisServer[];

  private constructor(nodes: RedisServer[]) {
    this.nodes = nodes;
  }

  static async start(options: RedisOptions = {}): Promise<RedisCluster> {
    const nodes = await Promise.all([0, 1, 2].map(() => RedisServer.start({ ...options, cluster: true })));
    const cluster = new RedisCluster(nodes);
    const [first] = nodes;
    for (const [at, node] of nodes.entries()) {
      const [from, to] = [at, at + 1].map(edge => Math.ceil((edge * SLOTS) / nodes.length));
      await node.cli('CLUSTER', 'ADDSLOTSRANGE', String(from), String(Number(to) - 1));
      await node.cli('CLUSTER', 'SET-CONFIG-EPOCH', String(at + 1));
      if (first && node !== first)
        await node.cli('CLUSTER', 'MEET', '127.0.0.1', String(first.port), await busPort(first));
    }
    await cluster.whole();
    return cluster;
  }

  get urls(): string[] {
    return this.nodes.map(node => node.url);
  }

  /** Resolves once every node sees all of the others and all slots. */
  async whole(): Promise<void> {
    for (const node of this.nodes) {
      while (!(await isWhole(node, this.nodes.length))) await pause(50);
    }
  }

  async remove(): Promise<void> {
    await Promise.all(this.nodes.map(node => node.remove()));
  }
}

const busPort = async (node: RedisServer): Promise<string> =>
  (await node.cli('CONFIG', 'GET', 'cluster-port')).split('\n')[1] ?? '';

async function isWhole(node: RedisServer, size: number): Promise<boolean> {
  const info = await node.cli('CLUSTER', 'INFO');
  return info.includes('cluster_state:ok') && info.includes(`cluster_known_nodes:${size}`);
}
