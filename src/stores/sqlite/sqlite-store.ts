import { DatabaseSync } from 'node:sqlite';
import type { Append, AppendResult, Store, StoredEvent, StreamEvent } from '../store.ts';
import { GroupCommit } from './group-commit.ts';
import { prepareDatabase } from './schema.ts';

/** A row of the table `event`. */
interface Row {
  position: number;
  stream: string;
  version: number;
  at: string;
  cause: string;
  body: string;
}

const COLUMNS = 'position, stream, version, at, cause, body';

const storedEvent = ({ body, ...rest }: Row): StoredEvent => ({
  ...rest,
  event: JSON.parse(body) as StreamEvent,
});

/**
 * Events in one SQLite file, which several processes on one machine may share. Throws where the file cannot be opened
 * or is no database of this version.
 * @param file path of the database; its folder must exist
 */
export function sqliteStore(file: string): Store {
  const database = new DatabaseSync(file);
  try {
    prepareDatabase(database, file);
  } catch (error) {
    database.close();
    throw error;
  }
  const insert = database.prepare(
    'INSERT INTO event (stream, version, at, cause, body) VALUES (?, ?, ?, ?, ?)',
  );
  const lastVersion = database.prepare(
    'SELECT coalesce(max(version), 0) AS version FROM event WHERE stream = ?',
  );
  const ofStream = database.prepare(
    `SELECT ${COLUMNS} FROM event WHERE stream = ? AND version > ? ORDER BY version`,
  );
  const ofCause = database.prepare(
    `SELECT ${COLUMNS} FROM event WHERE stream = ? AND cause = ? ORDER BY version`,
  );
  const ofAll = database.prepare(`SELECT ${COLUMNS} FROM event WHERE position > ? ORDER BY position LIMIT ?`);
  // The prefix is a range, so that the index answers it: LIKE would read every name, and _ and % mean something to it.
  const names = database.prepare(
    'SELECT DISTINCT stream FROM event WHERE stream > ? AND stream >= ? AND stream < ? ORDER BY stream LIMIT ?',
  );
  const checkpointOf = database.prepare('SELECT position FROM checkpoint WHERE reader = ?');
  const setCheckpoint = database.prepare(
    'INSERT INTO checkpoint (reader, position) VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET position = excluded.position',
  );

  const commits = new GroupCommit(database);

  const causeOf = (stream: string, cause: string): StoredEvent[] =>
    (ofCause.all(stream, cause) as unknown as Row[]).map(storedEvent);

  function append({ stream, expectedVersion, cause, at, events }: Append): AppendResult {
    const first = causeOf(stream, cause);
    if (first.length > 0) return { outcome: 'duplicate', events: first };
    const version = Number(lastVersion.get(stream)?.['version']);
    if (version !== expectedVersion) return { outcome: 'conflict', version };
    const stored = events.map((event, index): StoredEvent => {
      const place = { stream, version: version + index + 1, at, cause };
      const { lastInsertRowid } = insert.run(stream, place.version, at, cause, JSON.stringify(event));
      return { position: Number(lastInsertRowid), ...place, event };
    });
    return { outcome: 'stored', events: stored };
  }

  return {
    append(to) {
      return commits.run(() => append(to));
    },
    async read(stream, after = 0) {
      return (ofStream.all(stream, after) as unknown as Row[]).map(storedEvent);
    },
    async readCause(stream, cause) {
      return causeOf(stream, cause);
    },
    async readAll(after, limit) {
      return (ofAll.all(after, limit) as unknown as Row[]).map(storedEvent);
    },
    async streams(prefix, after, limit) {
      const rows = names.all(after, prefix, `${prefix}\u{10FFFF}`, limit);
      return rows.map(row => String(row['stream']));
    },
    async checkpoint(reader) {
      return Number(checkpointOf.get(reader)?.['position'] ?? 0);
    },
    async saveCheckpoint(reader, position) {
      await commits.run(() => setCheckpoint.run(reader, position));
    },
    async close() {
      if (database.isOpen) commits.flush();
      if (database.isOpen) database.close();
    },
  };
}
