import { FastClient } from '../../support/fast-client.ts';
import { talk } from '../talk.ts';
import { EchoClient } from './echo-client.ts';

/** Has the talk over and over, each time in a conversation and on a socket of its own. */
export class Person {
  readonly #url: string;
  readonly #speaks: 'parley' | 'echo';
  #client: FastClient | EchoClient | null = null;
  #next = 0;

  constructor(url: string, speaks: 'parley' | 'echo') {
    this.#url = url;
    this.#speaks = speaks;
  }

  /** Opens the next conversation when the last talk is over. */
  async prepare(): Promise<void> {
    if (this.#client && this.#next < talk.length) return;
    await this.#client?.close();
    this.#client = await (this.#speaks === 'parley' ? FastClient : EchoClient).connect(this.#url);
    await this.#client.open();
    this.#next = 0;
  }

  /** Sends the next message of the talk. Resolves when it is answered. */
  async say(): Promise<void> {
    const message = talk[this.#next];
    if (!this.#client || !message) throw new Error('the conversation is not prepared');
    await this.#client.say({ id: `m${this.#next++}`, text: message.text, ...choiceOf(message) });
  }

  async leave(): Promise<void> {
    await this.#client?.close();
  }
}

const choiceOf = ({ choice }: { choice?: string }): { choice?: string } =>
  choice === undefined ? {} : { choice };
