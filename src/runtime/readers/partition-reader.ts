import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import type { Committed, Work } from './work.ts';

export interface ReaderOptions {
  clock: Clock;
  onError: (error: unknown) => void;
  /** Who works: unlike any other process's. */
  holder: string;
  /** Milliseconds after which another process takes over from one that fell silent. */
  leaseMs: number;
}

const BATCH = 500;
/** Positions without an effect that may pass before the place is written down; a restart only reads them again. */
const UNSAVED = 2_000;
const RETRY_AFTER_MS = 1_000;

/**
 * Does a work in one partition, commits as they come, from where the last process stopped, while it holds the
 * partition's lease. When nothing happens it lets the lease run out rather than write for nothing.
 */
export class PartitionReader {
  readonly #partition: number;
  readonly #store: Store;
  readonly #todo: Work;
  readonly #options: ReaderOptions;
  readonly #lease: string;
  /** All up to this position is done. */
  #done = 0;
  #saved = 0;
  /** By the process's own clock. */
  #heldUntil = 0;
  #renewAt = 0;
  /** Until then another process holds it, for all that is known, and is not disturbed by asking. */
  #refusedUntil = 0;
  #running: Promise<void> | null = null;
  #again = false;
  #timer: NodeJS.Timeout | undefined;
  /** So many wait until all is done. */
  #awaited = 0;
  #hurry: () => void = () => {};
  #isStopped = false;
  /** Since when something waits, in milliseconds; null while nothing does, or another process sees to it. */
  #behindSince: number | null = null;

  constructor(partition: number, store: Store, work: Work, options: ReaderOptions) {
    this.#partition = partition;
    this.#store = store;
    this.#todo = work;
    this.#options = options;
    this.#lease = `${work.reader}-${partition}`;
  }

  /** Says that there may be new events. Returns at once. */
  wake(): void {
    if (this.#isStopped) return;
    this.#again = true;
    this.#behindSince ??= this.#now();
    this.#running ??= this.#work().finally(() => {
      this.#running = null;
      if (this.#again) this.wake();
    });
  }

  /** Resolves when there is nothing more to do now: all is done, has failed and waits, or another process does it. */
  async settled(): Promise<void> {
    this.#awaited++;
    this.#hurry();
    while (this.#running) await this.#running;
    this.#awaited--;
  }

  /** Finishes what it is at, and lets another process go on at once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#again = false;
    this.#hurry();
    await this.#running;
    if (performance.now() < this.#heldUntil)
      await this.#store.release(this.#lease, this.#options.holder).catch(this.#options.onError);
  }

  /** How old what waits is, in milliseconds. */
  get lagMs(): number {
    return this.#behindSince === null ? 0 : Math.max(0, this.#now() - this.#behindSince);
  }

  #now(): number {
    return Date.parse(this.#options.clock.now());
  }

  /** Until it is time for the next round, or somebody waits for it. */
  async #pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, this.#todo.paceMs);
    this.#hurry = resolve;
    await promise;
    clearTimeout(timer);
  }

  #later(ms: number): void {
    if (this.#isStopped) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.wake(), ms).unref();
  }

  async #work(): Promise<void> {
    for (;;) {
      this.#again = false;
      try {
        if (await this.#drained()) this.#behindSince = null;
      } catch (error) {
        this.#options.onError(error);
        return this.#later(RETRY_AFTER_MS);
      }
      if (!this.#again || this.#isStopped) return;
      if (this.#awaited === 0) await this.#pause();
    }
  }

  /** False when it had to stop before the end. */
  async #drained(): Promise<boolean> {
    const { reader } = this.#todo;
    while (await this.#holds()) {
      const { items, upTo } = await this.#todo.read(this.#partition, this.#done, BATCH);
      if (upTo === this.#done) return true;
      const isDone = await this.#todo.take(items, {
        mayGoOn: next => this.#mayGoOn(next),
        done: position => void (this.#done = position),
      });
      if (!isDone) return false;
      this.#done = upTo;
      if (items.length > 0 || upTo - this.#saved >= UNSAVED) {
        await this.#store.saveCheckpoint(reader, this.#partition, upTo);
        this.#saved = upTo;
      }
    }
    return false;
  }

  async #mayGoOn({ at }: Committed): Promise<boolean> {
    if (this.#isStopped || !(await this.#holds())) return false;
    this.#behindSince = Date.parse(at);
    return true;
  }

  /** Takes the lease or renews it in good time. Another holder may have gone on from where this one was. */
  async #holds(): Promise<boolean> {
    const store = this.#store;
    const { holder, leaseMs } = this.#options;
    const now = performance.now();
    if (now < this.#renewAt) return true;
    if (now >= this.#refusedUntil && !(await store.lease(this.#lease, holder, leaseMs))) {
      this.#heldUntil = 0;
      this.#refusedUntil = now + leaseMs / 6;
    }
    if (now < this.#refusedUntil) {
      this.#behindSince = null;
      this.#later(this.#refusedUntil - now);
      return false;
    }
    if (now >= this.#heldUntil) {
      this.#saved = await store.checkpoint(this.#todo.reader, this.#partition);
      this.#done = Math.max(this.#done, this.#saved);
    }
    this.#heldUntil = now + leaseMs;
    this.#renewAt = now + leaseMs / 3;
    return true;
  }
}
