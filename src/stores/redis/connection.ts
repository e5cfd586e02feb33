import { setTimeout as pause } from 'node:timers/promises';
import { inLanes } from './lanes.ts';
import { type Argument, backoff, isClusterNode, type Link, linkToOne, MOST_WAITING } from './link.ts';
import { linkToCluster } from './cluster-link.ts';
import { nameOf, type RedisAddress } from './redis-address.ts';
import type { Script } from './script.ts';

/** Connections to one Redis, and to each node of a cluster. */
const LANES = { one: 32, cluster: 8 };

interface Waiting {
  since: number;
  reject(error: Error): void;
}

/**
 * Commands to Redis, each of which is answered or rejected within a bounded time. A rejected one may have been carried
 * out. A connection that breaks, or on which an answer is overdue, is thrown away; another one is made in the
 * background, and until it stands every command is rejected at once.
 */
export class Connection {
  readonly #addresses: RedisAddress[];
  readonly #patience: number;
  readonly #waiting = new Set<Waiting>();
  readonly #closing = new AbortController();
  readonly #sweep: NodeJS.Timeout;
  #link: Link | null = null;

  private constructor(addresses: RedisAddress[], patience: number) {
    this.#addresses = addresses;
    this.#patience = patience;
    this.#sweep = setInterval(() => this.#refuseOverdue(), patience / 10).unref();
  }

  /**
   * @param addresses one Redis or node of a cluster, or several nodes of one cluster
   * @param patience milliseconds an answer may take
   * @throws Error when none of them can be reached in that time
   */
  static async open(addresses: RedisAddress[], patience: number): Promise<Connection> {
    const connection = new Connection(addresses, patience);
    try {
      connection.#use(await connection.#open());
      return connection;
    } catch (error) {
      connection.close();
      const { code, message } = error as NodeJS.ErrnoException;
      throw new Error(`Redis at ${addresses.map(nameOf).join(', ')} cannot be used (${code ?? message}).`, {
        cause: error,
      });
    }
  }

  get link(): Link {
    if (!this.#link) throw new Error('Redis cannot be reached just now');
    return this.#link;
  }

  /** Sends a command to the node that holds `key`. Texts come back as bytes. */
  send(key: string, args: Argument[]): Promise<unknown> {
    const link = this.#link;
    if (!link) return Promise.reject(new Error('Redis cannot be reached just now'));
    if (this.#waiting.size >= MOST_WAITING)
      return Promise.reject(new Error('Too many commands wait for Redis'));
    return new Promise((resolve, reject) => {
      const waiting = { since: performance.now(), reject };
      this.#waiting.add(waiting);
      link.send(key, args).then(
        answer => {
          this.#waiting.delete(waiting);
          resolve(answer);
        },
        (error: Error) => {
          this.#waiting.delete(waiting);
          reject(error);
          // It has become a replica: behind the same name there may be another one that takes writes.
          if (error.message.startsWith('READONLY')) this.#lose(link);
        },
      );
    });
  }

  /** Runs a script on the node that holds the first of its keys; all of them must lie in one slot. */
  async run(script: Script, keys: [string, ...string[]], args: Argument[]): Promise<unknown> {
    const rest = [String(keys.length), ...keys, ...args];
    try {
      return await this.send(keys[0], ['EVALSHA', script.sha, ...rest]);
    } catch (error) {
      if (!(error as Error).message.startsWith('NOSCRIPT')) throw error;
      return this.send(keys[0], ['EVAL', script.text, ...rest]);
    }
  }

  /** Rejects what waits, and what comes. */
  close(): void {
    this.#closing.abort();
    clearInterval(this.#sweep);
    const link = this.#link;
    this.#link = null;
    link?.destroy();
  }

  #overdue(): Error {
    return new Error(`no answer from Redis within ${this.#patience} ms`);
  }

  #refuseOverdue(): void {
    const before = performance.now() - this.#patience;
    let overdue = false;
    // They all have the same time, so the set is in the order in which it runs out.
    for (const waiting of this.#waiting) {
      if (waiting.since > before) break;
      overdue = true;
      this.#waiting.delete(waiting);
      waiting.reject(this.#overdue());
    }
    if (overdue && this.#link) this.#lose(this.#link);
  }

  #use(link: Link): void {
    this.#link = link;
    void link.lost.then(() => this.#lose(link));
  }

  #lose(link: Link): void {
    if (this.#link !== link) return;
    this.#link = null;
    link.destroy();
    void this.#comeBack();
  }

  async #comeBack(): Promise<void> {
    const { signal } = this.#closing;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      await pause(backoff(attempt), null, { signal }).catch(() => {});
      const link = signal.aborted ? null : await this.#open().catch(() => null);
      if (link && signal.aborted) link.destroy();
      else if (link) return this.#use(link);
    }
  }

  /** A link, unless that takes too long; one that comes too late is thrown away. */
  async #open(): Promise<Link> {
    const made = this.#make();
    const late = new AbortController();
    try {
      return await Promise.race([
        made,
        pause(this.#patience, null, { signal: late.signal }).then(() => {
          made.then(link => link.destroy()).catch(() => {});
          throw this.#overdue();
        }),
      ]);
    } finally {
      late.abort();
    }
  }

  async #make(): Promise<Link> {
    const patience = this.#patience;
    const [address, ...others] = this.#addresses;
    if (address && others.length === 0) {
      const link = await linkToOne(address, patience);
      const [node] = await link.nodes();
      if (!node || !(await isClusterNode(node)))
        return inLanes(link, LANES.one, () => linkToOne(address, patience));
      link.destroy();
    }
    const open = (): Promise<Link> => linkToCluster(this.#addresses, patience);
    return inLanes(await open(), LANES.cluster, open);
  }
}
