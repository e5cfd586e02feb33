import { Queue } from 'bullmq';
import { within } from '../within.ts';
import { type Connection, connect, FAREWELL_MS, PATIENCE_MS, ready } from './connect.ts';
import { queuePrefix, type RedisPlace } from './redis-place.ts';

/** The queues that jobs are put into and looked up in, over one connection. */
export class Queues {
  readonly #connection: Connection;
  readonly #prefix: string;
  readonly #onError: (error: unknown) => void;
  readonly #queues = new Map<string, Promise<Queue>>();
  #becoming: Promise<void> | null = null;

  constructor({ urls, prefix }: RedisPlace, onError: (error: unknown) => void) {
    this.#connection = connect(urls, 'impatient', onError);
    this.#prefix = queuePrefix(prefix);
    this.#onError = onError;
  }

  /** @throws when Redis does not answer in time; what was asked of it may have been done all the same */
  async connected<T>(use: (connection: Connection) => Promise<T>): Promise<T> {
    const answer = this.#ready().then(() => use(this.#connection));
    // Whoever asked is told of it below; what comes later is of no use to anybody.
    answer.catch(() => {});
    if (!(await within(2 * PATIENCE_MS, answer))) throw new Error('Redis does not answer');
    return answer;
  }

  /** As `connected`, with the queue of a kind. */
  with<T>(kind: string, use: (queue: Queue) => Promise<T>): Promise<T> {
    return this.connected(async () => use(await this.#queue(kind)));
  }

  #ready(): Promise<void> {
    this.#becoming ??= ready(this.#connection).finally(() => {
      this.#becoming = null;
    });
    return this.#becoming;
  }

  /** A queue that could not begin, because Redis went away meanwhile, is good for nothing any more: it is made anew. */
  #queue(kind: string): Promise<Queue> {
    const queue = this.#queues.get(kind) ?? this.#begin(kind);
    this.#queues.set(kind, queue);
    queue.catch(() => this.#queues.delete(kind));
    return queue;
  }

  async #begin(kind: string): Promise<Queue> {
    const queue = new Queue(kind, { connection: this.#connection, prefix: this.#prefix });
    queue.on('error', this.#onError);
    await queue.waitUntilReady();
    return queue;
  }

  async close(): Promise<void> {
    const closing = [...this.#queues.values()].map(async queue => (await queue).close());
    await within(FAREWELL_MS, Promise.allSettled(closing));
    this.#connection.disconnect();
  }
}
