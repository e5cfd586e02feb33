import type { Store, StoredEvent } from '../../stores/store.ts';

/** What a stream says, folded: read to its end each time it is asked for, so that it is what all processes have written. */
export class FoldedStream<State> {
  readonly #store: Store;
  readonly #stream: string;
  readonly #evolve: (state: State, stored: StoredEvent) => State;
  #state: State;
  #version = 0;

  constructor(
    store: Store,
    stream: string,
    empty: State,
    evolve: (state: State, stored: StoredEvent) => State,
  ) {
    this.#store = store;
    this.#stream = stream;
    this.#state = empty;
    this.#evolve = evolve;
  }

  async current(): Promise<{ state: State; version: number }> {
    for (const stored of await this.#store.read(this.#stream, this.#version)) {
      // Somebody else may have folded it while this was read.
      if (stored.version !== this.#version + 1) continue;
      this.#state = this.#evolve(this.#state, stored);
      this.#version = stored.version;
    }
    return { state: this.#state, version: this.#version };
  }
}
