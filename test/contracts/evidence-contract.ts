import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EvidenceStore } from '../../src/evidence/evidence-store.ts';

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** What every evidence store must do. `open` gives a fresh, empty store. */
export function evidenceContract(name: string, open: () => EvidenceStore): void {
  describe(`${name} as an evidence store`, () => {
    const bytes = Uint8Array.from({ length: 100_000 }, (_, n) => (n * 7) % 256);

    it('gives back the bytes as they came', async () => {
      const store = open();
      await store.put(hashOf(bytes), bytes);
      expect(Buffer.compare((await store.get(hashOf(bytes))) ?? new Uint8Array(), bytes)).toBe(0);
    });

    it('has nothing under a hash it was never given', async () => {
      expect(await open().get(hashOf(bytes))).toBeNull();
      expect(await open().get('../../etc/passwd')).toBeNull();
    });

    it('stores the same bytes once, however often and however many at a time', async () => {
      const store = open();
      await Promise.all(Array.from({ length: 8 }, () => store.put(hashOf(bytes), bytes)));
      await store.put(hashOf(bytes), bytes);
      expect(hashOf((await store.get(hashOf(bytes))) ?? new Uint8Array())).toBe(hashOf(bytes));
    });

    it('is not touched by what a caller does to the bytes', async () => {
      const store = open();
      const mine = bytes.slice();
      await store.put(hashOf(bytes), mine);
      mine.fill(0);
      (await store.get(hashOf(bytes)))?.fill(0);
      expect(hashOf((await store.get(hashOf(bytes))) ?? new Uint8Array())).toBe(hashOf(bytes));
    });
  });
}
