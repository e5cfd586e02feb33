import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { RealServer } from '../support/real-server.ts';

const OPERATOR_KEY = Buffer.alloc(32, 'geheim').toString('base64');
const METRICS_TOKEN = 'geheimes-messwort-99';

/** The server as an operator runs it, listened to: all it writes, and what it keeps in memory. */
export class FuzzedServer {
  /** What nobody may ever read, in a reply or in what the server writes. */
  readonly secrets = [OPERATOR_KEY, METRICS_TOKEN];
  readonly #server: RealServer;
  /** So much of what it has written was asked for before. */
  #read = 0;
  #heaps = 0;

  private constructor(server: RealServer) {
    this.#server = server;
  }

  static async start(): Promise<FuzzedServer> {
    const server = await RealServer.start({
      env: {
        OPERATOR_KEY,
        METRICS_TOKEN,
        RATE_LIMITS: 'off',
        // A busy machine must not turn inputs away unread.
        MAX_LOOP_DELAY_MS: '60000',
        LOG_LEVEL: 'debug',
      },
      flags: ['--expose-gc', '--import', join(import.meta.dirname, 'heap-probe.mjs')],
    });
    return new FuzzedServer(server);
  }

  get port(): number {
    return this.#server.port;
  }

  get pid(): number {
    return this.#server.pid;
  }

  get isRunning(): boolean {
    return this.#server.isRunning;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** What a pattern finds in all that it has written or is going to write. */
  async writes(pattern: RegExp): Promise<RegExpExecArray> {
    for (;;) {
      const found = pattern.exec(this.#server.said);
      if (found) return found;
      if (!this.isRunning) throw new Error('the server has ended');
      await wait(20);
    }
  }

  /** What it has written since this was asked last. */
  written(): string {
    const words = this.#server.said.slice(this.#read);
    this.#read += words.length;
    return words;
  }

  /** Bytes of heap in use after a collection. */
  async heap(): Promise<number> {
    const time = ++this.#heaps;
    process.kill(this.#server.pid, 'SIGUSR2');
    const [, bytes] = await this.writes(new RegExp(`heap (\\d+) of the fuzzed server, time ${time}\n`));
    return Number(bytes);
  }
}
