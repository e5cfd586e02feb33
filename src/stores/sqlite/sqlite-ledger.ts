import { hasEnded, inThisProcess } from '../../sqlite/holder-process.ts';
import { DatabaseSync } from 'node:sqlite';
import type { Head, Ledger, LedgerResult, LedgerRow, Notice, SealedAppend } from '../ledger.ts';
import { endOf, lastVersion, NO_HASH } from '../sealing/chain.ts';
import { GroupCommit } from './group-commit.ts';
import { prepareDatabase } from './schema.ts';
import { sqliteNotices } from './sqlite-notices.ts';
import { sqliteMarks } from './sqlite-marks.ts';
import { sqliteQueue } from './sqlite-queue.ts';

/** A row of the table `appended`; its columns are named as the fields of a ledger's row. */
type Row = Omit<LedgerRow, 'types'> & { types: string };

const COLUMNS = 'position, stream, version, at, cause, owner, types, previous, chain, body';

const rowOf = (row: unknown): LedgerRow => {
  const { types, ...rest } = row as Row;
  return { ...rest, types: types.split(',') };
};

/**
 * A ledger in one SQLite file, which several processes on one machine may share. Throws where the file cannot be opened
 * or is no database of this version.
 * @param file path of the database; its folder must exist
 */
export function sqliteLedger(file: string): Ledger {
  const database = new DatabaseSync(file);
  try {
    prepareDatabase(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
  const sql = (text: string): ReturnType<DatabaseSync['prepare']> => database.prepare(text);
  const insert = sql(
    `INSERT INTO appended (stream, version, size, at, cause, owner, types, previous, chain, body)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const headOf = sql('SELECT version, hash, at, owner, erased FROM head WHERE stream = ?');
  const setHead = sql(
    `INSERT INTO head (stream, owner, version, hash, at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET version = excluded.version, hash = excluded.hash, at = excluded.at`,
  );
  const ofStream = sql(
    `SELECT ${COLUMNS} FROM appended WHERE stream = ? AND version + size > ? ORDER BY version`,
  );
  const ofCause = sql(`SELECT ${COLUMNS} FROM appended WHERE stream = ? AND cause = ?`);
  const ofAll = sql(`SELECT ${COLUMNS} FROM appended WHERE position > ? ORDER BY position LIMIT ?`);
  // The prefix is a range, so that the index answers it: LIKE would read every name, and _ and % mean something to it.
  const names = sql(
    'SELECT stream FROM head WHERE stream > ? AND stream >= ? AND stream < ? ORDER BY stream LIMIT ?',
  );
  const idleSince = sql(
    'SELECT stream, owner, at FROM head WHERE erased = 0 AND at >= ? AND at < ? AND stream >= ? AND stream < ? ORDER BY at, stream LIMIT ?',
  );
  const keyOf = sql('SELECT wrapped FROM key WHERE owner = ?');
  const addKey = sql('INSERT INTO key (owner, wrapped) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const allKeys = sql(
    'SELECT owner, wrapped FROM key WHERE owner > ? AND wrapped IS NOT NULL ORDER BY owner LIMIT ?',
  );
  const destroyKey = sql(
    'INSERT INTO key (owner, wrapped) VALUES (?, NULL) ON CONFLICT (owner) DO UPDATE SET wrapped = NULL',
  );
  const noteErasure = sql('INSERT INTO erasure (owner) VALUES (?)');
  const eraseHead = sql('UPDATE head SET erased = 1 WHERE stream = ? AND owner = ?');
  const dropSnapshot = sql('DELETE FROM snapshot WHERE stream = ?');
  const snapshotOf = sql('SELECT version, body FROM snapshot WHERE stream = ?');
  const setSnapshot = sql(
    `INSERT INTO snapshot (stream, version, body) VALUES (?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET version = excluded.version, body = excluded.body
     WHERE excluded.version > version`,
  );
  const checkpointOf = sql('SELECT position FROM checkpoint WHERE reader = ? AND part = ?');
  const setCheckpoint = sql(
    `INSERT INTO checkpoint (reader, part, position) VALUES (?, ?, ?)
     ON CONFLICT (reader, part) DO UPDATE SET position = excluded.position`,
  );
  const takeLease = sql(
    `INSERT INTO lease (name, holder, until) VALUES (?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
     WHERE holder = excluded.holder OR until <= ?`,
  );
  const leaseOf = sql('SELECT holder FROM lease WHERE name = ?');
  const endLease = sql('DELETE FROM lease WHERE name = ? AND holder = ?');

  const commits = new GroupCommit(database);
  const notices = sqliteNotices(database);
  const marks = sqliteMarks(database, commits);

  const find = (statement: typeof headOf, ...values: (string | number)[]): LedgerRow | null => {
    const row = statement.get(...values);
    return row ? rowOf(row) : null;
  };

  /** Why an append did not fit: told in the same transaction, so that it is true of that moment. */
  function misfit({ stream, cause }: SealedAppend, head: Record<string, unknown> | undefined): LedgerResult {
    const row = find(ofCause, stream, cause);
    if (row) return { outcome: 'duplicate', row };
    if (head?.['erased'] === 1) return { outcome: 'erased' };
    return { outcome: 'conflict', version: Number(head?.['version'] ?? 0) };
  }

  function append(sealed: SealedAppend): LedgerResult {
    const { stream, version, at, cause, owner, types, previous, chain, body } = sealed;
    const head = headOf.get(stream);
    const fits = head
      ? head['erased'] === 0 && head['version'] === version - 1 && head['hash'] === previous
      : version === 1 && previous === NO_HASH;
    if (!fits) return misfit(sealed, head);
    if (!head && keyOf.get(owner)?.['wrapped'] === null) return { outcome: 'erased' };
    const size = types.length;
    const added = insert.run(stream, version, size, at, cause, owner, types.join(), previous, chain, body);
    if (added.changes === 0) return misfit(sealed, head);
    setHead.run(stream, owner, lastVersion(sealed), endOf(sealed), at);
    return { outcome: 'stored', position: Number(added.lastInsertRowid) };
  }

  return {
    partitions: 1,
    queue: sqliteQueue(database, commits),
    marks,
    async append(sealed) {
      const result = await commits.run(() => append(sealed));
      if (result.outcome === 'stored') notices.tell({ stream: sealed.stream, version: lastVersion(sealed) });
      return result;
    },
    read: async (stream, after) => ofStream.all(stream, after + 1).map(rowOf),
    readCause: async (stream, cause) => find(ofCause, stream, cause),
    readAll: async (_partition, after, limit) => ofAll.all(after, limit).map(rowOf),
    async head(stream) {
      const row = headOf.get(stream);
      if (!row) return null;
      const { version, hash, at, owner } = row as unknown as Head;
      return { version, hash, at, owner };
    },
    streams: async (prefix, after, limit) =>
      names.all(after, prefix, beyond(prefix), limit).map(row => String(row['stream'])),
    idle: async (prefix, { from, before }, limit) =>
      idleSince.all(from ?? '', before, prefix, beyond(prefix), limit).map(row => {
        const { stream, owner, at } = row as { stream: string; owner: string; at: string };
        return { stream, owner, at };
      }),

    key: async owner => wrappedIn(keyOf.get(owner)),
    keepKey: (owner, wrapped) =>
      commits.run(() => {
        addKey.run(owner, wrapped);
        return wrappedIn(keyOf.get(owner));
      }),
    keys: async (after, limit) =>
      allKeys.all(after, limit).map(row => row as { owner: string; wrapped: Uint8Array }),
    async erase(owner, streams) {
      await commits.run(() => {
        destroyKey.run(owner);
        marks.erase(owner);
        noteErasure.run(owner);
        for (const stream of streams) {
          eraseHead.run(stream, owner);
          dropSnapshot.run(stream);
        }
      });
      // The log still holds the page on which the key stood.
      database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      notices.tell({ erased: owner });
    },

    async snapshot(stream) {
      const row = snapshotOf.get(stream);
      return row ? { version: Number(row['version']), body: row['body'] as Uint8Array } : null;
    },
    async saveSnapshot(stream, version, body) {
      await commits.run(() => setSnapshot.run(stream, version, body));
    },
    checkpoint: async (reader, partition) => Number(checkpointOf.get(reader, partition)?.['position'] ?? 0),
    async saveCheckpoint(reader, partition, position) {
      await commits.run(() => setCheckpoint.run(reader, partition, position));
    },
    lease: (name, holder, ms) =>
      commits.run(() => {
        const now = Date.now();
        const take = (): boolean => takeLease.run(name, inThisProcess(holder), now + ms, now).changes > 0;
        if (take()) return true;
        const other = String(leaseOf.get(name)?.['holder']);
        if (!hasEnded(other)) return false;
        endLease.run(name, other);
        return take();
      }),
    async release(name, holder) {
      await commits.run(() => endLease.run(name, inThisProcess(holder)));
    },
    watch: (listener: (notice: Notice) => void) => notices.watch(listener),
    async probe() {
      await commits.run(() => setCheckpoint.run('probe', 0, Date.now()));
    },
    warnings: async () => [],
    async close() {
      notices.stop();
      if (database.isOpen) commits.flush();
      if (database.isOpen) database.close();
    },
  };
}

const beyond = (prefix: string): string => `${prefix}\u{10FFFF}`;

const wrappedIn = (row: Record<string, unknown> | undefined): Uint8Array | null =>
  (row?.['wrapped'] as Uint8Array | null | undefined) ?? null;
