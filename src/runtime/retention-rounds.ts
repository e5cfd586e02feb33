import type { EvidenceStore } from '../evidence/evidence-store.ts';
import type { Store } from '../stores/store.ts';
import type { Clock } from './clock.ts';
import { dueStep, eraseDue, type Retention } from './retention.ts';

export interface RetentionOptions {
  store: Store;
  evidence: EvidenceStore;
  clock: Clock;
  retention: Retention;
  onError: (error: unknown) => void;
  /** Who works: unlike any other process's. */
  holder: string;
}

/** From one step to the next, and from the end of all to the next beginning. */
const STEP_MS = 10_000;
const ROUND_MS = 60 * 60 * 1_000;
const LEASE = 'retention';
const LEASE_MS = 60_000;

/** Erases what is past its time, a step now and then, in one process at a time. */
export class RetentionRounds {
  readonly #options: RetentionOptions;
  #from: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: RetentionOptions) {
    this.#options = options;
    this.#later(STEP_MS);
  }

  /** One step, as the timer makes it. True where there is more to look at now. */
  async step(): Promise<boolean> {
    const { store, evidence, clock, retention, holder } = this.#options;
    if (!(await store.lease(LEASE, holder, LEASE_MS))) return false;
    const { due, next } = await dueStep(store, retention, clock.now(), this.#from);
    for (const { conversation } of due) {
      if (this.#isStopped) return false;
      await eraseDue(store, evidence, { conversation, retention, now: clock.now() });
    }
    this.#from = next;
    return next !== null;
  }

  /** Finishes the conversation it is at. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
    await this.#options.store.release(LEASE, this.#options.holder).catch(this.#options.onError);
  }

  #later(ms: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.step().then(
        isMore => this.#later(isMore ? STEP_MS : ROUND_MS),
        (error: unknown) => {
          this.#options.onError(error);
          this.#later(ROUND_MS);
        },
      );
    }, ms).unref();
  }
}
