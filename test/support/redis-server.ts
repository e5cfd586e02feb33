import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort } from './real-server.ts';

const run = promisify(execFile);

/** What is still running when the test process ends is ended with it. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

export interface RedisOptions {
  /** When Redis writes its log to disk; null: never. */
  fsync?: 'always' | 'everysec' | null;
  cluster?: boolean;
  /** Further lines of its configuration, as arguments. */
  settings?: string[];
}

/** A redis-server of its own over a temporary folder, on a port that stays the same when it is started again. */
export class RedisServer {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-redis-'));
  readonly #options: RedisOptions;
  port = 0;
  /** Where the nodes of a cluster speak with each other; 0 until it is started as one. */
  #busPort = 0;
  #process: ChildProcess | null = null;

  private constructor(options: RedisOptions) {
    this.#options = options;
  }

  static async start(options: RedisOptions = {}): Promise<RedisServer> {
    const server = new RedisServer(options);
    for (let left = 5; ; left -= 1) {
      server.port = await freePort();
      try {
        await server.start();
        return server;
      } catch (error) {
        // Somebody else may have taken the port in between.
        if (left === 0) throw error;
      }
    }
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Of its process. Throws where it does not run. */
  get pid(): number {
    const pid = this.#process?.pid;
    if (pid === undefined) throw new Error('Redis is not running');
    return pid;
  }

  /** Starts it, and waits until it has read back what it had written. */
  async start(): Promise<void> {
    const { fsync = 'always', cluster = false, settings = [] } = this.#options;
    if (cluster) this.#busPort ||= await freePort();
    const child = spawn(
      'redis-server',
      [
        ...['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', ''],
        ...(fsync ? ['--appendonly', 'yes', '--appendfsync', fsync] : ['--appendonly', 'no']),
        ...(cluster
          ? [
              '--cluster-enabled',
              'yes',
              '--cluster-node-timeout',
              '2000',
              '--cluster-port',
              String(this.#busPort),
            ]
          : []),
        ...settings,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#process = child;
    running.add(child);
    let said = '';
    for (const output of [child.stdout, child.stderr]) output.on('data', chunk => (said += chunk));
    let ended = false;
    child.once('exit', () => {
      ended = true;
      running.delete(child);
    });
    while (!(await this.#answers())) {
      if (ended) throw new Error(`redis-server ended: ${said}`);
      await pause(20);
    }
  }

  /** Runs a command and gives its answer as redis-cli prints it. */
  async cli(...command: string[]): Promise<string> {
    const { stdout } = await run('redis-cli', ['-h', '127.0.0.1', '-p', String(this.port), ...command]);
    return stdout.trim();
  }

  /** kill -9. */
  kill = (): Promise<void> => this.#end('SIGKILL');

  stop = (): Promise<void> => this.#end('SIGTERM');

  /** Stops and goes on: it stays connected, and answers nothing in between. */
  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #answers(): Promise<boolean> {
    return (await this.cli('PING').catch(() => '')) === 'PONG';
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(signal);
    if (signal !== 'SIGKILL') child.kill('SIGCONT');
    await gone;
  }
}
