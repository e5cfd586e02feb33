import type { NotReady } from './routes/health.ts';

/** Milliseconds for which an answer of the store holds, and those it has to give one. */
const PROBE_HOLDS = 1_000;
const PROBE_PATIENCE = 2_000;

/** Whether new work should be sent to this process. */
export class Readiness {
  readonly #probe: () => Promise<void>;
  #phase: 'starting' | 'serving' | 'draining' = 'starting';
  #asked: { at: number; answer: Promise<boolean> } | null = null;

  /** @param probe rejects while nothing can be stored */
  constructor(probe: () => Promise<void>) {
    this.#probe = probe;
  }

  serving(): void {
    this.#phase = 'serving';
  }

  draining(): void {
    this.#phase = 'draining';
  }

  async notReady(): Promise<NotReady | null> {
    if (this.#phase !== 'serving') return this.#phase;
    return (await this.#canStore()) ? null : 'storage';
  }

  /** Asks the store once in a while, however often this is called. */
  #canStore(): Promise<boolean> {
    const now = performance.now();
    if (!this.#asked || now - this.#asked.at > PROBE_HOLDS) {
      this.#asked = { at: now, answer: answered(this.#probe) };
    }
    return this.#asked.answer;
  }
}

function answered(probe: () => Promise<void>): Promise<boolean> {
  return new Promise(resolve => {
    const late = setTimeout(() => resolve(false), PROBE_PATIENCE);
    probe()
      .then(
        () => resolve(true),
        () => resolve(false),
      )
      .finally(() => clearTimeout(late));
  });
}
