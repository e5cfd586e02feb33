import type { Marks, MarksRow } from '../ledger.ts';

/** Marks in this process's memory. */
export function memoryMarks(isErased: (owner: string) => boolean): Marks & { erase(owner: string): void } {
  const rows = new Map<string, MarksRow>();
  let last = 0;
  const set = (owner: string, body: Uint8Array | null): void => {
    const version = (rows.get(owner)?.version ?? 0) + 1;
    rows.set(owner, { owner, version, body, place: ++last });
  };

  return {
    get: async owner => rows.get(owner) ?? null,
    async put(owner, after, body) {
      if (isErased(owner) || (rows.get(owner)?.version ?? 0) !== after) return false;
      set(owner, body);
      return true;
    },
    changes: async (_partition, after, limit) =>
      [...rows.values()]
        .filter(row => row.place > after)
        .sort((a, b) => a.place - b.place)
        .slice(0, limit),
    erase(owner) {
      if (rows.has(owner)) set(owner, null);
    },
  };
}
