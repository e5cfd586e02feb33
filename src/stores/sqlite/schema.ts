import type { DatabaseSync } from 'node:sqlite';

/** Kept in the file itself (`PRAGMA user_version`), so that an older Parley never writes into a newer file. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  -- One row for each append: its events lie side by side in the body, a JSON array, for they are written and read together.
  CREATE TABLE appended (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    at       TEXT    NOT NULL,
    cause    TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    UNIQUE (stream, version),
    UNIQUE (stream, cause)
  ) STRICT;
  CREATE TABLE checkpoint (
    reader   TEXT    NOT NULL PRIMARY KEY,
    position INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** So long a process waits for the others to finish writing. */
const PATIENCE_MS = 5_000;
const BUSY = 5;

/** Changing the journal does not heed `busy_timeout`: of several processes that open a new file at once, all but one fail. */
function untilFree(work: () => void): void {
  const until = performance.now() + PATIENCE_MS;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      return work();
    } catch (error) {
      if ((error as { errcode?: number }).errcode !== BUSY || performance.now() > until) throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

/**
 * Sets the file up for durable writing by several processes, and makes its tables if it is new.
 * Throws where the file belongs to a newer Parley or is no database.
 */
export function prepareDatabase(database: DatabaseSync, file: string): void {
  database.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
  untilFree(() => database.exec('PRAGMA journal_mode = WAL'));
  // In WAL mode FULL syncs the log at every commit; NORMAL could lose the last commits when the power fails.
  database.exec('PRAGMA synchronous = FULL');
  database.exec('BEGIN IMMEDIATE');
  try {
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > SCHEMA_VERSION)
      throw new Error(`${file} was written by a newer version of Parley; start that one`);
    if (found === 0) database.exec(`${SCHEMA} PRAGMA user_version = ${SCHEMA_VERSION};`);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
