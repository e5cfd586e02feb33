import { setTimeout as pause } from 'node:timers/promises';
import type { StoredEvent } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import type { ReactionTools } from './reaction.ts';
import { reactionJob } from './reaction-job.ts';
import { EFFECTIVE, READER, react } from './reactions.ts';

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
/** Under load, what is committed meanwhile is read together rather than one by one. */
const PACE_MS = 20;
/** So often an effect that fails for a reason of its own is tried at once, before it becomes a job and others go on. */
const TRIES = 3;
const TRY_AGAIN_MS = 50;

/**
 * Carries out what follows from the events of one partition, in their order, from where the last process stopped, while
 * it holds the partition's lease. When nothing happens it lets the lease run out rather than write for nothing.
 */
export class PartitionReader {
  readonly #partition: number;
  readonly #tools: ReactionTools;
  readonly #options: ReaderOptions;
  readonly #lease: string;
  /** All up to this position had its effect. */
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
  #isStopped = false;
  /** Since when something waits, in milliseconds; null while nothing does, or another process sees to it. */
  #behindSince: number | null = null;

  constructor(partition: number, tools: ReactionTools, options: ReaderOptions) {
    this.#partition = partition;
    this.#tools = tools;
    this.#options = options;
    this.#lease = `${READER}-${partition}`;
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
    while (this.#running) await this.#running;
  }

  /** Finishes what it is at, and lets another process go on at once. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    this.#again = false;
    await this.#running;
    if (performance.now() < this.#heldUntil)
      await this.#tools.store.release(this.#lease, this.#options.holder).catch(this.#options.onError);
  }

  /** How old what waits is, in milliseconds. */
  get lagMs(): number {
    return this.#behindSince === null ? 0 : Math.max(0, this.#now() - this.#behindSince);
  }

  #now(): number {
    return Date.parse(this.#options.clock.now());
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
      await pause(PACE_MS);
    }
  }

  /** False when it had to stop before the end. */
  async #drained(): Promise<boolean> {
    const { store } = this.#tools;
    while (await this.#holds()) {
      const { events, upTo } = await store.readAll(this.#partition, this.#done, BATCH, EFFECTIVE);
      if (upTo === this.#done) return true;
      if (!(await this.#carriedOut(events))) return false;
      this.#done = upTo;
      if (events.length > 0 || upTo - this.#saved >= UNSAVED) {
        await store.saveCheckpoint(READER, this.#partition, upTo);
        this.#saved = upTo;
      }
    }
    return false;
  }

  async #carriedOut(events: StoredEvent[]): Promise<boolean> {
    for (const [at, stored] of events.entries()) {
      if (this.#isStopped || !(await this.#holds())) return false;
      this.#behindSince = Date.parse(stored.at);
      await this.#react(stored);
      // Events of one append share a position: it is done when the last of them is.
      if (events[at + 1]?.position !== stored.position) this.#done = stored.position;
    }
    return true;
  }

  /**
   * What fails because the store is away waits for it, and all else with it. What fails for a reason of its own becomes
   * a job, so that one bad event does not keep everybody's effects back.
   */
  async #react(stored: StoredEvent): Promise<void> {
    const { store, jobs } = this.#tools;
    for (let left = TRIES; ; left--) {
      try {
        return await react(stored, this.#tools);
      } catch (error) {
        await store.probe();
        if (left > 1) await pause(TRY_AGAIN_MS);
        else {
          await jobs.add(reactionJob(stored));
          return this.#options.onError(error);
        }
      }
    }
  }

  /** Takes the lease or renews it in good time. Another holder may have gone on from where this one was. */
  async #holds(): Promise<boolean> {
    const { store } = this.#tools;
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
      this.#saved = await store.checkpoint(READER, this.#partition);
      this.#done = Math.max(this.#done, this.#saved);
    }
    this.#heldUntil = now + leaseMs;
    this.#renewAt = now + leaseMs / 3;
    return true;
  }
}
