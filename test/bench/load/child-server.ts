import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server of the bench's own in a process of its own: it says `ready: <url>` when it may be used. */
export class ChildServer {
  readonly url: string;
  readonly #process: ChildProcess;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcess, lines: AsyncIterator<string>, url: string) {
    this.#process = child;
    this.#lines = lines;
    this.url = url;
  }

  /** @param command program and arguments */
  static async start([program = '', ...args]: string[]): Promise<ChildServer> {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { value } = (await lines.next()) as { value: string | undefined };
    const url = /^ready: (\S+)$/.exec(value ?? '')?.[1];
    if (url === undefined) throw new Error(`${args.join(' ')} did not get ready: ${value ?? 'it ended'}`);
    return new ChildServer(child, lines, url);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** What it says next. */
  async line(): Promise<string> {
    const { value } = (await this.#lines.next()) as { value: string | undefined };
    if (value === undefined) throw new Error('the server ended');
    return value;
  }

  signal(name: NodeJS.Signals): void {
    this.#process.kill(name);
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.kill('SIGTERM');
    await once(this.#process, 'exit');
  }
}
