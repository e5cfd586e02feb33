import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { SaidMessage } from '../../../src/protocol/frames.ts';

/** Speaks to an echo server as `FastClient` speaks to Parley, one frame at a time. */
export class EchoClient {
  readonly #socket: WebSocket;
  #waiting: { resolve: () => void; reject: (error: Error) => void } | null = null;

  private constructor(url: string) {
    this.#socket = new WebSocket(url.replace(/^http/, 'ws'), { perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => {
      JSON.parse(data.toString());
      this.#waiting?.resolve();
      this.#waiting = null;
    });
    this.#socket.on('close', () => this.#waiting?.reject(new Error('the socket closed')));
    this.#socket.on('error', error => this.#waiting?.reject(error));
  }

  static async connect(url: string): Promise<EchoClient> {
    const client = new EchoClient(url);
    await once(client.#socket, 'open');
    return client;
  }

  open(): Promise<void> {
    return this.#ask({ type: 'open', language: 'zh-CN' });
  }

  say(message: SaidMessage): Promise<void> {
    return this.#ask({ type: 'say', message });
  }

  async close(): Promise<void> {
    if (this.#socket.readyState === this.#socket.CLOSED) return;
    const closed = once(this.#socket, 'close');
    this.#socket.close();
    await closed;
  }

  #ask(frame: object): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket.send(JSON.stringify(frame));
    });
  }
}
