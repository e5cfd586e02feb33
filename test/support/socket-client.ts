import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Entry } from '../../src/protocol/entry.ts';
import { type ClientFrame, type SaidMessage, ServerFrame } from '../../src/protocol/frames.ts';

type Frame<T extends ServerFrame['type']> = Extract<ServerFrame, { type: T }>;

/** A widget without a face: it speaks the protocol over a real socket and checks every frame it gets. */
export class SocketClient {
  readonly socket: WebSocket;
  readonly frames: ServerFrame[] = [];
  #read = 0;
  #wake: () => void = () => {};
  #closed: { code: number } | null = null;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/socket`, { headers });
    this.socket.on('message', (data: Buffer) => {
      this.frames.push(ServerFrame.parse(JSON.parse(data.toString())));
      this.#wake();
    });
    this.socket.on('close', code => {
      this.#closed = { code };
      this.#wake();
    });
    this.socket.on('error', () => {});
  }

  static async connect(url: string, headers?: Record<string, string>): Promise<SocketClient> {
    const client = new SocketClient(url, headers);
    await once(client.socket, 'open');
    return client;
  }

  send(frame: ClientFrame): void {
    this.sendRaw(JSON.stringify(frame));
  }

  sendRaw(data: string | Buffer): void {
    this.socket.send(data);
  }

  say(id: string, text: string, more: Partial<SaidMessage> = {}): void {
    this.send({ type: 'say', message: { id, text, ...more } });
  }

  /** The next frame of a type that was not asked for before; frames of other types between are passed over. */
  async next<T extends ServerFrame['type']>(type: T): Promise<Frame<T>> {
    const deadline = AbortSignal.timeout(4_000);
    for (;;) {
      while (this.#read < this.frames.length) {
        const frame = this.frames[this.#read++];
        if (frame?.type === type) return frame as Frame<T>;
      }
      if (this.#closed) throw new Error(`closed with ${this.#closed.code} before ${type} came`);
      await this.#change(deadline, type);
    }
  }

  /** Entries from here on, until one makes `isLast` true; that one included. */
  async entriesUntil(isLast: (entry: Entry) => boolean): Promise<Entry[]> {
    const all: Entry[] = [];
    while (!all.some(isLast)) all.push(...(await this.next('entries')).entries);
    return all;
  }

  /** Until the bot's answer to message `id`. */
  answerTo(id: string): Promise<Entry[]> {
    return this.entriesUntil(entry => entry.from === 'bot' && entry.message === id);
  }

  async closed(): Promise<number> {
    const deadline = AbortSignal.timeout(4_000);
    while (!this.#closed) await this.#change(deadline, 'close');
    return this.#closed.code;
  }

  /** Opens a conversation and waits for the greeting. */
  async open(): Promise<{ conversation: string; token: string; greeting: Entry[]; cursor: number }> {
    this.send({ type: 'open', language: 'zh-CN' });
    const { conversation, token } = await this.next('opened');
    const { entries, cursor } = await this.next('entries');
    return { conversation, token, greeting: entries, cursor };
  }

  close(): void {
    this.socket.close();
  }

  #change(deadline: AbortSignal, what: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = (): void =>
        reject(new Error(`${what} did not come; there came ${JSON.stringify(this.frames).slice(0, 800)}`));
      if (deadline.aborted) return late();
      deadline.addEventListener('abort', late, { once: true });
      this.#wake = () => {
        deadline.removeEventListener('abort', late);
        resolve();
      };
    });
  }
}
