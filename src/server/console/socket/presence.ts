import { randomUUID } from 'node:crypto';
import type { Mediator } from '../../../core/conversation/events.ts';
import type { Signals } from '../../../signals/signals.ts';

/** Milliseconds from one word to the others to the next, and after which a process that fell silent counts no more. */
const TELL_EVERY = 5_000;
const FORGET_AFTER = 15_000;

/** Who has which conversation open, in all processes. */
export class Presence {
  readonly #process = randomUUID();
  readonly #signals: Signals;
  /** Of this process: who, by each socket. */
  readonly #here = new Map<object, { conversation: string; by: Mediator }>();
  readonly #elsewhere = new Map<string, { at: number; open: Map<string, Mediator[]> }>();
  readonly #changed: () => void;
  readonly #timer: NodeJS.Timeout;
  readonly #unhear: () => void;

  /** @param changed called when somebody has come or gone, anywhere */
  constructor(signals: Signals, changed: () => void) {
    this.#signals = signals;
    this.#changed = changed;
    this.#unhear = signals.hear('present', ({ process, open }) => {
      if (process === this.#process) return;
      this.#elsewhere.set(process, { at: performance.now(), open: new Map(open) });
      changed();
    });
    this.#timer = setInterval(() => this.#tell(), TELL_EVERY).unref();
  }

  open(socket: object, conversation: string, by: Mediator): void {
    this.#here.set(socket, { conversation, by });
    this.#tell();
    this.#changed();
  }

  close(socket: object): void {
    if (!this.#here.delete(socket)) return;
    this.#tell();
    this.#changed();
  }

  /** Everybody once, by name. */
  at(conversation: string): Mediator[] {
    const found = new Map<string, Mediator>();
    for (const one of this.#here.values())
      if (one.conversation === conversation) found.set(one.by.id, one.by);
    const since = performance.now() - FORGET_AFTER;
    for (const { at, open } of this.#elsewhere.values())
      if (at > since) for (const by of open.get(conversation) ?? []) found.set(by.id, by);
    return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#unhear();
  }

  #tell(): void {
    const conversations = new Set([...this.#here.values()].map(one => one.conversation));
    const open = [...conversations].map((conversation): [string, Mediator[]] => [
      conversation,
      [...this.#here.values()].filter(one => one.conversation === conversation).map(one => one.by),
    ]);
    this.#signals.tell('present', { process: this.#process, open });
  }
}
