import type { Marks, MarksRow } from '../ledger.ts';
import type { Connection } from './connection.ts';
import { type Layout, marksKeys } from './layout.ts';
import { script } from './script.ts';

const scripts = { put: script('marks-put'), changes: script('marks-changes') };

/** Marks in Redis, each beside the key of its owner, so that both go in one step. */
export function redisMarks(connection: Connection, layout: Layout): Marks {
  return {
    async get(owner) {
      const [rows] = marksKeys(layout.baseOf(owner));
      const found = (await connection.send(rows, ['HGET', rows, owner])) as Buffer | null;
      return found && rowOf(found);
    },
    async put(owner, after, body) {
      const base = layout.baseOf(owner);
      const marks = body === null ? [] : [Buffer.from(body)];
      const keys = [`${base}keys`, ...marksKeys(base)] as [string, ...string[]];
      return (await connection.run(scripts.put, keys, [owner, String(after), ...marks])) === 1;
    },
    async changes(partition, after, limit) {
      const [rows, places] = marksKeys(layout.base(partition));
      const found = (await connection.run(
        scripts.changes,
        [rows, places],
        [String(after), String(limit)],
      )) as [owner: Buffer, place: Buffer, row: Buffer | null][];
      return found.map(([owner, place, row]) =>
        row === null
          ? { owner: String(owner), version: 0, body: null, place: Number(place) }
          : { owner: String(owner), place: Number(place), ...rowOf(row) },
      );
    },
  };
}

function rowOf(row: Buffer): Pick<MarksRow, 'version' | 'body'> {
  const space = row.indexOf(0x20);
  const version = Number(row.toString('latin1', 0, space < 0 ? row.length : space));
  return { version, body: space < 0 ? null : row.subarray(space + 1) };
}
