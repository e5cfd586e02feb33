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

  /** Moves the slot of a key, with all its keys, to the node that comes after the one that has it. */
  async moveSlotOf(key: string): Promise<void> {
    const slot = (await this.nodes[0]?.cli('CLUSTER', 'KEYSLOT', key)) ?? '';
    const keysAt = async (node: RedisServer): Promise<string[]> =>
      (await node.cli('CLUSTER', 'GETKEYSINSLOT', slot, '10000')).split('\n').filter(Boolean);
    const held = await Promise.all(this.nodes.map(keysAt));
    const at = held.findIndex(keys => keys.length > 0);
    const [from, to] = [this.nodes[at], this.nodes[(at + 1) % this.nodes.length]];
    if (!from || !to) throw new Error(`no node has a key in the slot of ${key}`);
    const [fromId, toId] = [await from.cli('CLUSTER', 'MYID'), await to.cli('CLUSTER', 'MYID')];
    await to.cli('CLUSTER', 'SETSLOT', slot, 'IMPORTING', fromId);
    await from.cli('CLUSTER', 'SETSLOT', slot, 'MIGRATING', toId);
    const moved = ['127.0.0.1', String(to.port), '', '0', '5000', 'KEYS', ...(await keysAt(from))];
    await from.cli('MIGRATE', ...moved);
    for (const node of [to, from]) await node.cli('CLUSTER', 'SETSLOT', slot, 'NODE', toId);
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
