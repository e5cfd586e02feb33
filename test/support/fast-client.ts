import { once } from 'node:events';
import { WebSocket } from 'ws';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import type { Entry } from '../../src/protocol/entry.ts';
import type { ClientFrame, SaidMessage, ServerFrame } from '../../src/protocol/frames.ts';

interface Awaited {
  resolve: () => void;
  reject: (error: Error) => void;
}

/**
 * A widget without a face, for thousands at a time: it reads frames without checking their shape, which `SocketClient`
 * does. Every wait ends: with the answer, or with an error when the socket closes or the server refuses.
 */
export class FastClient {
  readonly socket: WebSocket;
  conversation: { conversation: string; token: string } | null = null;
  /** Told of every entry in the order of arrival, as often as it arrives. */
  onEntries: (entries: Entry[]) => void = () => {};
  readonly #answers = new Map<string, Awaited>();
  #introduced: Awaited | null = null;

  constructor(url: string) {
    this.socket = new WebSocket(`${url.replace(/^http/, 'ws').replace(/\/$/, '')}${SOCKET_PATH}`, {
      perMessageDeflate: false,
    });
    this.socket.on('message', (data: Buffer) => this.#heard(JSON.parse(data.toString()) as ServerFrame));
    this.socket.on('close', code => this.#lost(new Error(`the socket closed with ${code}`)));
    this.socket.on('error', error => this.#lost(error));
  }

  static async connect(url: string): Promise<FastClient> {
    const client = new FastClient(url);
    await once(client.socket, 'open');
    return client;
  }

  /** Starts a conversation. Resolves when it is greeted. */
  open(): Promise<void> {
    return this.#introduce({ type: 'open', language: 'zh-CN' });
  }

  /** Goes on with a conversation above a version. Resolves with the first entries. */
  resume(conversation: { conversation: string; token: string }, after: number): Promise<void> {
    this.conversation = conversation;
    return this.#introduce({ type: 'hello', ...conversation, after });
  }

  /** Resolves when the bot has answered this message, which it does once it is stored. */
  say(message: SaidMessage): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#answers.set(message.id, { resolve, reject });
      this.#send({ type: 'say', message });
    });
  }

  /** Resolves when the server has let the socket go as well. */
  async close(): Promise<void> {
    if (this.socket.readyState === this.socket.CLOSED) return;
    const closed = once(this.socket, 'close');
    this.socket.close();
    await closed;
  }

  #introduce(frame: ClientFrame): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#introduced = { resolve, reject };
      this.#send(frame);
    });
  }

  #send(frame: ClientFrame): void {
    if (this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(frame));
    else this.#lost(new Error('the socket is closed'));
  }

  #heard(frame: ServerFrame): void {
    if (frame.type === 'opened') this.conversation = { conversation: frame.conversation, token: frame.token };
    else if (frame.type === 'entries') this.#entries(frame.entries);
    else if (frame.type === 'refused') this.#refused(frame);
  }

  #entries(entries: Entry[]): void {
    this.onEntries(entries);
    this.#introduced?.resolve();
    this.#introduced = null;
    for (const { from, message } of entries) {
      if (from !== 'bot' || message === undefined) continue;
      this.#answers.get(message)?.resolve();
      this.#answers.delete(message);
    }
  }

  #refused({ id, reason }: Extract<ServerFrame, { type: 'refused' }>): void {
    const error = new Error(`the server refused: ${reason}`);
    const answer = id === undefined ? undefined : this.#answers.get(id);
    if (id === undefined || !answer) return this.#lost(error);
    this.#answers.delete(id);
    answer.reject(error);
  }

  #lost(error: Error): void {
    const waiting = [...this.#answers.values(), ...(this.#introduced ? [this.#introduced] : [])];
    this.#answers.clear();
    this.#introduced = null;
    for (const { reject } of waiting) reject(error);
  }
}
