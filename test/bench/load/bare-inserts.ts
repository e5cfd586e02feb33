import { DatabaseSync } from 'node:sqlite';
import { GroupCommit } from '../../../src/stores/sqlite/group-commit.ts';

export interface BareInserts {
  /** Stores so many bytes. Resolves when they are synced to disk, as one of a group. */
  insert(size: number): Promise<unknown>;
  close(): void;
}

/** The least that durable storing can be: bytes into a table, with Parley's own group commit and nothing to look up. */
export function bareInserts(file: string): BareInserts {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  database.exec('CREATE TABLE said (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO said (body) VALUES (?)');
  const commits = new GroupCommit(database);
  const bodies = new Map<number, string>();
  return {
    insert(size) {
      const body = bodies.get(size) ?? 'x'.repeat(size);
      bodies.set(size, body);
      return commits.run(() => insert.run(body));
    },
    close: () => database.close(),
  };
}
