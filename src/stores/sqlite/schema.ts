import type { DatabaseSync } from 'node:sqlite';
import { shareFile } from '../../sqlite/share-file.ts';

/** Kept in the file itself (`PRAGMA user_version`), so that no Parley writes into a file of another shape. */
const SCHEMA_VERSION = 3;

/** What version 3 keeps of the queue beside its rows, made from them where a file is older. */
const QUEUE_3 = `
  CREATE INDEX queue_mediator_status_since ON queue (queue, mediator, status, since, stream);
  CREATE INDEX queue_mediator_status_deadline
    ON queue (queue, mediator, status, ifnull(deadline, '9999-99-99'), stream);
  -- How many stand in a queue, so that nobody counts them row by row.
  CREATE TABLE queue_size (
    queue  TEXT    NOT NULL,
    status TEXT    NOT NULL,
    size   INTEGER NOT NULL,
    PRIMARY KEY (queue, status)
  ) STRICT, WITHOUT ROWID;
  CREATE TRIGGER queue_put AFTER INSERT ON queue BEGIN
    INSERT INTO queue_size VALUES (new.queue, new.status, 1) ON CONFLICT DO UPDATE SET size = size + 1;
  END;
  CREATE TRIGGER queue_removed AFTER DELETE ON queue BEGIN
    UPDATE queue_size SET size = size - 1 WHERE queue = old.queue AND status = old.status;
  END;
  CREATE TRIGGER queue_moved AFTER UPDATE ON queue
  WHEN old.queue <> new.queue OR old.status <> new.status BEGIN
    UPDATE queue_size SET size = size - 1 WHERE queue = old.queue AND status = old.status;
    INSERT INTO queue_size VALUES (new.queue, new.status, 1) ON CONFLICT DO UPDATE SET size = size + 1;
  END;
  INSERT INTO queue_size SELECT queue, status, count(*) FROM queue GROUP BY queue, status;
`;

const SCHEMA = `
  -- One row for each append: its events lie side by side in the sealed body, for they are written and read together.
  CREATE TABLE appended (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream   TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    size     INTEGER NOT NULL,
    at       TEXT    NOT NULL,
    cause    TEXT    NOT NULL,
    owner    TEXT    NOT NULL,
    types    TEXT    NOT NULL,
    previous TEXT    NOT NULL,
    chain    BLOB    NOT NULL,
    body     BLOB    NOT NULL,
    UNIQUE (stream, version),
    UNIQUE (stream, cause)
  ) STRICT;
  -- Where each stream ends: what every append is checked against, and the list of streams.
  CREATE TABLE head (
    stream  TEXT    NOT NULL PRIMARY KEY,
    owner   TEXT    NOT NULL,
    version INTEGER NOT NULL,
    hash    TEXT    NOT NULL,
    at      TEXT    NOT NULL,
    erased  INTEGER NOT NULL DEFAULT 0
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX head_at ON head (at, stream) WHERE erased = 0;
  -- A destroyed key leaves its owner's name with nothing beside it, so that it is never made anew.
  CREATE TABLE key (
    owner   TEXT NOT NULL PRIMARY KEY,
    wrapped BLOB
  ) STRICT, WITHOUT ROWID;
  -- Who was erased, in order, so that other processes hear of it.
  CREATE TABLE erasure (
    place INTEGER PRIMARY KEY AUTOINCREMENT,
    owner TEXT    NOT NULL
  ) STRICT;
  CREATE TABLE snapshot (
    stream  TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    body    BLOB    NOT NULL
  ) STRICT;
  CREATE TABLE queue (
    stream   TEXT    NOT NULL PRIMARY KEY,
    queue    TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    status   TEXT    NOT NULL,
    type     TEXT,
    mediator TEXT,
    deadline TEXT,
    since    TEXT    NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX queue_since ON queue (queue, since, stream);
  CREATE INDEX queue_status_since ON queue (queue, status, since, stream);
  CREATE INDEX queue_type_since ON queue (queue, type, since, stream);
  CREATE INDEX queue_mediator_since ON queue (queue, mediator, since, stream);
  CREATE INDEX queue_deadline ON queue (queue, ifnull(deadline, '9999-99-99'), stream);
  CREATE INDEX queue_status_deadline ON queue (queue, status, ifnull(deadline, '9999-99-99'), stream);
  CREATE INDEX queue_type_deadline ON queue (queue, type, ifnull(deadline, '9999-99-99'), stream);
  CREATE INDEX queue_mediator_deadline ON queue (queue, mediator, ifnull(deadline, '9999-99-99'), stream);
  ${QUEUE_3}
  CREATE TABLE checkpoint (
    reader   TEXT    NOT NULL,
    part     INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (reader, part)
  ) STRICT, WITHOUT ROWID;
  -- Milliseconds since 1970: what several processes of one machine agree on.
  CREATE TABLE lease (
    name   TEXT    NOT NULL PRIMARY KEY,
    holder TEXT    NOT NULL,
    until  INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
`;

/** Made where it is not there yet, for it came later; a Parley that does not know it leaves it alone. */
const MARKS = `
  CREATE TABLE IF NOT EXISTS marks (
    owner   TEXT    NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    place   INTEGER NOT NULL,
    body    BLOB
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS marks_place ON marks (place);
`;

/** Pages the log holds before they are copied into the file: a page that changes often is then copied once for many changes. */
const LOG_PAGES = 16_384;
/**
 * KiB of pages kept in memory, beside those the system keeps. More is slower: where a page of an index splits, as one
 * does in most commits, SQLite walks through all of them.
 */
const CACHE_KIB = 8 * 1024;

/**
 * Sets the file up for durable writing by several processes, and makes its tables if it is new.
 * Throws where the file belongs to another version of Parley or is no database.
 */
export function prepareDatabase(database: DatabaseSync, file: string): void {
  shareFile(database);
  database.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA wal_autocheckpoint = ${LOG_PAGES}`);
  // What is deleted is overwritten: a destroyed key must not be found in the file's free pages.
  database.exec('PRAGMA secure_delete = ON');
  database.exec('BEGIN IMMEDIATE');
  try {
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found > SCHEMA_VERSION)
      throw new Error(`${file} was written by a newer version of Parley; start that one`);
    if (found === 1)
      throw new Error(`${file} was written by an earlier version of Parley, unencrypted; move it away`);
    if (found === 0) database.exec(SCHEMA);
    if (found === 2) database.exec(QUEUE_3);
    database.exec(`PRAGMA user_version = ${SCHEMA_VERSION}`);
    database.exec(MARKS);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
