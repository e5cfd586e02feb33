import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import type { Entry } from '../../src/protocol/entry.ts';
import { type ClientFrame, type SaidMessage, ServerFrame } from '../../src/protocol/frames.ts';
import { Bell } from './bell.ts';
import type { Chance } from './chance.ts';
import { type Memoir, newMemoir, remember } from './memoir.ts';

/** Milliseconds after which a person who hears nothing hangs up and calls again. */
const PATIENCE = 4_000;
/** Share of the messages that are sent twice, and after which the person hangs up before the answer. */
const SENDS_TWICE = 0.1;
const HANGS_UP = 0.05;

interface Line {
  socket: WebSocket;
  /** Version this line has come to. */
  reached: number;
}

/** A person's way to servers that keep dying: calls again, whichever answers, and remembers what was shown. */
export class PersonLine {
  /** Told of all that is shown, in order. */
  onEntries: (entries: Entry[]) => void = () => {};
  readonly #urls: string[];
  readonly #chance: Chance;
  readonly #bell = new Bell();
  #session: { conversation: string; token: string } | null = null;
  #memoir: Memoir | null = null;
  #line: Line | null = null;

  constructor(urls: string[], chance: Chance) {
    this.#urls = urls;
    this.#chance = chance;
  }

  /** Begins a conversation in the place of the one before. */
  async open(): Promise<Memoir> {
    this.hangUp();
    this.#session = null;
    this.#memoir = null;
    await this.#connected();
    const memoir = this.#memoir as Memoir | null;
    if (!memoir) throw new Error('a conversation was opened and nobody remembers it');
    return memoir;
  }

  /** Sends a message over and over until `isDone`. */
  async say(message: SaidMessage, isDone: () => boolean): Promise<void> {
    this.#memoir?.sent.push(message.id);
    while (!isDone()) await this.#sayOnce({ type: 'say', message }, isDone);
  }

  /** Listens for so many milliseconds, or until `isDone`. */
  async listen(ms: number, isDone: () => boolean): Promise<void> {
    const until = performance.now() + ms;
    while (!isDone() && performance.now() < until) {
      await this.#connected();
      await this.#bell.rings(until - performance.now());
    }
  }

  hangUp(): void {
    const line = this.#line;
    this.#line = null;
    line?.socket.terminate();
  }

  /** Sends a message and waits until it is done or the line is lost. */
  async #sayOnce(frame: ClientFrame, isDone: () => boolean): Promise<void> {
    const line = await this.#connected();
    this.#send(line, frame);
    if (this.#chance.is(SENDS_TWICE)) this.#send(line, frame);
    if (this.#chance.is(HANGS_UP)) {
      await pause(this.#chance.upTo(10));
      return this.hangUp();
    }
    const until = performance.now() + PATIENCE;
    while (!isDone() && this.#line === line) {
      if (performance.now() > until) return this.hangUp();
      await this.#bell.rings(PATIENCE);
    }
  }

  /** The line, or a new one to any of the servers, on which this person is known. */
  async #connected(): Promise<Line> {
    while (!this.#line) {
      const line = await this.#dial();
      if (line) this.#line = line;
      else await pause(20 + this.#chance.upTo(80));
    }
    return this.#line;
  }

  async #dial(): Promise<Line | null> {
    const url = `${this.#chance.one(this.#urls).replace(/^http/, 'ws').replace(/\/$/, '')}${SOCKET_PATH}`;
    const socket = new WebSocket(url, { perMessageDeflate: false });
    socket.on('error', () => {});
    const reached = Math.max(0, ...(this.#memoir?.shown.keys() ?? []));
    const line: Line = { socket, reached };
    const state = { isKnown: false, isLost: false };
    socket.on('message', (data: Buffer) => {
      const frame = ServerFrame.parse(JSON.parse(data.toString()));
      if (frame.type === 'opened') {
        this.#session = { conversation: frame.conversation, token: frame.token };
        this.#memoir = newMemoir(frame.conversation);
      } else if (frame.type === 'entries' && this.#memoir) {
        line.reached = remember(this.#memoir, frame.entries, line.reached);
        state.isKnown = true;
        this.onEntries(frame.entries);
      } else if (frame.type === 'refused' && frame.reason === 'unknown-conversation') {
        this.#memoir?.faults.push('the server does not know a conversation that it opened');
        socket.terminate();
      } else if (frame.type === 'refused') socket.terminate();
      this.#bell.ring();
    });
    socket.on('close', () => {
      state.isLost = true;
      if (this.#line === line) this.#line = null;
      this.#bell.ring();
    });
    const isOpen = await Promise.race([
      once(socket, 'open').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    if (!isOpen) return null;
    this.#send(line, this.#introduction(reached));
    const until = performance.now() + PATIENCE;
    while (!state.isKnown && !state.isLost && performance.now() < until) await this.#bell.rings(PATIENCE);
    if (state.isKnown && !state.isLost) return line;
    socket.terminate();
    return null;
  }

  #introduction(after: number): ClientFrame {
    return this.#session ? { type: 'hello', ...this.#session, after } : { type: 'open', language: 'zh-CN' };
  }

  #send({ socket }: Line, frame: ClientFrame): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify(frame));
  }
}
