import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import type { Store } from '../../src/stores/store.ts';
import { to } from '../contracts/store-contract.ts';
import { FailingDisk, writeProtect } from '../support/failing-disk.ts';

const FULL = 13;
const NOT_WRITTEN = 778;

let store: Store;
let cleanUp: () => void = () => {};
const openIn = (folder: string): string => {
  const file = join(folder, 'parley.db');
  store = sealedStore(sqliteLedger(file), Buffer.alloc(32, 1));
  return file;
};
afterEach(async () => {
  await store.close();
  cleanUp();
});

const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'done',
    (error: { errcode?: number }) => error.errcode,
  );

describe('SQLite on a disk that fails', () => {
  test('says that it is full, loses nothing of before, and goes on by itself when there is room again', async context => {
    const disk = FailingDisk.inMemory(3);
    if (!disk) return context.skip('this machine cannot mount a small disk');
    cleanUp = () => disk.remove();
    openIn(disk.folder);
    await store.append(to('a', 0, 'before'));
    disk.fill();
    const failed = await Promise.all(
      ['b', 'c', 'd'].map(stream => failure(store.append(to(stream, 0, 'while')))),
    );
    expect([...failed, await failure(store.probe())]).toEqual([FULL, FULL, FULL, FULL]);
    expect(await store.read('a')).toHaveLength(1);
    expect(await store.read('b')).toEqual([]);
    disk.free();
    expect(await failure(store.probe())).toBe('done');
    for (const stream of ['b', 'c', 'd'])
      expect((await store.append(to(stream, 0, 'while'))).outcome).toBe('stored');
    expect((await store.append(to('a', 1, 'after'))).outcome).toBe('stored');
  });

  test('says that it cannot be written, and goes on by itself when it can', async context => {
    const folder = mkdtempSync(join(tmpdir(), 'parley-protected-'));
    const file = openIn(folder);
    cleanUp = () => rmSync(folder, { recursive: true });
    await store.append(to('a', 0, 'before'));
    const files = [file, `${file}-wal`];
    const isProtected = files.map(one => writeProtect(one, true)).every(Boolean);
    try {
      if (!isProtected) return context.skip('this file system cannot protect files');
      expect(await failure(store.append(to('a', 1, 'while')))).toBe(NOT_WRITTEN);
      expect(await failure(store.probe())).toBe(NOT_WRITTEN);
      expect(await store.read('a')).toHaveLength(1);
    } finally {
      for (const one of files) writeProtect(one, false);
    }
    expect(await failure(store.probe())).toBe('done');
    expect((await store.append(to('a', 1, 'while'))).outcome).toBe('stored');
  });

  test('survives that the system takes it for broken, and can still be read', async context => {
    const disk = FailingDisk.ext4(24);
    if (!disk) return context.skip('this machine cannot mount a file system in a file');
    cleanUp = () => disk.remove();
    openIn(disk.folder);
    await store.append(to('a', 0, 'before'));
    disk.breakDown();
    expect(await failure(store.append(to('a', 1, 'while')))).toBe(NOT_WRITTEN);
    expect(await failure(store.probe())).toBe(NOT_WRITTEN);
    expect(await store.read('a')).toHaveLength(1);
  });
});
