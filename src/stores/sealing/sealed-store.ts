import { LRUCache } from 'lru-cache';
import type { Head, Ledger, LedgerRow } from '../ledger.ts';
import type { Append, AppendResult, Store, StoredEvent, StreamEvent } from '../store.ts';
import { chainOf, endOf, lastVersion, NO_HASH } from './chain.ts';
import { Keyring } from './keyring.ts';
import { sealedMarks } from './sealed-marks.ts';
import { placeOf, SealBroken, seal, snapshotPlace, unseal } from './seal.ts';

const HEADS_REMEMBERED = 20_000;

/**
 * A store over a ledger: seals what goes in with its owner's key, chains it to what was before, and opens it again.
 * @param operatorKey 32 bytes that wrap the owners' keys
 */
export function sealedStore(ledger: Ledger, operatorKey: Uint8Array): Store {
  const keys = new Keyring(ledger, operatorKey);
  /** Where streams ended when last seen. Behind or wrong at worst, never harmful: the ledger compares both parts. */
  const heads = new LRUCache<string, Pick<Head, 'version' | 'hash'>>({ max: HEADS_REMEMBERED });

  /** The events of a row; none where its key is destroyed. */
  async function opened(row: LedgerRow): Promise<StoredEvent[]> {
    const key = keys.recent(row.owner) ?? (await keys.find(row.owner));
    if (!key) return [];
    const events = JSON.parse(unseal(key, placeOf(row), row.body).toString()) as StreamEvent[];
    return storedAs(row, row.position, events);
  }

  async function openedAll(rows: LedgerRow[]): Promise<StoredEvent[]> {
    const all: StoredEvent[] = [];
    for (const row of rows) all.push(...(await opened(row)));
    return all;
  }

  /** The hash that an append at this version follows, or what the ledger says to the append instead. */
  async function previousOf({ stream, cause, expectedVersion }: Append): Promise<string | AppendResult> {
    if (expectedVersion === 0) return NO_HASH;
    const recent = heads.get(stream);
    if (recent?.version === expectedVersion) return recent.hash;
    const head = await ledger.head(stream);
    if (head?.version === expectedVersion) return head.hash;
    const row = await ledger.readCause(stream, cause);
    if (row) return { outcome: 'duplicate', events: await opened(row) };
    return { outcome: 'conflict', version: head?.version ?? 0 };
  }

  async function append(to: Append): Promise<AppendResult> {
    const { stream, owner, cause, at, expectedVersion, events } = to;
    const key = keys.recent(owner) ?? (await keys.findOrMake(owner));
    if (!key) return { outcome: 'erased' };
    const previous = await previousOf(to);
    if (typeof previous !== 'string') return previous;
    if (events.length === 0) return { outcome: 'stored', events: [] };
    const version = expectedVersion + 1;
    const types = events.map(event => event.type);
    const body = seal(key, placeOf({ stream, version }), Buffer.from(JSON.stringify(events)));
    const open = { stream, version, at, cause, owner, types, previous, body };
    const sealed = { ...open, chain: chainOf(open) };
    const result = await ledger.append(sealed);
    switch (result.outcome) {
      case 'stored':
        heads.set(stream, { version: lastVersion(sealed), hash: endOf(sealed) });
        return { outcome: 'stored', events: storedAs(sealed, result.position, events) };
      case 'duplicate':
        return { outcome: 'duplicate', events: await opened(result.row) };
      case 'erased':
        keys.forget(owner);
        return result;
      case 'conflict':
        heads.delete(stream);
        return result;
    }
  }

  return {
    partitions: ledger.partitions,
    queue: ledger.queue,
    marks: sealedMarks(ledger.marks, keys),
    sealer: keys,
    append,
    async read(stream, after = 0) {
      const rows = await ledger.read(stream, after);
      const last = rows.at(-1);
      if (last) heads.set(stream, { version: lastVersion(last), hash: endOf(last) });
      const events = await openedAll(rows);
      return events.filter(stored => stored.version > after);
    },
    async readCause(stream, cause) {
      const row = await ledger.readCause(stream, cause);
      return row ? opened(row) : [];
    },
    async readAll(partition, after, limit, types) {
      const rows = await ledger.readAll(partition, after, limit);
      const wanted = types ? rows.filter(row => row.types.some(type => types.has(type))) : rows;
      return { events: await openedAll(wanted), upTo: rows.at(-1)?.position ?? after };
    },
    async touched(partition, after, limit, types) {
      const rows = await ledger.readAll(partition, after, limit);
      const appends = rows.filter(row => row.types.some(type => types.has(type)));
      return { appends, upTo: rows.at(-1)?.position ?? after };
    },
    streams: (prefix, after, limit) => ledger.streams(prefix, after, limit),
    idle: (prefix, span, limit) => ledger.idle(prefix, span, limit),
    isErased: async owner => (await ledger.key(owner)) === null,
    async erase(owner, streams) {
      await ledger.erase(owner, streams);
      keys.forget(owner);
    },

    async snapshot(stream, owner, format) {
      const kept = await ledger.snapshot(stream);
      const key = kept && (await keys.find(owner));
      if (!kept || !key) return null;
      const { version, body } = kept;
      try {
        const held = JSON.parse(unseal(key, snapshotPlace({ stream, version }), body).toString()) as Held;
        return held.format === format ? { version, state: held.state } : null;
      } catch (error) {
        // It only saves time: what it was made from is still there.
        if (error instanceof SealBroken) return null;
        throw error;
      }
    },
    async saveSnapshot(stream, owner, format, version, state) {
      const key = await keys.find(owner);
      if (!key) return;
      const held: Held = { format, state };
      const body = seal(key, snapshotPlace({ stream, version }), Buffer.from(JSON.stringify(held)));
      await ledger.saveSnapshot(stream, version, body);
    },

    checkpoint: (reader, partition) => ledger.checkpoint(reader, partition),
    saveCheckpoint: (reader, partition, position) => ledger.saveCheckpoint(reader, partition, position),
    lease: (name, holder, ms) => ledger.lease(name, holder, ms),
    release: (name, holder) => ledger.release(name, holder),
    watch: listener => ledger.watch(listener),
    probe: () => ledger.probe(),
    close: () => ledger.close(),
  };
}

/** A snapshot as it is sealed. */
interface Held {
  format: string;
  state: unknown;
}

const storedAs = (
  { stream, version, at, cause }: Pick<LedgerRow, 'stream' | 'version' | 'at' | 'cause'>,
  position: number,
  events: StreamEvent[],
): StoredEvent[] =>
  events.map((event, place) => ({ position, stream, version: version + place, at, cause, event }));
