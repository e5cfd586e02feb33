import type { SignalData, Signals } from '../../signals/signals.ts';

/** Milliseconds within which the same person's typing is told once. */
const ONCE_IN = 2_000;

type Listener = (mediator: string) => void;

/** Who is writing to whom, between the people of this process and mediators of any. Nothing of it is kept. */
export class Typing {
  readonly #signals: Signals;
  /** By conversation: a mediator who writes is looked up and not asked about by every socket there is. */
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #toldAt = new Map<string, number>();
  readonly #unhear: () => void;

  constructor(signals: Signals) {
    this.#signals = signals;
    this.#unhear = signals.hear('typing', one => this.#heard(one));
  }

  /** Tells whoever talks with this person that they are writing. */
  tell(conversation: string): void {
    const now = performance.now();
    if (now - (this.#toldAt.get(conversation) ?? -Infinity) < ONCE_IN) return;
    this.#toldAt.set(conversation, now);
    this.#signals.tell('typing', { conversation, by: 'person' });
  }

  /** Calls `listener` with the id of a mediator who writes in this conversation. Returns how to stop. */
  follow(conversation: string, listener: Listener): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set();
    this.#listeners.set(conversation, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0 || this.#listeners.get(conversation) !== listeners) return;
      this.#listeners.delete(conversation);
      this.#toldAt.delete(conversation);
    };
  }

  stop(): void {
    this.#unhear();
  }

  #heard(one: SignalData['typing']): void {
    if (one.by === 'mediator')
      for (const listener of this.#listeners.get(one.conversation) ?? []) listener(one.mediator);
  }
}
