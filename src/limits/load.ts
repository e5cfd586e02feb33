import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds between two looks at the event loop, and the grain of what is measured. */
const LOOK_EVERY = 1_000;
const GRAIN = 20;

export interface LoadMarks {
  /** Turns received and not yet committed. */
  turns: number;
  /** Milliseconds that work waits for the event loop, on average over each of two seconds in a row. */
  delay: number;
}

/** How much this process has to do, so that it says no in time instead of falling over. */
export class Load {
  readonly #marks: LoadMarks;
  readonly #histogram = monitorEventLoopDelay({ resolution: GRAIN });
  #timer: NodeJS.Timeout | undefined;
  #turns = 0;
  /** Milliseconds of the last second, and of the one before it. */
  #delays: [number, number] = [0, 0];

  constructor(marks: LoadMarks) {
    this.#marks = marks;
  }

  /** Looks at the event loop from now on: what a start costs is no sign of too many people. */
  begin(): void {
    this.#histogram.enable();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY).unref();
  }

  get turns(): number {
    return this.#turns;
  }

  get isFull(): boolean {
    // One bad second may be the collector of garbage, or a machine that was elsewhere.
    return this.#turns >= this.#marks.turns || Math.min(...this.#delays) > this.#marks.delay;
  }

  /** Carries out one turn and counts it while it lasts. */
  async during<T>(turn: () => Promise<T>): Promise<T> {
    this.#turns++;
    try {
      return await turn();
    } finally {
      this.#turns--;
    }
  }

  close(): void {
    clearInterval(this.#timer);
    this.#histogram.disable();
  }

  #look(): void {
    const delay = this.#histogram.count > 0 ? Math.max(0, this.#histogram.mean / 1e6 - GRAIN) : 0;
    this.#delays = [delay, this.#delays[0]];
    this.#histogram.reset();
  }
}
