import { call, CallFailed } from '../api/call.ts';
import { orderId } from '../api/order-id.ts';
import { keptOutbox, nextToSend, type Outbox, type OutboxAction, outboxAfter } from './outbox.ts';

const keyOf = (conversation: string): string => `parley-outbox:${conversation}`;

/** What is on its way to persons, conversation by conversation. It goes on whatever is shown, and outlives a reload. */
class Outboxes {
  readonly #outboxes = new Map<string, Outbox>();
  readonly #sending = new Set<string>();
  readonly #told = new Set<() => void>();

  readonly subscribe = (tell: () => void): (() => void) => {
    this.#told.add(tell);
    return () => this.#told.delete(tell);
  };

  of(conversation: string): Outbox {
    const known = this.#outboxes.get(conversation);
    if (known) return known;
    const kept = keptOutbox(sessionStorage.getItem(keyOf(conversation)));
    this.#outboxes.set(conversation, kept);
    return kept;
  }

  say(conversation: string, text: string, taken: () => Promise<unknown>): void {
    this.#change(conversation, { type: 'said', id: orderId(), text });
    void this.send(conversation, taken);
  }

  retry(conversation: string, taken: () => Promise<unknown>): void {
    this.#change(conversation, { type: 'retry' });
    void this.send(conversation, taken);
  }

  discard(conversation: string, id: string): void {
    this.#change(conversation, { type: 'discard', id });
  }

  /** @param taken reads again what was said; a line leaves the outbox when it stands there. */
  async send(conversation: string, taken: () => Promise<unknown>): Promise<void> {
    if (this.#sending.has(conversation)) return;
    this.#sending.add(conversation);
    try {
      for (let said = nextToSend(this.of(conversation)); said; said = nextToSend(this.of(conversation))) {
        const { id, text } = said;
        try {
          await call('POST', `/conversations/${conversation}/messages`, { id, text });
        } catch (error) {
          const failure = error instanceof CallFailed ? error.failure : 'failed';
          this.#change(conversation, { type: 'failed', id, failure });
          continue;
        }
        await taken().catch(() => {});
        this.#change(conversation, { type: 'taken', id });
      }
    } finally {
      this.#sending.delete(conversation);
    }
  }

  #change(conversation: string, action: OutboxAction): void {
    const outbox = outboxAfter(this.of(conversation), action);
    this.#outboxes.set(conversation, outbox);
    if (outbox.length === 0) sessionStorage.removeItem(keyOf(conversation));
    else sessionStorage.setItem(keyOf(conversation), JSON.stringify(outbox));
    for (const tell of this.#told) tell();
  }
}

export const outboxes = new Outboxes();
