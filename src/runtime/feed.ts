import type { Store, StoredEvent } from '../stores/store.ts';

type Listener = (events: StoredEvent[]) => void;

/**
 * Hands committed events to whoever follows a stream: each event once, in order, first those already stored, then
 * those to come. The store's versions decide, so a listener can neither miss one nor see one twice.
 */
export class Feed {
  readonly #store: Store;
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(store: Store) {
    this.#store = store;
  }

  publish(events: StoredEvent[]): void {
    const stream = events[0]?.stream;
    if (stream === undefined) return;
    for (const listener of this.#listeners.get(stream) ?? []) listener(events);
  }

  async follow(stream: string, after: number, listener: Listener): Promise<() => void> {
    let seen = after;
    let waiting: StoredEvent[] | null = [];
    const pass = (events: StoredEvent[]): void => {
      const fresh = events.filter(event => event.version > seen).sort((a, b) => a.version - b.version);
      const last = fresh.at(-1);
      if (!last) return;
      seen = last.version;
      listener(fresh);
    };
    const receive: Listener = events => {
      if (waiting) waiting.push(...events);
      else pass(events);
    };
    const listeners = this.#listeners.get(stream) ?? new Set();
    this.#listeners.set(stream, listeners.add(receive));
    const stop = (): void => {
      listeners.delete(receive);
      if (listeners.size === 0 && this.#listeners.get(stream) === listeners) this.#listeners.delete(stream);
    };
    try {
      pass(await this.#store.read(stream, after));
    } catch (error) {
      stop();
      throw error;
    }
    const missed = waiting;
    waiting = null;
    pass(missed);
    return stop;
  }
}
