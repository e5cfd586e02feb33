import type { WebSocket } from 'ws';
import { CLOSE, type PersonSocket } from './person-socket.ts';

/**
 * Pings every socket, so that proxies keep the line open and a half-open socket is found: a telephone that lost its
 * network says nothing and would be followed for hours. One that never says who it is, is closed as well.
 */
export class Heartbeat {
  readonly #people: ReadonlyMap<WebSocket, PersonSocket>;
  readonly #interval: number;
  readonly #silentBeats = new WeakMap<WebSocket, number>();
  readonly #unknownBeats = new WeakMap<WebSocket, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(people: ReadonlyMap<WebSocket, PersonSocket>, interval: number) {
    this.#people = people;
    this.#interval = interval;
  }

  /** A sign of life is anything that arrives, not only a pong: a slow line may have better things to carry. */
  watch(socket: WebSocket): void {
    const heard = (): void => void this.#silentBeats.set(socket, 0);
    for (const sign of ['message', 'pong', 'ping'] as const) socket.on(sign, heard);
  }

  start(): void {
    this.#timer ??= setInterval(() => this.#beat(), this.#interval).unref();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #beat(): void {
    for (const [socket, person] of this.#people) {
      if (count(this.#silentBeats, socket) > 0) socket.terminate();
      else if (!person.isIntroduced && count(this.#unknownBeats, socket) > 1) socket.close(CLOSE.silent);
      else if (socket.readyState === socket.OPEN) socket.ping();
    }
  }
}

/** Counts one more and returns how many there were. */
function count(beats: WeakMap<WebSocket, number>, socket: WebSocket): number {
  const before = beats.get(socket) ?? 0;
  beats.set(socket, before + 1);
  return before;
}
