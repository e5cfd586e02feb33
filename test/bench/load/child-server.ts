import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server of the bench's own in a process of its own: it says `ready: <url>` when it may be used. */
export class ChildServer {
  readonly url: string;
  readonly #process: ChildProcess;

  private constructor(child: ChildProcess, url: string) {
    this.#process = child;
    this.url = url;
  }

  /**
   * @param command program and arguments
   * @param more variables of its environment, beside ours
   */
  static async start(
    [program = '', ...args]: string[],
    more: Record<string, string> = {},
  ): Promise<ChildServer> {
    const env = { ...process.env, ...more };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const { value } = (await lines.next()) as { value: string | undefined };
    const url = /^ready: (\S+)$/.exec(value ?? '')?.[1];
    if (url === undefined) throw new Error(`${args.join(' ')} did not get ready: ${value ?? 'it ended'}`);
    return new ChildServer(child, url);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode !== null) return;
    this.#process.kill('SIGTERM');
    await once(this.#process, 'exit');
  }
}
