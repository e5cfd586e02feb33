import { setTimeout as pause } from 'node:timers/promises';
import type { Notice } from '../ledger.ts';
import type { Connection } from './connection.ts';
import { backoff } from './link.ts';
import { Subscription } from './subscription.ts';

/**
 * Notices of what any process has written, over connections of their own. Whenever these had to be made anew, the
 * listeners hear null, for something may have been missed.
 */
export class RedisNotices {
  readonly #connection: Connection;
  readonly #channels: string[];
  readonly #patience: number;
  readonly #listeners = new Set<(notice: Notice) => void>();
  readonly #closing = new AbortController();
  #running: Promise<void> | null = null;

  /** @param channels one for each partition, in the slot of which it lies */
  constructor(connection: Connection, channels: string[], patience: number) {
    this.#connection = connection;
    this.#channels = channels;
    this.#patience = patience;
  }

  watch(listener: (notice: Notice) => void): () => void {
    this.#listeners.add(listener);
    this.#running ??= this.#run();
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#listeners.clear();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    for (let attempt = 0; !signal.aborted; attempt += 1) {
      const subscription = new Subscription();
      try {
        const hear = (message: string): void => this.#tell(noticeFrom(message));
        await within(this.#patience, subscription.open(this.#connection, this.#channels, hear), signal);
        attempt = 0;
        this.#tell(null);
        await Promise.race([subscription.broken, this.#untilSilent(subscription)]);
      } catch {
        // Tried again below. Whoever cannot write or read just now hears it from the commands themselves.
      }
      subscription.close();
      await pause(backoff(attempt), null, { signal }).catch(() => {});
    }
  }

  /** Resolves when one of the connections does not answer any more, or on closing. */
  async #untilSilent(subscription: Subscription): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      await pause(this.#patience / 2, null, { signal, ref: false }).catch(() => {});
      if (signal.aborted) return;
      await within(this.#patience, subscription.ping(), signal);
    }
  }

  #tell(notice: Notice): void {
    for (const listener of this.#listeners) listener(notice);
  }
}

/** As the scripts write it: `<version> <stream>`, or `erased <owner>`. */
function noticeFrom(message: string): Notice {
  const space = message.indexOf(' ');
  const [word, name] = [message.slice(0, space), message.slice(space + 1)];
  return word === 'erased' ? { erased: name } : { stream: name, version: Number(word) };
}

/** Rejects when work takes longer, or is not wanted any more. */
async function within<T>(ms: number, work: Promise<T>, signal: AbortSignal): Promise<T> {
  const done = new AbortController();
  const late = pause(ms, null, { signal: AbortSignal.any([done.signal, signal]) }).then(() => {
    throw new Error(`no answer from Redis within ${ms} ms`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
    work.catch(() => {});
  }
}
