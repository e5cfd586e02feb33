import { hash } from 'node:crypto';
import type { Sealer } from '../stores/sealer.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import type { EvidenceStore } from './evidence-store.ts';

/** Evidence over files, each encrypted with the key of the conversation it was sent in. */
export function sealedEvidence(files: EvidenceFiles, sealer: Sealer): EvidenceStore {
  return {
    async put(owner, sha256, bytes) {
      const sealed = await sealer.seal(owner, placeOf(sha256), bytes);
      if (!sealed) throw new Error(`the conversation ${owner} was erased; nothing is kept for it any more`);
      await files.put(owner, sha256, sealed);
    },
    async get(owner, sha256) {
      const sealed = await files.get(owner, sha256);
      const bytes = sealed && (await sealer.unseal(owner, placeOf(sha256), sealed));
      if (bytes && hash('sha256', bytes, 'hex') !== sha256)
        throw new Error(`the evidence ${sha256} of ${owner} is not what was received`);
      return bytes;
    },
    erase: owner => files.erase(owner),
  };
}

const placeOf = (sha256: string): string => `evidence ${sha256}`;
