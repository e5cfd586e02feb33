import { CONSOLE_SOCKET, SIGNED_OUT } from '../../../protocol/console/agreed.ts';
import type { ConsoleClientFrame, ConsoleServerFrame } from '../../../protocol/console/frames.ts';
import { pauseBefore } from './pause-before.ts';

const PING_EVERY = 20_000;
/** Milliseconds without a word after which the line is taken for dead. */
const SILENCE = 45_000;

interface Listener {
  frame(frame: ConsoleServerFrame): void;
  connected(isConnected: boolean): void;
  /** The line was refused: perhaps whoever was signed in is not any more. */
  refused(): void;
  signedOut(): void;
}

/** The console's line to the server. It comes back by itself until it is closed, and goes on watching where it was. */
export class ConsoleSocket {
  readonly #listener: Listener;
  #socket: WebSocket | null = null;
  #failures = 0;
  #retry = 0;
  #heard = 0;
  readonly #pinging: number;
  /** Conversation and from which version on; asked anew for each line. */
  #watched: { conversation: string; after: () => number } | null = null;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#pinging = window.setInterval(() => this.#check(), PING_EVERY);
    window.addEventListener('online', this.#connectNow);
    this.#connect();
  }

  watch(conversation: string, after: () => number): void {
    this.#watched = { conversation, after };
    this.#send({ type: 'watch', conversation, after: after() });
  }

  leave(): void {
    this.#watched = null;
    this.#send({ type: 'leave' });
  }

  typing(): void {
    this.#send({ type: 'typing' });
  }

  close(): void {
    window.clearInterval(this.#pinging);
    window.clearTimeout(this.#retry);
    window.removeEventListener('online', this.#connectNow);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
  }

  #connect(): void {
    const url = new URL(CONSOLE_SOCKET, location.href);
    url.protocol = url.protocol.replace('http', 'ws');
    const socket = new WebSocket(url);
    let wasOpen = false;
    this.#socket = socket;
    this.#heard = Date.now();
    socket.addEventListener('open', () => {
      if (socket !== this.#socket) return;
      wasOpen = true;
      this.#failures = 0;
      this.#listener.connected(true);
      if (this.#watched) this.watch(this.#watched.conversation, this.#watched.after);
    });
    socket.addEventListener('message', ({ data }) => {
      if (socket !== this.#socket) return;
      this.#heard = Date.now();
      this.#listener.frame(JSON.parse(String(data)) as ConsoleServerFrame);
    });
    socket.addEventListener('close', ({ code }) => {
      if (!wasOpen && socket === this.#socket) this.#listener.refused();
      this.#closed(socket, code);
    });
  }

  #closed(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    this.#listener.connected(false);
    if (code === SIGNED_OUT) return this.#listener.signedOut();
    this.#retry = window.setTimeout(() => this.#connect(), pauseBefore(++this.#failures, Math.random()));
  }

  #connectNow = (): void => {
    if (this.#socket) return;
    window.clearTimeout(this.#retry);
    this.#connect();
  };

  #check(): void {
    const socket = this.#socket;
    if (!socket) return;
    if (Date.now() - this.#heard > SILENCE) {
      // A dead line may take minutes to close: it is given up first.
      this.#closed(socket, 0);
      socket.close();
    } else this.#send({ type: 'ping' });
  }

  #send(frame: ConsoleClientFrame): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }
}
