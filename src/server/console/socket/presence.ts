import { randomUUID } from 'node:crypto';
import type { Mediator } from '../../../core/conversation/events.ts';
import { TOLD_EVERY } from '../../../signals/attendance.ts';
import type { Signals } from '../../../signals/signals.ts';

/** Tells all processes who has a console open in this one, and which conversation in it. */
export class Presence {
  readonly #process = randomUUID();
  readonly #signals: Signals;
  readonly #here = new Map<object, { staff: Mediator; conversation: string | null }>();
  readonly #timer: NodeJS.Timeout;

  constructor(signals: Signals) {
    this.#signals = signals;
    this.#timer = setInterval(() => this.#tell(), TOLD_EVERY).unref();
  }

  /** @param conversation null where the console is open and none in it */
  set(socket: object, staff: Mediator, conversation: string | null): void {
    this.#here.set(socket, { staff, conversation });
    this.#tell();
  }

  leave(socket: object): void {
    if (this.#here.delete(socket)) this.#tell();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#here.clear();
    this.#tell();
  }

  #tell(): void {
    this.#signals.tell('present', { process: this.#process, here: [...this.#here.values()] });
  }
}
