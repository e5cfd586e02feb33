import { mkdtempSync, readdirSync, rmSync, statSync, chmodSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskEvidence } from '../../src/evidence/disk/disk-evidence.ts';
import { memoryEvidence } from '../../src/evidence/memory/memory-evidence.ts';
import { evidenceContract, hashOf } from '../contracts/evidence-contract.ts';

const root = mkdtempSync(join(tmpdir(), 'parley-evidence-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let folders = 0;
const newFolder = (): string => join(root, 'deep', `${++folders}`);

evidenceContract('memory', memoryEvidence);
evidenceContract('disk', () => diskEvidence(newFolder()));

describe('the evidence folder', () => {
  const bytes = new TextEncoder().encode('付款凭证');
  const sha256 = hashOf(bytes);

  it('holds one file per hash and nothing half-written', async () => {
    const folder = newFolder();
    const store = diskEvidence(folder);
    await Promise.all([store.put(sha256, bytes), store.put(sha256, bytes), store.put(sha256, bytes)]);
    expect(
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted((a, b) => a.length - b.length),
    ).toEqual([sha256.slice(0, 2), join(sha256.slice(0, 2), sha256)]);
  });

  it('is readable by nobody else', async () => {
    const folder = newFolder();
    await diskEvidence(folder).put(sha256, bytes);
    expect(statSync(join(folder, sha256.slice(0, 2), sha256)).mode & 0o777).toBe(0o400);
    expect(statSync(folder).mode & 0o077).toBe(0);
  });

  it('is found again by the next process', async () => {
    const folder = newFolder();
    await diskEvidence(folder).put(sha256, bytes);
    expect(await diskEvidence(folder).get(sha256)).toEqual(Buffer.from(bytes));
  });

  it('says so when a file was changed behind its back', async () => {
    const folder = newFolder();
    const store = diskEvidence(folder);
    await store.put(sha256, bytes);
    const place = join(folder, sha256.slice(0, 2), sha256);
    chmodSync(place, 0o600);
    writeFileSync(place, '付款凭証');
    await expect(store.get(sha256)).rejects.toThrow('has changed on the disk');
  });

  it('refuses a name that is no hash, and a folder that cannot be made', async () => {
    await expect(diskEvidence(newFolder()).put('../x', bytes)).rejects.toThrow('SHA-256');
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    await expect(diskEvidence(file).put(sha256, bytes)).rejects.toThrow();
  });
});
