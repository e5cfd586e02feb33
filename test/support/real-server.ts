import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

export interface RealServerOptions {
  /** Settings beside the port, the data folder and the operator's name. */
  env?: Record<string, string>;
  /** A command that starts the server, such as one that chooses its core; it must become the server's process. */
  under?: string[];
  /** Flags for Node. */
  flags?: string[];
}

/** The server as an operator runs it, in a process of its own, over a data folder that is removed at the end. */
export class RealServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-server-'));
  readonly port: number;
  readonly #options: RealServerOptions;
  #process: ChildProcess | null = null;
  #said = '';

  private constructor(port: number, options: RealServerOptions) {
    this.port = port;
    this.#options = options;
  }

  static async start(options: RealServerOptions = {}): Promise<RealServer> {
    const server = new RealServer(await freePort(), options);
    await server.start();
    return server;
  }

  /** Of the process that serves. Throws where none does. */
  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('the server is not running');
    return pid;
  }

  get isRunning(): boolean {
    return this.#process !== null && this.#process.exitCode === null && this.#process.signalCode === null;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/`;
  }

  /** All that the server has written to its standard output and error, since the first start. */
  get said(): string {
    return this.#said;
  }

  async start(): Promise<void> {
    const { under = [], flags = [] } = this.#options;
    const [program, ...args] = [...under, process.execPath, ...flags, 'src/main.ts', 'serve'];
    const env = {
      ...process.env,
      PORT: String(this.port),
      DATA_DIR: this.folder,
      OPERATOR_NAME: '测试运营方',
      ...this.#options.env,
    };
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        this.#said += chunk.toString();
        if (said.includes('Parley is ready')) resolve();
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', code => reject(new Error(`the server ended with ${code}: ${said}`)));
    });
  }

  /** As a power cut would: no chance to write anything. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.folder, { recursive: true, force: true });
  }

  /**
   * Tells the server to stop and resolves with its exit code when it has; told again while it does, it is told twice.
   */
  async terminate(): Promise<number | null> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const [code] = (await ended) as [number | null];
    return code;
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
