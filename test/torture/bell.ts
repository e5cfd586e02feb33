import { setTimeout as pause } from 'node:timers/promises';

/** Wakes the one who waits for something to happen. */
export class Bell {
  #ring: () => void = () => {};

  ring(): void {
    this.#ring();
  }

  /** Resolves when it rings, or after so many milliseconds. */
  async rings(ms: number): Promise<void> {
    const timer = new AbortController();
    await Promise.race([
      new Promise<void>(resolve => {
        this.#ring = resolve;
      }),
      pause(Math.max(0, ms), undefined, { signal: timer.signal }).catch(() => {}),
    ]);
    timer.abort();
  }
}
