import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { CONSOLE_HEADER, CONSOLE_SOCKET } from '../../../src/protocol/console/agreed.ts';
import type { ConsoleClientFrame, ConsoleServerFrame } from '../../../src/protocol/console/frames.ts';
import type { Entry } from '../../../src/protocol/entry.ts';
import { type ConsoleAnswer, ConsoleClient } from '../../support/console.ts';

/** Milliseconds from one look to the next for a talk that does not stand in the lists yet. */
const LOOKS_EVERY = 50;

/** Reads something again, as a console does: what is asked for while it is read is read once more after it. */
class Reread {
  readonly #read: () => Promise<unknown>;
  #isReading = false;
  #again = false;

  constructor(read: () => Promise<unknown>) {
    this.#read = read;
  }

  ask(): void {
    this.#again = true;
    if (!this.#isReading) void this.#work();
  }

  async #work(): Promise<void> {
    this.#isReading = true;
    while (this.#again) {
      this.#again = false;
      await this.#read();
    }
    this.#isReading = false;
  }
}

/** A console without a face: it watches one talk, and reads again what it is told has changed. */
export class DeskConsole {
  /** Told of every entry that arrives. */
  onEntries: (entries: Entry[]) => void = () => {};
  watched: string | null = null;
  readonly #client: ConsoleClient;
  readonly #socket: WebSocket;
  readonly #inbox = new Reread(() => this.call('GET', '/inbox?view=mine'));
  readonly #item = new Reread(async () => {
    if (this.watched) await this.call('GET', `/conversations/${this.watched}`);
  });
  #count = 0;

  private constructor(url: string, cookie: string) {
    const headers = { Cookie: cookie, [CONSOLE_HEADER]: '1' };
    this.#client = new ConsoleClient(url.replace(/\/$/, ''), headers);
    const address = url.replace(/^http/, 'ws').replace(/\/$/, '') + CONSOLE_SOCKET;
    this.#socket = new WebSocket(address, { headers, perMessageDeflate: false });
    this.#socket.on('message', (data: Buffer) => this.#hear(JSON.parse(data.toString())));
  }

  static async open(url: string, cookie: string): Promise<DeskConsole> {
    const console = new DeskConsole(url, cookie);
    await once(console.#socket, 'open');
    return console;
  }

  async call(method: string, path: string, body?: object): Promise<ConsoleAnswer> {
    const answer = await this.#client.call(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path} was answered ${answer.status}`);
    return answer;
  }

  order = (conversation: string, what: string, body: object = {}): Promise<ConsoleAnswer> =>
    this.call('POST', `/conversations/${conversation}/${what}`, { id: `b${this.#count++}`, ...body });

  /** Joins a talk, once it stands in the lists. */
  async accept(conversation: string): Promise<void> {
    const body = { id: `b${this.#count++}` };
    for (;;) {
      const { status } = await this.#client.call('POST', `/conversations/${conversation}/accept`, body);
      if (status === 200) return;
      if (status !== 404) throw new Error(`a talk could not be accepted: ${status}`);
      await pause(LOOKS_EVERY);
    }
  }

  async watch(conversation: string): Promise<void> {
    this.watched = conversation;
    this.#send({ type: 'watch', conversation, after: 0 });
    await this.call('GET', `/conversations/${conversation}/transcript?after=0`);
    this.#item.ask();
  }

  close = (): void => this.#socket.terminate();

  #send(frame: ConsoleClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }

  #hear(frame: ConsoleServerFrame): void {
    if (frame.type === 'inbox') this.#inbox.ask();
    else if (frame.type === 'changed') this.#item.ask();
    else if (frame.type === 'entries') this.onEntries(frame.entries);
  }
}
