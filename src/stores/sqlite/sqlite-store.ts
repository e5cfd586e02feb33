import { DatabaseSync } from 'node:sqlite';
import type { Append, AppendResult, Store, StoredEvent, StreamEvent } from '../store.ts';
import { GroupCommit } from './group-commit.ts';
import { prepareDatabase } from './schema.ts';

/** A row of the table `appended`. */
interface Row {
  position: number;
  stream: string;
  /** Version of its first event. */
  version: number;
  at: string;
  cause: string;
  body: string;
}

const COLUMNS = 'position, stream, version, at, cause, body';

/** The position of an event is that of its row and its place in it; so many events an append may have. */
const PLACES = 1_024;

function eventsOf({ position, stream, version, at, cause, body }: Row): StoredEvent[] {
  return (JSON.parse(body) as StreamEvent[]).map((event, place) => ({
    position: position * PLACES + place,
    stream,
    version: version + place,
    at,
    cause,
    event,
  }));
}

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
    'INSERT INTO appended (stream, version, size, at, cause, body) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const nextVersion = database.prepare(
    'SELECT version + size AS next FROM appended WHERE stream = ? ORDER BY version DESC LIMIT 1',
  );
  const ofStream = database.prepare(
    `SELECT ${COLUMNS} FROM appended WHERE stream = ? AND version + size > ? ORDER BY version`,
  );
  const ofCause = database.prepare(`SELECT ${COLUMNS} FROM appended WHERE stream = ? AND cause = ?`);
  const ofAll = database.prepare(
    `SELECT ${COLUMNS} FROM appended WHERE position >= ? ORDER BY position LIMIT ?`,
  );
  // The prefix is a range, so that the index answers it: LIKE would read every name, and _ and % mean something to it.
  const names = database.prepare(
    'SELECT DISTINCT stream FROM appended WHERE stream > ? AND stream >= ? AND stream < ? ORDER BY stream LIMIT ?',
  );
  const checkpointOf = database.prepare('SELECT position FROM checkpoint WHERE reader = ?');
  const setCheckpoint = database.prepare(
    'INSERT INTO checkpoint (reader, position) VALUES (?, ?) ON CONFLICT (reader) DO UPDATE SET position = excluded.position',
  );

  const commits = new GroupCommit(database);

  const rowsOf = (rows: unknown): StoredEvent[] => (rows as Row[]).flatMap(eventsOf);
  const causeOf = (stream: string, cause: string): StoredEvent[] => rowsOf(ofCause.all(stream, cause));

  function append({ stream, expectedVersion, cause, at, events }: Append): AppendResult {
    const first = causeOf(stream, cause);
    if (first.length > 0) return { outcome: 'duplicate', events: first };
    const version = Number(nextVersion.get(stream)?.['next'] ?? 1);
    if (version - 1 !== expectedVersion) return { outcome: 'conflict', version: version - 1 };
    if (events.length === 0) return { outcome: 'stored', events: [] };
    if (events.length > PLACES)
      throw new Error(`an append has at most ${PLACES} events, not ${events.length}`);
    const body = JSON.stringify(events);
    const { lastInsertRowid } = insert.run(stream, version, events.length, at, cause, body);
    const position = Number(lastInsertRowid);
    const stored = events.map((event, place): StoredEvent => {
      return { position: position * PLACES + place, stream, version: version + place, at, cause, event };
    });
    return { outcome: 'stored', events: stored };
  }

  return {
    append(to) {
      return commits.run(() => append(to));
    },
    async read(stream, after = 0) {
      return rowsOf(ofStream.all(stream, after + 1)).filter(stored => stored.version > after);
    },
    async readCause(stream, cause) {
      return causeOf(stream, cause);
    },
    async readAll(after, limit) {
      // The row that `after` lies in may have more; each row has one event at least.
      const rows = ofAll.all(Math.floor(after / PLACES), limit + 1);
      return rowsOf(rows)
        .filter(stored => stored.position > after)
        .slice(0, limit);
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
