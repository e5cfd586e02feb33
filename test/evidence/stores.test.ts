import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/evidence/disk/disk-files.ts';
import { memoryFiles } from '../../src/evidence/memory/memory-files.ts';
import { sealedEvidence } from '../../src/evidence/sealed-evidence.ts';
import { evidenceContract, hashOf } from '../contracts/evidence-contract.ts';
import { memoryStore } from '../support/stores.ts';

const root = mkdtempSync(join(tmpdir(), 'parley-evidence-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
const newFolder = (): string => join(root, 'deep', `${++folders}`);

evidenceContract('memory', memoryFiles);
evidenceContract('a folder', () => diskFiles(newFolder()));

describe('the evidence folder', () => {
  const bytes = new TextEncoder().encode('付款凭证');
  const sha256 = hashOf(bytes);
  const owner = 'V1StGXR8_Z5jdHi6B-myT';
  const place = join('V1', owner, sha256);

  it('holds one file per hash and nothing half-written', async () => {
    const folder = newFolder();
    const files = diskFiles(folder);
    await Promise.all(Array.from({ length: 3 }, () => files.put(owner, sha256, bytes)));
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => a.length - b.length),
    ).toEqual(['V1', join('V1', owner), place]);
  });

  it('is readable by nobody else', async () => {
    const folder = newFolder();
    await diskFiles(folder).put(owner, sha256, bytes);
    expect(statSync(join(folder, place)).mode & 0o777).toBe(0o400);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('is found again by the next process', async () => {
    const folder = newFolder();
    await diskFiles(folder).put(owner, sha256, bytes);
    expect(await diskFiles(folder).get(owner, sha256)).toEqual(Buffer.from(bytes));
  });

  it('says so when a file was changed behind its back', async () => {
    const folder = newFolder();
    const evidence = sealedEvidence(diskFiles(folder), memoryStore().sealer);
    await evidence.put(owner, sha256, bytes);
    chmodSync(join(folder, place), 0o600);
    writeFileSync(join(folder, place), '付款凭証');
    await expect(evidence.get(owner, sha256)).rejects.toThrow('not sealed in a known way');
  });

  it('refuses a name that is no hash, and a folder that cannot be made', async () => {
    await expect(diskFiles(newFolder()).put(owner, '../x', bytes)).rejects.toThrow('SHA-256');
    await expect(diskFiles(newFolder()).put('..', sha256, bytes)).rejects.toThrow('by conversation');
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    await expect(diskFiles(file).put(owner, sha256, bytes)).rejects.toThrow();
  });
});
