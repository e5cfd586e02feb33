import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import { ledgerContract } from '../contracts/ledger-contract.ts';
import { storeContract, to, told } from '../contracts/store-contract.ts';
import { sqliteStore } from '../support/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

storeContract('sqlite', async () => sqliteStore(newFile()));
ledgerContract('sqlite', async () => sqliteLedger(newFile()));

const WRITER = fileURLToPath(new URL('sqlite-writer.ts', import.meta.url));

/** Runs a writer; it is killed with -9 as soon as it has printed `killAfter` versions. */
function write(
  file: string,
  stream: string,
  name: string,
  count: number,
  killAfter = Infinity,
): Promise<number[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [WRITER, file, stream, name, String(count)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let printed = '';
    const versions = (): number[] => printed.split('\n').slice(0, -1).map(Number);
    child.stdout.on('data', chunk => {
      printed += chunk;
      if (versions().length >= killAfter) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 || (signal === 'SIGKILL' && killAfter < Infinity)) resolve(versions());
      else reject(new Error(`writer ended with ${code ?? signal}`));
    });
  });
}

describe('the sqlite file', () => {
  it('keeps everything for the next process', async () => {
    const file = newFile();
    const first = sqliteStore(file);
    await first.append(to('a', 0, 'c1', told('1', '第一句')));
    await first.saveCheckpoint('reactions', 0, 1);
    await first.close();
    const second = sqliteStore(file);
    expect((await second.read('a')).map(one => one.event)).toEqual([told('1', '第一句')]);
    expect(await second.checkpoint('reactions', 0)).toBe(1);
    expect((await second.append(to('a', 0, 'c1'))).outcome).toBe('duplicate');
    await second.close();
  });

  it('shows one process what another has written', async () => {
    const file = newFile();
    const [one, other] = [sqliteStore(file), sqliteStore(file)];
    await one.append(to('a', 0, 'c1'));
    expect(await other.read('a')).toHaveLength(1);
    expect(await other.append(to('a', 0, 'c2'))).toEqual({ outcome: 'conflict', version: 1 });
    await one.close();
    await other.close();
  });

  it('loses nothing that was confirmed when the writer is killed with -9', { timeout: 60_000 }, async () => {
    const file = newFile();
    for (let round = 0; round < 3; round++) {
      const confirmed = await write(file, 'a', `round${round}`, 100_000, 25);
      const store = sqliteStore(file);
      const stored = await store.read('a');
      expect(stored.length).toBeGreaterThanOrEqual(confirmed.at(-1) ?? Infinity);
      expect(stored.map(one => one.version)).toEqual(stored.map((_, index) => index + 1));
      await store.close();
    }
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    database.close();
  });

  it(
    'lets several processes open a new file at once and write into one stream',
    { timeout: 60_000 },
    async () => {
      const file = newFile();
      const names = ['a', 'b', 'c'];
      const confirmed = await Promise.all(names.map(name => write(file, 'shared', name, 40)));
      const versions = confirmed.flat().toSorted((x, y) => x - y);
      expect(versions).toEqual(Array.from({ length: 120 }, (_, index) => index + 1));
      const store = sqliteStore(file);
      const stored = await store.read('shared');
      expect(stored.map(one => one.version)).toEqual(versions);
      for (const name of names)
        expect(stored.filter(one => one.cause.startsWith(`${name}-`))).toHaveLength(40);
      await store.close();
    },
  );

  it('can be opened new by several at the very same moment', { timeout: 60_000 }, async () => {
    const shared = mkdtempSync(join(tmpdir(), 'parley-open-'));
    const orders = { folder: shared, rounds: 100, threads: 4, arrived: new SharedArrayBuffer(4) };
    const faults: string[] = [];
    const openers = Array.from({ length: orders.threads }, () => {
      const opener = new Worker(new URL('sqlite-opener.ts', import.meta.url), { workerData: orders });
      opener.on('message', (fault: string) => faults.push(fault));
      return once(opener, 'exit');
    });
    await Promise.all(openers);
    rmSync(shared, { recursive: true });
    expect(faults).toEqual([]);
  });

  it('takes back the whole append when one event cannot be stored', async () => {
    const file = newFile();
    const store = sqliteStore(file);
    const circular: Record<string, unknown> = { type: 'UserSaid' };
    circular['self'] = circular;
    await expect(store.append(to('a', 0, 'c1', told('1', 'x'), circular as never))).rejects.toThrow();
    expect(await store.read('a')).toEqual([]);
    expect((await store.append(to('a', 0, 'c2'))).outcome).toBe('stored');
    await store.close();
  });

  it('refuses a file of a newer version and leaves it as it is', () => {
    const file = newFile();
    const database = new DatabaseSync(file);
    database.exec('PRAGMA user_version = 99');
    database.close();
    expect(() => sqliteStore(file)).toThrow(`${file} was written by a newer version of Parley`);
  });

  it('takes over a file of version 2 and counts what stands in its queue', async () => {
    const file = newFile();
    const before = sqliteLedger(file);
    const row = { queue: 'case', version: 1, type: null, mediator: null, deadline: null };
    for (const [at, status] of ['filed', 'filed', 'closed'].entries())
      await before.queue.put({ ...row, stream: `case-${at}`, status, since: '2026-11-24T02:00:00.000Z' });
    await before.close();
    const database = new DatabaseSync(file);
    database.exec(`DROP TRIGGER queue_put; DROP TRIGGER queue_removed; DROP TRIGGER queue_moved; DROP TABLE queue_size;
      DROP INDEX queue_mediator_status_since; DROP INDEX queue_mediator_status_deadline; PRAGMA user_version = 2`);
    database.close();
    const after = sqliteLedger(file);
    expect(await after.queue.counts('case')).toEqual({ filed: 2, closed: 1 });
    await after.queue.remove('case-2');
    expect(await after.queue.counts('case')).toEqual({ filed: 2 });
    await after.close();
  });

  it('gives what a process held to another as soon as that process has ended', async () => {
    const file = newFile();
    const ledger = sqliteLedger(file);
    const other = spawn(process.execPath, ['test/stores/lease-taker.ts', file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    expect(await ledger.lease('reactions', 'mine', 60_000)).toBe(false);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(await ledger.lease('reactions', 'mine', 60_000)).toBe(true);
    expect(await ledger.lease('reactions', 'another', 60_000)).toBe(false);
    await ledger.close();
  });

  it('refuses a file that is no database', () => {
    const file = newFile();
    writeFileSync(
      file,
      'this is a shopping list, not a database, and long enough to be read as one'.repeat(20),
    );
    expect(() => sqliteStore(file)).toThrow('not a database');
  });

  it('is in write-ahead mode, so that readers never wait for a writer', async () => {
    const file = newFile();
    const store = sqliteStore(file);
    const database = new DatabaseSync(file);
    expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    database.close();
    await store.close();
  });
});
