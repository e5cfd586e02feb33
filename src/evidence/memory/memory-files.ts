import type { EvidenceFiles } from '../evidence-files.ts';

/** Evidence in this process's memory, for tests and for trying things out: nothing outlives the process. */
export function memoryFiles(): EvidenceFiles {
  const stored = new Map<string, Map<string, Uint8Array>>();
  return {
    async put(owner, sha256, sealed) {
      const own = stored.get(owner) ?? new Map<string, Uint8Array>();
      if (!own.has(sha256)) stored.set(owner, own.set(sha256, sealed.slice()));
    },
    async get(owner, sha256) {
      return stored.get(owner)?.get(sha256)?.slice() ?? null;
    },
    async erase(owner) {
      stored.delete(owner);
    },
    async *list() {
      for (const [owner, own] of stored) for (const sha256 of own.keys()) yield { owner, sha256 };
    },
  };
}
