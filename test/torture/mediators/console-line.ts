import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { CONSOLE_HEADER, CONSOLE_SOCKET } from '../../../src/protocol/console/agreed.ts';
import { type ConsoleClientFrame, ConsoleServerFrame } from '../../../src/protocol/console/frames.ts';
import { type ConsoleAnswer, ConsoleClient } from '../../support/console.ts';
import { Bell } from '../bell.ts';
import type { Chance } from '../chance.ts';

/** Milliseconds from one try to the next while no server answers. */
const TRY_AGAIN = 100;
/** Share of the orders that are sent twice, as by a browser that did not hear the answer. */
const SENDS_TWICE = 0.1;

const saysWhatBecameOfIt = (answer: ConsoleAnswer | null): boolean =>
  answer !== null && answer.status < 500 && answer.status !== 429;

/** A console without a face, on servers that keep dying: each call goes on until one of them has answered it. */
export class ConsoleLine {
  onFrame: (frame: ConsoleServerFrame) => void = () => {};
  /** What to say on every new socket: what is watched, and from which version on. */
  onOpen: () => ConsoleClientFrame | null = () => null;
  readonly #urls: string[];
  readonly #cookie: string;
  readonly #chance: Chance;
  readonly #bell = new Bell();
  #socket: WebSocket | null = null;
  /** The socket dialled last: what an older one still says does not count. */
  #newest: WebSocket | null = null;

  constructor(urls: string[], cookie: string, chance: Chance) {
    this.#urls = urls.map(url => url.replace(/\/$/, ''));
    this.#cookie = cookie;
    this.#chance = chance;
  }

  /** Calls until there is an answer that says what has become of it. */
  async call(method: string, path: string, body?: object): Promise<ConsoleAnswer> {
    for (;;) {
      const tries = method !== 'GET' && this.#chance.is(SENDS_TWICE) ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: tries }, () => this.#try(method, path, body)));
      // Of two copies one may be carried out after the other was refused.
      const done = answers.find(one => one !== null && one.status < 300);
      if (done) return done;
      const [refused] = answers;
      if (refused && answers.every(saysWhatBecameOfIt)) return refused;
      await pause(TRY_AGAIN);
    }
  }

  async send(frame: ConsoleClientFrame): Promise<void> {
    const socket = await this.#connected();
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  }

  /** Says what is said on every new socket, once: on the one there is, or on the next. */
  async introduce(): Promise<void> {
    const [socket, first] = [this.#socket, this.onOpen()];
    if (socket && first) socket.send(JSON.stringify(first));
    else await this.#connected();
  }

  /** Listens for so many milliseconds, or until `isDone`. */
  async listen(ms: number, isDone: () => boolean = () => false): Promise<void> {
    const until = performance.now() + ms;
    while (!isDone() && performance.now() < until) {
      await this.#connected();
      await this.#bell.rings(until - performance.now());
    }
  }

  hangUp(): void {
    const socket = this.#socket;
    [this.#socket, this.#newest] = [null, null];
    socket?.terminate();
  }

  #try(method: string, path: string, body: object | undefined): Promise<ConsoleAnswer | null> {
    const client = new ConsoleClient(this.#chance.one(this.#urls), this.#headers);
    return client.call(method, path, body).catch(() => null);
  }

  get #headers(): Record<string, string> {
    return { Cookie: this.#cookie, [CONSOLE_HEADER]: '1' };
  }

  async #connected(): Promise<WebSocket> {
    while (!this.#socket) {
      const socket = await this.#dial();
      if (socket) this.#socket = socket;
      else await pause(TRY_AGAIN);
    }
    return this.#socket;
  }

  async #dial(): Promise<WebSocket | null> {
    const url = this.#chance.one(this.#urls).replace(/^http/, 'ws') + CONSOLE_SOCKET;
    const socket = new WebSocket(url, { headers: this.#headers, perMessageDeflate: false });
    this.#newest = socket;
    socket.on('error', () => {});
    socket.on('message', (data: Buffer) => {
      if (this.#newest !== socket) return;
      this.onFrame(ConsoleServerFrame.parse(JSON.parse(data.toString())));
      this.#bell.ring();
    });
    socket.on('close', () => {
      if (this.#socket === socket) this.#socket = null;
      this.#bell.ring();
    });
    const isOpen = await Promise.race([
      once(socket, 'open').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    if (!isOpen) return null;
    const first = this.onOpen();
    if (first) socket.send(JSON.stringify(first));
    return socket;
  }
}
