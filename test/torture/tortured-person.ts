import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import { type ClientFrame, ServerFrame } from '../../src/protocol/frames.ts';
import { talk } from '../bench/talk.ts';
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

/**
 * Somebody who talks with a server that keeps dying: sends each message until it has come back, over one line after the
 * other and to whichever server answers, and remembers what they were shown.
 */
export class TorturedPerson {
  readonly memoirs: Memoir[] = [];
  readonly #urls: string[];
  readonly #name: string;
  readonly #chance: Chance;
  #session: { conversation: string; token: string } | null = null;
  #memoir: Memoir | null = null;
  #line: Line | null = null;
  #heard: () => void = () => {};

  constructor(urls: string[], name: string, chance: Chance) {
    this.#urls = urls;
    this.#name = name;
    this.#chance = chance;
  }

  /** Has one talk after the other until it is over; a talk under way is brought to its end. */
  async live(over: AbortSignal): Promise<void> {
    while (!over.aborted) await this.#talk();
    this.#hangUp();
  }

  async #talk(): Promise<void> {
    this.#hangUp();
    this.#session = null;
    this.#memoir = null;
    await this.#connected();
    const memoir = this.#memoir as Memoir | null;
    if (!memoir) throw new Error('a conversation was opened and nobody remembers it');
    for (const [at, { text, choice }] of talk.entries()) {
      const id = `${this.#name}-${at}`;
      memoir.sent.push(id);
      const message = { id, text, ...(choice === undefined ? {} : { choice }) };
      while (!memoir.answered.has(id)) await this.#sayOnce({ type: 'say', message }, id, memoir);
      if (this.#chance.is(0.3)) await pause(this.#chance.upTo(30));
    }
  }

  /** Sends a message and waits until it is answered or the line is lost. */
  async #sayOnce(frame: ClientFrame, id: string, memoir: Memoir): Promise<void> {
    const line = await this.#connected();
    this.#send(line, frame);
    if (this.#chance.is(SENDS_TWICE)) this.#send(line, frame);
    if (this.#chance.is(HANGS_UP)) {
      await pause(this.#chance.upTo(10));
      return this.#hangUp();
    }
    const until = performance.now() + PATIENCE;
    while (!memoir.answered.has(id) && this.#line === line) {
      if (performance.now() > until) return this.#hangUp();
      await this.#anything(PATIENCE);
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
        this.memoirs.push(this.#memoir);
      } else if (frame.type === 'entries' && this.#memoir) {
        line.reached = remember(this.#memoir, frame.entries, line.reached);
        state.isKnown = true;
      } else if (frame.type === 'refused' && frame.reason === 'unknown-conversation') {
        this.#memoir?.faults.push('the server does not know a conversation that it opened');
        socket.terminate();
      } else if (frame.type === 'refused') socket.terminate();
      this.#heard();
    });
    socket.on('close', () => {
      state.isLost = true;
      if (this.#line === line) this.#line = null;
      this.#heard();
    });
    const isOpen = await Promise.race([
      once(socket, 'open').then(() => true),
      once(socket, 'close').then(() => false),
    ]).catch(() => false);
    if (!isOpen) return null;
    this.#send(line, this.#introduction(reached));
    const until = performance.now() + PATIENCE;
    while (!state.isKnown && !state.isLost && performance.now() < until) await this.#anything(PATIENCE);
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

  /** Resolves when something happens on a line, or after so many milliseconds. */
  async #anything(ms: number): Promise<void> {
    const timer = new AbortController();
    await Promise.race([
      new Promise<void>(resolve => {
        this.#heard = resolve;
      }),
      pause(ms, undefined, { signal: timer.signal }).catch(() => {}),
    ]);
    timer.abort();
  }

  #hangUp(): void {
    const line = this.#line;
    this.#line = null;
    line?.socket.terminate();
  }
}
