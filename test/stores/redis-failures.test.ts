import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { Ledger, Notice } from '../../src/stores/ledger.ts';
import { type RedisOptions, redisLedger } from '../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { sealed } from '../contracts/ledger-contract.ts';
import { RedisCluster } from '../support/redis-cluster.ts';
import { RedisServer, type RedisOptions as ServerOptions } from '../support/redis-server.ts';
import { operatorKey } from '../support/stores.ts';

const PATIENCE = 600;
const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

async function startServer(options: ServerOptions = {}): Promise<RedisServer> {
  const server = await RedisServer.start(options);
  cleanUps.push(() => server.remove());
  return server;
}

async function open(urls: string[], options: Partial<RedisOptions> = {}): Promise<Ledger> {
  const ledger = await redisLedger({ urls, prefix: 'parley:', patience: PATIENCE, ...options });
  cleanUps.push(() => ledger.close());
  return ledger;
}

const works = (ledger: Ledger): Promise<boolean> =>
  ledger.probe().then(
    () => true,
    () => false,
  );

const recovers = (ledger: Ledger): Promise<void> =>
  expect.poll(() => works(ledger), { timeout: 15_000 }).toBe(true);

/** Versions that a process of its own was told are stored. */
function write(urls: string[], stream: string, name: string, count: number): Promise<number[]> {
  const writer = fileURLToPath(new URL('redis-writer.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    const args = [writer, urls.join(), 'parley:', stream, name, String(count)];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    cleanUps.push(() => child.kill('SIGKILL'));
    let printed = '';
    child.stdout.on('data', chunk => (printed += chunk));
    child.on('close', code => {
      if (code === 0) resolve(printed.trim().split('\n').map(Number));
      else reject(new Error(`the writer ended with ${code}`));
    });
  });
}

async function expectAllOf(store: Store, stream: string, names: string[], count: number): Promise<void> {
  const stored = await store.read(stream);
  expect(stored.map(one => one.version)).toEqual(stored.map((_, at) => at + 1));
  const causes = stored.map(one => one.cause).toSorted();
  const wanted = names.flatMap(name => Array.from({ length: count }, (_, at) => `${name}-${at}`));
  expect(causes).toEqual(wanted.toSorted());
}

const SILENT = `no answer from Redis within ${PATIENCE} ms`;

describe('a redis that fails', () => {
  it('loses nothing that was confirmed when it is killed with -9 while two processes write', async () => {
    const server = await startServer();
    const names = ['a', 'b'];
    const written = Promise.all(names.map(name => write([server.url], 'shared', name, 150)));
    for (let kills = 0; kills < 3; kills++) {
      const stored = async (): Promise<number> => Number(await server.cli('XLEN', 'parley:{11}:rows:shared'));
      await expect.poll(stored, { timeout: 20_000 }).toBeGreaterThan(kills * 60);
      await server.kill();
      await server.start();
    }
    const confirmed = (await written).flat();
    const store = sealedStore(await open([server.url]), operatorKey);
    await expectAllOf(store, 'shared', names, 150);
    expect(confirmed.toSorted((x, y) => x - y)).toEqual(Array.from({ length: 300 }, (_, at) => at + 1));
  }, 60_000);

  it('answers what was sent again after a lost answer as a duplicate', async () => {
    const server = await startServer();
    const ledger = await open([server.url]);
    await ledger.append(sealed('a', null, 'c1'));
    const [first] = await ledger.read('a', 0);
    if (!first) throw new Error('nothing was stored');
    const appends = Array.from({ length: 200 }, (_, at) => sealed(`stream-${at}`, null, 'c'));
    const answers = Promise.allSettled(appends.map(append => ledger.append(append)));
    await server.kill();
    await answers;
    await server.start();
    await recovers(ledger);
    for (const append of appends) {
      const again = await ledger.append(append);
      expect(['stored', 'duplicate']).toContain(again.outcome);
      expect(await ledger.read(append.stream, 0)).toHaveLength(1);
    }
    expect((await ledger.append(sealed('a', first, 'c1'))).outcome).toBe('duplicate');
  }, 30_000);

  it('refuses at once while it is down, and works again by itself', async () => {
    const server = await startServer();
    const ledger = await open([server.url]);
    const heard: Notice[] = [];
    ledger.watch(notice => heard.push(notice));
    await expect.poll(() => heard).toEqual([null]);
    await server.stop();
    await expect(ledger.append(sealed('a', null, 'c'))).rejects.toThrow();
    await expect(ledger.read('a', 0)).rejects.toThrow();
    await expect(ledger.probe()).rejects.toThrow();
    await server.start();
    await recovers(ledger);
    await expect.poll(() => heard).toEqual([null, null]);
    await ledger.append(sealed('a', null, 'c'));
    await expect.poll(() => heard).toContainEqual({ stream: 'a', version: 1 });
  }, 30_000);

  it('is given up on when it is silent, within the time allowed, and is not asked for ever more', async () => {
    const server = await startServer();
    const ledger = await open([server.url]);
    server.freeze();
    const answers = await Promise.allSettled([
      ledger.append(sealed('a', null, 'c')),
      ...Array.from({ length: 25_000 }, () => ledger.head('a')),
    ]);
    const reasons = new Set(
      answers.map(one => (one.status === 'rejected' ? (one.reason as Error).message : '')),
    );
    // What was under way when the silent connection was cut ends with it.
    const known = ['Disconnects client', 'Too many commands wait for Redis', SILENT];
    expect(known).toEqual(expect.arrayContaining([...reasons]));
    expect([...reasons]).toEqual(expect.arrayContaining(['Too many commands wait for Redis', SILENT]));
    await expect(ledger.append(sealed('a', null, 'c'))).rejects.toThrow('Redis cannot be reached just now');
    server.thaw();
    await recovers(ledger);
    expect(['stored', 'duplicate']).toContain((await ledger.append(sealed('a', null, 'c'))).outcome);
    expect(await ledger.read('a', 0)).toHaveLength(1);
  }, 30_000);

  it('may be slow for a while', async () => {
    const server = await startServer();
    const ledger = await open([server.url], { patience: 5_000 });
    await server.cli('CLIENT', 'PAUSE', '300', 'ALL');
    expect((await ledger.append(sealed('a', null, 'c'))).outcome).toBe('stored');
  });

  it('is not written to while it is a replica, and again when it is none', async () => {
    const [server, master] = await Promise.all([startServer(), startServer()]);
    const ledger = await open([server.url]);
    await server.cli('REPLICAOF', '127.0.0.1', String(master.port));
    await expect(ledger.append(sealed('a', null, 'c'))).rejects.toThrow();
    await expect(ledger.probe()).rejects.toThrow();
    await server.cli('REPLICAOF', 'NO', 'ONE');
    await recovers(ledger);
    expect((await ledger.append(sealed('a', null, 'c'))).outcome).toBe('stored');
  }, 30_000);

  it('stores nothing, rather than half, when its memory is full', async () => {
    const server = await startServer();
    const ledger = await open([server.url]);
    const first = sealed('a', null, 'c1');
    await ledger.append(first);
    await server.cli('CONFIG', 'SET', 'maxmemory', '1mb');
    await expect(ledger.append(sealed('a', first, 'c2'))).rejects.toThrow('OOM');
    await expect(ledger.probe()).rejects.toThrow('OOM');
    expect(await ledger.head('a')).toMatchObject({ version: 1 });
    await server.cli('CONFIG', 'SET', 'maxmemory', '0');
    expect((await ledger.append(sealed('a', first, 'c2'))).outcome).toBe('stored');
  });

  it('forgets its scripts without harm', async () => {
    const server = await startServer();
    const ledger = await open([server.url]);
    await ledger.append(sealed('a', null, 'c1'));
    await server.cli('SCRIPT', 'FLUSH');
    const appends = Array.from({ length: 50 }, (_, at) => ledger.append(sealed(`s${at}`, null, 'c')));
    expect(new Set((await Promise.all(appends)).map(one => one.outcome))).toEqual(new Set(['stored']));
  });
});

describe('a redis that cannot be used', () => {
  it('is named in the error, without its password', async () => {
    const gone = redisLedger({ urls: ['redis://:secret@127.0.0.1:1'], prefix: 'p:', patience: PATIENCE });
    await expect(gone).rejects.toThrow('Redis at 127.0.0.1:1 cannot be used (ECONNREFUSED).');
    const server = await startServer();
    await server.cli('CONFIG', 'SET', 'requirepass', 'right');
    const wrong = redisLedger({ urls: [`redis://:secret@127.0.0.1:${server.port}`], prefix: 'p:' });
    await expect(wrong).rejects.toThrow(/^Redis at 127\.0\.0\.1:\d+ cannot be used \(WRONGPASS/);
    await open([`redis://:right@127.0.0.1:${server.port}`]);
  });

  it('was written by a newer version', async () => {
    const server = await startServer();
    await server.cli('SET', 'parley:{layout}', '{"format":2,"partitions":16}');
    await expect(open([server.url])).rejects.toThrow('newer version of Parley');
  });

  it('keeps the number of parts that it was begun with', async () => {
    const server = await startServer();
    await server.cli('SET', 'parley:{layout}', '{"format":1,"partitions":3}');
    expect((await open([server.url])).partitions).toBe(3);
  });
});

describe('warnings', () => {
  it('say nothing of a server that keeps what it is given', async () => {
    const server = await startServer();
    expect(await (await open([server.url])).warnings()).toEqual([]);
  });

  it.each([
    [{ fsync: null }, 'it writes no append-only file'],
    [{ fsync: 'everysec' }, 'appendfsync is everysec, so about a second'],
    [{ settings: ['--maxmemory-policy', 'allkeys-lru'] }, 'maxmemory-policy is allkeys-lru'],
    [{ settings: ['--no-appendfsync-on-rewrite', 'yes'] }, 'no-appendfsync-on-rewrite is yes'],
  ] as [ServerOptions, string][])('%j', async (options, said) => {
    const server = await startServer(options);
    expect(await (await open([server.url])).warnings()).toEqual([expect.stringContaining(said)]);
  });

  it('say what could not be asked', async () => {
    const server = await startServer();
    await server.cli('ACL', 'SETUSER', 'parley', 'on', '>secret', '~*', '&*', '+@all', '-config', '-info');
    const ledger = await open([`redis://parley:secret@127.0.0.1:${server.port}`]);
    const said = await ledger.warnings();
    expect(said).toHaveLength(2);
    for (const sentence of said) expect(sentence).toContain('it could not be checked');
  });
});

describe('a redis cluster', () => {
  it('goes on when slots move, and when a node is killed and comes back', async () => {
    const cluster = await RedisCluster.start();
    cleanUps.push(() => cluster.remove());
    const ledger = await open(cluster.urls);
    const heard: Notice[] = [];
    ledger.watch(notice => heard.push(notice));
    await expect.poll(() => heard).toEqual([null]);
    const streams = Array.from({ length: 32 }, (_, at) => `stream-${at}`);
    for (const stream of streams) await ledger.append(sealed(stream, null, 'c1'));

    const parts = Array.from({ length: ledger.partitions }, (_, part) => `parley:{${part}}:`);
    for (const part of parts) await cluster.moveSlotOf(part);
    for (const stream of streams) {
      const [first] = await ledger.read(stream, 0);
      if (!first) throw new Error(`${stream} is lost`);
      expect((await ledger.append(sealed(stream, first, 'c2'))).outcome).toBe('stored');
    }
    await expect
      .poll(async () => {
        await ledger.append(sealed(`probe-${Math.random()}`, null, 'c'));
        return streams.filter(stream => heard.some(one => one && 'stream' in one && one.stream === stream));
      })
      .toEqual(streams);

    const [first, second] = cluster.nodes;
    const byOneName = await open([first?.url ?? '']);
    for (const stream of streams) expect(await byOneName.head(stream)).toMatchObject({ version: 2 });
    await second?.kill();
    await expect(ledger.probe()).rejects.toThrow();
    await second?.start();
    await recovers(ledger);
    for (const stream of streams) expect(await ledger.head(stream)).toMatchObject({ version: 2 });
  }, 60_000);
});
