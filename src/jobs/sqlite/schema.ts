import type { DatabaseSync } from 'node:sqlite';
import { shareFile } from '../../sqlite/share-file.ts';

/** Kept in the file itself (`PRAGMA user_version`), so that no Parley writes into a file of another shape. */
const SCHEMA_VERSION = 1;

const SCHEMA = `
  CREATE TABLE job (
    id       TEXT    NOT NULL PRIMARY KEY,
    kind     TEXT    NOT NULL,
    data     TEXT    NOT NULL,
    state    TEXT    NOT NULL,
    -- Milliseconds: waiting, when to run it; running, when its lease ends; done and dead, when it ended.
    due      INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    holder   TEXT,
    reason   TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX job_due ON job (state, kind, due);
  CREATE TABLE attempt (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    body   TEXT NOT NULL
  ) STRICT;
`;

/**
 * Sets the file up, and makes its tables if it is new.
 * Throws where the file belongs to another version of Parley or is no database.
 */
export function prepareJobTables(database: DatabaseSync, file: string): void {
  shareFile(database);
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
