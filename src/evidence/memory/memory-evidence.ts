import type { EvidenceStore } from '../evidence-store.ts';

/** Evidence in this process's memory, for tests and for trying things out: nothing outlives the process. */
export function memoryEvidence(): EvidenceStore {
  const stored = new Map<string, Uint8Array>();
  return {
    async put(sha256, bytes) {
      if (!stored.has(sha256)) stored.set(sha256, bytes.slice());
    },
    async get(sha256) {
      return stored.get(sha256)?.slice() ?? null;
    },
  };
}
