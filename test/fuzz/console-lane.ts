import { once } from 'node:events';
import { WebSocket } from 'ws';
import { CONSOLE_HEADER, CONSOLE_SOCKET, SESSION_COOKIE } from '../../src/protocol/console/agreed.ts';
import type { SocketAnswer } from './answer.ts';

/** Milliseconds after which a server that neither answers nor closes is called silent. */
const SILENCE = 5_000;

/** A supervisor's socket, over which inputs go one after the other. */
export class ConsoleLane {
  readonly #socket: WebSocket;
  #hear: (frame: string | null) => void = () => {};

  private constructor(port: number, session: string) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${CONSOLE_SOCKET}`, {
      headers: { Cookie: `${SESSION_COOKIE}=${session}`, [CONSOLE_HEADER]: '1' },
    });
    this.#socket.on('message', (data: Buffer) => this.#hear(data.toString()));
    this.#socket.on('close', () => this.#hear(null));
    this.#socket.on('error', () => {});
  }

  /** Null where the session has been ended by what was sent before. */
  static async open(port: number, session: string): Promise<ConsoleLane | null> {
    const lane = new ConsoleLane(port, session);
    const isOpen = once(lane.#socket, 'open').then(
      () => true,
      () => false,
    );
    return (await isOpen) ? lane : null;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Sends the bytes as a text frame, and a ping: not every frame is answered, but whoever reads on answers that. */
  send(bytes: Buffer): Promise<SocketAnswer> {
    const frames: string[] = [];
    return new Promise(resolve => {
      const started = performance.now();
      const done = (isSilent: boolean): void => {
        clearTimeout(patience);
        this.#hear = () => {};
        resolve({ way: 'console', frames, isSilent, milliseconds: performance.now() - started });
      };
      const patience = setTimeout(() => done(true), SILENCE);
      this.#hear = frame => {
        if (frame !== null) frames.push(frame);
        if (frame === null || frame.includes('"pong"')) done(false);
      };
      this.#socket.send(bytes, { binary: false });
      this.#socket.send('{"type":"ping"}');
    });
  }

  close(): void {
    this.#socket.terminate();
  }
}
