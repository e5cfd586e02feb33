import { once } from 'node:events';
import { WebSocket } from 'ws';
import { SOCKET_PATH } from '../../src/protocol/agreed.ts';
import { ClientFrame, ServerFrame } from '../../src/protocol/frames.ts';
import type { SocketAnswer } from './answer.ts';
import type { Owned } from './input.ts';

/** Milliseconds after which a server that neither answers nor closes is called silent. */
const SILENCE = 5_000;

/** One socket over which inputs go one after the other, each after the answer to the one before. */
export class SocketLane {
  readonly #socket: WebSocket;
  readonly #said = new Set<string>();
  #hear: (frame: string | null) => void = () => {};
  known: Owned | null = null;

  private constructor(port: number) {
    this.#socket = new WebSocket(`ws://127.0.0.1:${port}${SOCKET_PATH}`);
    this.#socket.on('message', (data: Buffer) => this.#hear(data.toString()));
    this.#socket.on('close', () => this.#hear(null));
    this.#socket.on('error', () => {});
  }

  /** A socket that has not said who it is. */
  static async ofStranger(port: number): Promise<SocketLane> {
    const lane = new SocketLane(port);
    await once(lane.#socket, 'open');
    return lane;
  }

  /** A socket with a conversation of its own. */
  static async ofConversation(port: number): Promise<SocketLane> {
    const lane = await SocketLane.ofStranger(port);
    const { frames } = await lane.#exchange(
      Buffer.from('{"type":"open","language":"zh-CN"}'),
      isType('entries'),
    );
    const opened = frames
      .map(frame => JSON.parse(frame) as ServerFrame)
      .find(frame => frame.type === 'opened');
    if (!opened) throw new Error(`no conversation was opened: ${frames.join()}`);
    lane.known = { conversation: opened.conversation, token: opened.token };
    return lane;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  /** Sends the bytes as a text frame and waits for what answers them. */
  async send(bytes: Buffer): Promise<SocketAnswer> {
    return this.#exchange(bytes, this.#answerTo(bytes));
  }

  close(): void {
    this.#socket.terminate();
  }

  /** What ends the waiting: a message's entries, or the first frame that is not on its way anyhow. */
  #answerTo(bytes: Buffer): (frame: ServerFrame) => boolean {
    const frame = frameIn(bytes);
    if (frame?.type === 'typing') return this.#unanswered();
    if (frame?.type !== 'say' || this.known === null) return isType('refused', 'pong', 'welcome', 'opened');
    const { id } = frame.message;
    // It is in the conversation already, and nothing is said about it again.
    if (this.#said.has(id)) return this.#unanswered();
    this.#said.add(id);
    return answer =>
      answer.type === 'entries'
        ? answer.entries.some(entry => entry.from === 'bot' && entry.message === id)
        : answer.type === 'refused' && answer.id === id;
  }

  /** What follows the frame and is answered, where the frame itself is not. */
  #unanswered(): (frame: ServerFrame) => boolean {
    // After the frame itself, which is sent once it is known what answers it.
    setImmediate(() => this.#socket.send('{"type":"ping"}'));
    return isType('pong');
  }

  #exchange(bytes: Buffer, isAnswer: (frame: ServerFrame) => boolean): Promise<SocketAnswer> {
    const frames: string[] = [];
    return new Promise(resolve => {
      const started = performance.now();
      const done = (isSilent: boolean): void => {
        clearTimeout(patience);
        this.#hear = () => {};
        resolve({ way: 'socket', frames, isSilent, milliseconds: performance.now() - started });
      };
      const patience = setTimeout(() => done(true), SILENCE);
      this.#hear = frame => {
        if (frame !== null) frames.push(frame);
        if (frame === null || isAnswer(readable(frame))) done(false);
      };
      this.#socket.send(bytes, { binary: false });
    });
  }
}

const isType =
  (...types: ServerFrame['type'][]) =>
  (frame: ServerFrame): boolean =>
    types.includes(frame.type);

function frameIn(bytes: Buffer): ClientFrame | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return ClientFrame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}

/** A frame that cannot be read ends the waiting too; whoever judges it sees what is wrong. */
function readable(frame: string): ServerFrame {
  try {
    return ServerFrame.parse(JSON.parse(frame));
  } catch {
    return { type: 'pong' };
  }
}
