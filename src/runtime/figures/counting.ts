import type { Store } from '../../stores/store.ts';
import { COUNTED, factsIn } from './facts-in.ts';
import { FactNoter } from './fact-noter.ts';

/** Under this name the place is kept up to which facts were noted. */
const READER = 'figures';
/** Commits read at a time; so many are counted together and written as one. */
const BATCH = 500;
/** So many batches keep whoever asks for figures waiting at most; what is left is counted in the rounds. */
const MOST_AT_ONCE = 10;
/** From one round to the next, and to the next batch within one: what happened long ago is no hurry. */
const ROUND_MS = 5 * 60_000;
const STEP_MS = 100;

export interface CountingOptions {
  store: Store;
  onError: (error: unknown) => void;
}

/**
 * Counts what happens, out of what is stored: many events at a time, so that a turn costs no write more, and from the
 * beginning where nothing was counted yet. It is no work of the readers, which one process does at a time: whoever asks
 * for figures has them counted now, in whatever process. Each fact is noted once, however many count.
 */
export class Counting {
  readonly #options: CountingOptions;
  readonly #noter: FactNoter;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();
  #isStopped = false;

  constructor(options: CountingOptions) {
    this.#options = options;
    this.#noter = new FactNoter(options.store);
    this.#later(ROUND_MS);
  }

  /** Counts what is new, as far as nobody has to wait long for. False where there is more. */
  async catchUp(): Promise<boolean> {
    for (let time = 0; time < MOST_AT_ONCE; time++) if (!(await this.#step())) return true;
    return false;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#timer);
    await this.#running;
  }

  /** A batch of each partition. True where there may be as much again. */
  async #step(): Promise<boolean> {
    const { store } = this.#options;
    let isBehind = false;
    for (let partition = 0; partition < store.partitions; partition++) {
      const after = await store.checkpoint(READER, partition);
      const { events, upTo } = await store.readAll(partition, after, BATCH, COUNTED);
      if (upTo === after) continue;
      await this.#noter.note(await factsIn(events, store));
      await store.saveCheckpoint(READER, partition, upTo);
      isBehind ||= upTo - after >= BATCH;
    }
    return isBehind;
  }

  #later(ms: number): void {
    if (this.#isStopped) return;
    this.#timer = setTimeout(() => {
      this.#running = this.#step().then(
        isBehind => this.#later(isBehind ? STEP_MS : ROUND_MS),
        (error: unknown) => {
          this.#options.onError(error);
          this.#later(ROUND_MS);
        },
      );
    }, ms).unref();
  }
}
