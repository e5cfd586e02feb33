import type { DatabaseSync } from 'node:sqlite';
import type { Marks, MarksRow } from '../ledger.ts';
import type { GroupCommit } from './group-commit.ts';

/** Marks in a SQLite file. */
export function sqliteMarks(
  database: DatabaseSync,
  commits: GroupCommit,
): Marks & {
  /** To be called within the transaction that destroys the owner's key. */
  erase(owner: string): void;
} {
  const get = database.prepare('SELECT owner, version, place, body FROM marks WHERE owner = ?');
  const changed = database.prepare(
    'SELECT owner, version, place, body FROM marks WHERE place > ? ORDER BY place LIMIT ?',
  );
  const put = database.prepare(
    `INSERT INTO marks (owner, version, place, body)
     SELECT :owner, :after + 1, (SELECT ifnull(max(place), 0) + 1 FROM marks), :body
     WHERE NOT EXISTS (SELECT 1 FROM key WHERE owner = :owner AND wrapped IS NULL)
       AND :after = ifnull((SELECT version FROM marks WHERE owner = :owner), 0)
     ON CONFLICT (owner) DO UPDATE SET version = excluded.version, place = excluded.place, body = excluded.body`,
  );
  const erase = database.prepare(
    `UPDATE marks SET version = version + 1, place = (SELECT max(place) + 1 FROM marks), body = NULL WHERE owner = ?`,
  );

  return {
    async get(owner) {
      const row = get.get(owner);
      return row ? rowOf(row) : null;
    },
    put: (owner, after, body) =>
      commits.run(() => put.run({ ':owner': owner, ':after': after, ':body': body }).changes > 0),
    changes: async (_partition, after, limit) => changed.all(after, limit).map(rowOf),
    erase: owner => void erase.run(owner),
  };
}

function rowOf(row: Record<string, unknown>): MarksRow {
  const { owner, version, place, body } = row as unknown as MarksRow;
  return { owner, version, place, body };
}
