import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { EvidenceFiles } from '../../src/evidence/evidence-files.ts';
import type { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import { sealedEvidence } from '../../src/evidence/sealed-evidence.ts';
import type { Store } from '../../src/stores/store.ts';
import { memoryStore } from '../support/stores.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What evidence over any files must do. `open` gives fresh, empty files. */
export function evidenceContract(name: string, open: () => EvidenceFiles): void {
  describe(`evidence in ${name}`, () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7) % 256);
    const sha256 = hashOf(bytes);
    let [files, store, evidence]: [EvidenceFiles?, Store?, EvidenceStore?] = [];
    const parts = () => {
      if (!files || !store || !evidence) throw new Error('not opened');
      return { files, store, evidence };
    };
    beforeEach(() => {
      [files, store] = [open(), memoryStore()];
      evidence = sealedEvidence(files, store.sealer);
    });

    const listed = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const { owner, sha256: hash } of parts().files.list()) found.push(`${owner} ${hash}`);
      return found.sort();
    };

    it('gives back the bytes as they came, to their owner only', async () => {
      const { evidence: given } = parts();
      await given.put('a', sha256, bytes);
      expect(Buffer.compare((await given.get('a', sha256)) ?? new Uint8Array(), bytes)).toBe(0);
      expect(await given.get('b', sha256)).toBeNull();
    });

    it('has nothing under a name it was never given', async () => {
      const { evidence: given } = parts();
      expect(await given.get('a', sha256)).toBeNull();
      expect(await given.get('a', '../../etc/passwd')).toBeNull();
      expect(await given.get('../..', sha256)).toBeNull();
      expect(await listed()).toEqual([]);
    });

    it('stores the same bytes once for each owner, however often and however many at a time', async () => {
      const { evidence: given } = parts();
      await Promise.all(Array.from({ length: 8 }, () => given.put('a', sha256, bytes)));
      await given.put('a', sha256, bytes);
      await given.put('b', sha256, bytes);
      expect(hashOf((await given.get('a', sha256)) ?? new Uint8Array())).toBe(sha256);
      expect(await listed()).toEqual([`a ${sha256}`, `b ${sha256}`]);
    });

    it('is not touched by what a caller does to the bytes', async () => {
      const { evidence: given } = parts();
      const mine = bytes.slice();
      await given.put('a', sha256, mine);
      mine.fill(0);
      (await given.get('a', sha256))?.fill(0);
      expect(hashOf((await given.get('a', sha256)) ?? new Uint8Array())).toBe(sha256);
    });

    it('lies there sealed, and for no other owner or name', async () => {
      const { files: kept, evidence: given } = parts();
      const words = Buffer.from('付款凭证 13800138000'.repeat(20));
      await given.put('a', hashOf(words), words);
      const sealed = Buffer.from((await kept.get('a', hashOf(words))) ?? []);
      expect(sealed.length).toBeGreaterThan(words.length);
      expect(sealed.includes('13800138000')).toBe(false);
      await given.put('b', sha256, bytes);
      await kept.put('b', hashOf(words), sealed);
      await expect(given.get('b', hashOf(words))).rejects.toThrow('changed');
      await kept.put('a', sha256, sealed);
      await expect(given.get('a', sha256)).rejects.toThrow('changed');
    });

    it('is erased for one owner without touching another who sent the same', async () => {
      const { evidence: given } = parts();
      await given.put('ab', sha256, bytes);
      await given.put('abc', sha256, bytes);
      for (let again = 0; again < 2; again++) await given.erase('ab');
      expect(await listed()).toEqual([`abc ${sha256}`]);
      expect(await given.get('ab', sha256)).toBeNull();
      expect(hashOf((await given.get('abc', sha256)) ?? new Uint8Array())).toBe(sha256);
    });

    it('takes nothing, and opens nothing, once the key is destroyed', async () => {
      const { store: keys, files: kept, evidence: given } = parts();
      await given.put('a', sha256, bytes);
      const sealed = await kept.get('a', sha256);
      await keys.erase('a', []);
      expect(await given.get('a', sha256)).toBeNull();
      await given.erase('a');
      await expect(given.put('a', sha256, bytes)).rejects.toThrow('erased');
      await kept.put('a', sha256, sealed ?? new Uint8Array());
      expect(await given.get('a', sha256)).toBeNull();
    });
  });
}
