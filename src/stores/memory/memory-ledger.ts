import type { Head, Ledger, LedgerResult, LedgerRow, Notice, SealedAppend } from '../ledger.ts';
import { endOf, lastVersion, NO_HASH } from '../sealing/chain.ts';
import { memoryMarks } from './memory-marks.ts';
import { memoryQueue } from './memory-queue.ts';

/** A ledger in this process's memory, for tests and for trying things out: nothing outlives the process. */
export function memoryLedger(): Ledger {
  const all: LedgerRow[] = [];
  const byStream = new Map<string, LedgerRow[]>();
  const keysKept = new Map<string, Uint8Array | null>();
  const erased = new Set<string>();
  const snapshots = new Map<string, { version: number; body: Uint8Array }>();
  const checkpoints = new Map<string, number>();
  const leases = new Map<string, { holder: string; until: number }>();
  const watchers = new Set<(notice: Notice) => void>();

  const marks = memoryMarks(owner => keysKept.get(owner) === null);

  const rowsOf = (stream: string): LedgerRow[] => byStream.get(stream) ?? [];
  const tell = (notice: Notice): void => {
    for (const watcher of watchers) watcher(notice);
  };
  const headOf = (stream: string): Head | null => {
    const last = rowsOf(stream).at(-1);
    return last ? { version: lastVersion(last), hash: endOf(last), at: last.at, owner: last.owner } : null;
  };
  const names = (prefix: string): string[] => [...byStream.keys()].filter(name => name.startsWith(prefix));

  function append(sealed: SealedAppend): LedgerResult {
    const { stream, version, cause, previous } = sealed;
    const first = rowsOf(stream).find(row => row.cause === cause);
    if (first) return { outcome: 'duplicate', row: first };
    if (erased.has(stream) || keysKept.get(sealed.owner) === null) return { outcome: 'erased' };
    const head = headOf(stream) ?? { version: 0, hash: NO_HASH };
    if (head.version !== version - 1 || head.hash !== previous)
      return { outcome: 'conflict', version: head.version };
    const row = { ...sealed, position: all.length + 1 };
    all.push(row);
    byStream.set(stream, [...rowsOf(stream), row]);
    queueMicrotask(() => tell({ stream, version: lastVersion(row) }));
    return { outcome: 'stored', position: row.position };
  }

  return {
    partitions: 1,
    queue: memoryQueue(),
    marks,
    append: async sealed => append(sealed),
    read: async (stream, after) => rowsOf(stream).filter(row => lastVersion(row) > after),
    readCause: async (stream, cause) => rowsOf(stream).find(row => row.cause === cause) ?? null,
    readAll: async (_partition, after, limit) => all.slice(Math.max(0, after)).slice(0, limit),
    head: async stream => headOf(stream),
    streams: async (prefix, after, limit) =>
      names(prefix)
        .filter(name => name > after)
        .sort()
        .slice(0, limit),
    idle: async (prefix, { from, before }, limit) =>
      names(prefix)
        .filter(stream => !erased.has(stream))
        .flatMap(stream => {
          const head = headOf(stream);
          return head && head.at < before && head.at >= (from ?? '')
            ? [{ stream, owner: head.owner, at: head.at }]
            : [];
        })
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.stream < b.stream ? -1 : 1))
        .slice(0, limit),

    key: async owner => keysKept.get(owner) ?? null,
    async keepKey(owner, wrapped) {
      const standing = keysKept.get(owner);
      if (standing === undefined) keysKept.set(owner, wrapped);
      return standing === undefined ? wrapped : standing;
    },
    keys: async (after, limit) =>
      [...keysKept]
        .flatMap(([owner, wrapped]) => (wrapped && owner > after ? [{ owner, wrapped }] : []))
        .sort((a, b) => (a.owner < b.owner ? -1 : 1))
        .slice(0, limit),
    async erase(owner, streams) {
      keysKept.set(owner, null);
      marks.erase(owner);
      for (const stream of streams) {
        erased.add(stream);
        snapshots.delete(stream);
      }
      queueMicrotask(() => tell({ erased: owner }));
    },

    snapshot: async stream => snapshots.get(stream) ?? null,
    async saveSnapshot(stream, version, body) {
      if ((snapshots.get(stream)?.version ?? 0) < version) snapshots.set(stream, { version, body });
    },
    checkpoint: async (reader, partition) => checkpoints.get(`${reader}@${partition}`) ?? 0,
    async saveCheckpoint(reader, partition, position) {
      checkpoints.set(`${reader}@${partition}`, position);
    },
    async lease(name, holder, ms) {
      const now = performance.now();
      const held = leases.get(name);
      if (held && held.holder !== holder && held.until > now) return false;
      leases.set(name, { holder, until: now + ms });
      return true;
    },
    async release(name, holder) {
      if (leases.get(name)?.holder === holder) leases.delete(name);
    },
    watch(listener) {
      watchers.add(listener);
      return () => watchers.delete(listener);
    },
    async probe() {},
    warnings: async () => ['Nothing is written down: all is lost when this process ends.'],
    async close() {},
  };
}
