import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { freePort } from '../../support/real-server.ts';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis of the bench's own, which syncs every write to disk as Parley's documentation asks for. */
export class RedisServer {
  readonly port: number;
  readonly #process: ChildProcess;

  private constructor(port: number, child: ChildProcess) {
    this.port = port;
    this.#process = child;
  }

  /** @param folder where it keeps its files */
  static async start(folder: string): Promise<RedisServer> {
    const port = await freePort();
    const settings = `--port ${port} --bind 127.0.0.1 --dir ${folder} --appendonly yes --appendfsync always`;
    const args = [...settings.split(' '), '--save', ''];
    const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const line of createInterface({ input: child.stdout }))
      if (line.includes('Ready to accept connections')) return new RedisServer(port, child);
    throw new Error('redis-server did not start');
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** How many keys it holds. */
  async size(): Promise<number> {
    const { stdout } = spawnSync('redis-cli', ['-p', String(this.port), 'DBSIZE'], { encoding: 'utf8' });
    return Number.parseInt(stdout, 10);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    this.#process.kill('SIGTERM');
    await ended;
  }
}
