import type { DatabaseSync } from 'node:sqlite';
import type { Queue, QueueOrder, QueueQuery, QueueRow } from '../ledger.ts';
import type { GroupCommit } from './group-commit.ts';

/** What rows are ordered by; written as in the indexes, so that they are used. */
const ORDERED_BY: Record<QueueOrder, string> = {
  oldest: 'since',
  newest: 'since',
  deadline: "ifnull(deadline, '9999-99-99')",
};

const COLUMNS = 'stream, queue, version, status, type, mediator, deadline, since';

/** A queue in a SQLite file. */
export function sqliteQueue(database: DatabaseSync, commits: GroupCommit): Queue {
  const put = database.prepare(
    `INSERT INTO queue (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (stream) DO UPDATE SET queue = excluded.queue, version = excluded.version, status = excluded.status,
       type = excluded.type, mediator = excluded.mediator, deadline = excluded.deadline, since = excluded.since
     WHERE excluded.version >= version`,
  );
  const get = database.prepare(`SELECT ${COLUMNS} FROM queue WHERE stream = ?`);
  const sizes = database.prepare('SELECT status, size FROM queue_size WHERE queue = ? AND size > 0');
  const remove = database.prepare('DELETE FROM queue WHERE stream = ?');
  const lists = new Map<string, ReturnType<DatabaseSync['prepare']>>();

  function listing(sql: string): ReturnType<DatabaseSync['prepare']> {
    const known = lists.get(sql) ?? database.prepare(sql);
    lists.set(sql, known);
    return known;
  }

  return {
    async put({ stream, queue, version, status, type, mediator, deadline, since }) {
      await commits.run(() => put.run(stream, queue, version, status, type, mediator, deadline, since));
    },
    async get(stream) {
      const row = get.get(stream);
      return row ? rowOf(row) : null;
    },
    async list(query) {
      const { sql, values } = selection(query);
      const found = listing(sql).all(...values, query.limit + 1);
      const rows = found.slice(0, query.limit);
      const last = rows.at(-1);
      const cursor =
        found.length > query.limit && last ? JSON.stringify([last['ordered'], last['stream']]) : null;
      return { rows: rows.map(rowOf), cursor };
    },
    async counts(queue) {
      return Object.fromEntries(sizes.all(queue).map(row => [String(row['status']), Number(row['size'])]));
    },
    async remove(stream) {
      await commits.run(() => remove.run(stream));
    },
  };
}

function selection({ queue, order, status, type, mediator, dueBy, cursor }: QueueQuery): {
  sql: string;
  values: string[];
} {
  const by = ORDERED_BY[order];
  const [compared, direction] = order === 'newest' ? ['<', 'DESC'] : ['>', 'ASC'];
  const conditions = ['queue = ?'];
  const values = [queue];
  for (const [column, wanted] of Object.entries({ status, type, mediator })) {
    if (wanted === null) conditions.push(`${column} IS NULL`);
    else if (wanted !== undefined) {
      conditions.push(`${column} = ?`);
      values.push(wanted);
    }
  }
  if (dueBy !== undefined) {
    conditions.push(`${ORDERED_BY.deadline} <= ?`);
    values.push(dueBy);
  }
  if (cursor !== null) {
    conditions.push(`(${by}, stream) ${compared} (?, ?)`);
    values.push(...(JSON.parse(cursor) as [string, string]));
  }
  const sql = `SELECT ${COLUMNS}, ${by} AS ordered FROM queue WHERE ${conditions.join(' AND ')}
    ORDER BY ${by} ${direction}, stream ${direction} LIMIT ?`;
  return { sql, values };
}

function rowOf(row: Record<string, unknown>): QueueRow {
  const { stream, queue, version, status, type, mediator, deadline, since } = row as unknown as QueueRow;
  return { stream, queue, version, status, type, mediator, deadline, since };
}
