/** Uploads at a time: each may hold a whole file in memory. */
const MOST = 16;

/** Files being received, so that they are not too many and can end before the server does. */
export class UploadsUnderWay {
  #count = 0;
  #isClosing = false;
  #allEnded: () => void = () => {};

  get count(): number {
    return this.#count;
  }

  get hasRoom(): boolean {
    return this.#count < MOST && !this.#isClosing;
  }

  /** Carries one out and counts it while it lasts. */
  async during<T>(upload: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await upload();
    } finally {
      this.#count--;
      if (this.#count === 0) this.#allEnded();
    }
  }

  /** Takes no new ones, and resolves when those under way have ended. */
  async close(): Promise<void> {
    this.#isClosing = true;
    if (this.#count === 0) return;
    await new Promise<void>(resolve => {
      this.#allEnded = resolve;
    });
  }
}
