import type { WebSocket } from 'ws';
import { CLOSE, type PersonSocket } from './person-socket.ts';

/**
 * Pings every socket, so that proxies keep the line open and a half-open socket is found: a telephone that lost its
 * network says nothing and would be followed for hours. One that never says who it is, is closed as well.
 */
export class Heartbeat {
  readonly #people: ReadonlyMap<WebSocket, PersonSocket>;
  readonly #interval: number;
  /** Those that have shown no sign of life since the last beat. */
  readonly #silent = new WeakSet<WebSocket>();
  readonly #unknownBeats = new WeakMap<WebSocket, number>();
  /** One for all sockets, which it is called on: they are many, and most of them idle. */
  readonly #heard: (this: WebSocket) => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(people: ReadonlyMap<WebSocket, PersonSocket>, interval: number) {
    this.#people = people;
    this.#interval = interval;
    const silent = this.#silent;
    this.#heard = function heard() {
      silent.delete(this);
    };
  }

  /** A sign of life is anything that arrives, not only a pong: a slow line may have better things to carry. */
  watch(socket: WebSocket): void {
    for (const sign of ['message', 'pong', 'ping'] as const) socket.on(sign, this.#heard);
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
      if (this.#silent.has(socket)) socket.terminate();
      else if (!person.isIntroduced && this.#hasLongBeenUnknown(socket)) socket.close(CLOSE.silent);
      else if (socket.readyState === socket.OPEN) {
        this.#silent.add(socket);
        socket.ping();
      }
    }
  }

  #hasLongBeenUnknown(socket: WebSocket): boolean {
    const beats = this.#unknownBeats.get(socket) ?? 0;
    this.#unknownBeats.set(socket, beats + 1);
    return beats > 1;
  }
}
