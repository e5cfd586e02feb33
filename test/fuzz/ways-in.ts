import type { Answer } from './answer.ts';
import { exchange } from './exchange.ts';
import type { Input } from './input.ts';
import { ConsoleLane } from './console-lane.ts';
import { SocketLane } from './socket-lane.ts';

/** Inputs after which a conversation has heard enough. */
const CONVERSATION_LASTS = 150;

/** The ways in of one worker: a conversation that lasts a while, and a new connection for all else. */
export class WaysIn {
  readonly #port: number;
  readonly #session: string;
  #console: ConsoleLane | null = null;
  #conversation: SocketLane | null = null;
  #sent = 0;

  constructor(port: number, session: string) {
    this.#port = port;
    this.#session = session;
  }

  /** Null where the way is closed for good. */
  async send({ way, bytes }: Input): Promise<Answer | null> {
    if (way === 'port') return exchange(this.#port, bytes);
    if (way === 'console') {
      if (!this.#console?.isOpen) this.#console = await ConsoleLane.open(this.#port, this.#session);
      return this.#console?.send(bytes) ?? null;
    }
    if (way === 'conversation') return (await this.#ofConversation()).send(bytes);
    const stranger = await SocketLane.ofStranger(this.#port);
    const answer = await stranger.send(bytes);
    stranger.close();
    return answer;
  }

  close(): void {
    this.#conversation?.close();
    this.#console?.close();
  }

  async #ofConversation(): Promise<SocketLane> {
    if (this.#conversation?.isOpen && this.#sent++ < CONVERSATION_LASTS) return this.#conversation;
    this.close();
    this.#sent = 0;
    this.#conversation = await SocketLane.ofConversation(this.#port);
    return this.#conversation;
  }
}
