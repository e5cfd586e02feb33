import type { Ledger, LedgerResult, SealedAppend } from '../ledger.ts';
import { endOf, lastVersion, NO_HASH } from '../sealing/chain.ts';
import type { Connection } from './connection.ts';
import { headFromText, headToText } from './head-text.ts';
import { type Layout, noticesOf } from './layout.ts';
import { type Entry, rowFromBytes, rowOf, rowToBytes } from './row-bytes.ts';
import { script } from './script.ts';

const scripts = {
  append: script('append'),
  readCause: script('read-cause'),
  readLog: script('read-log'),
  saveSnapshot: script('save-snapshot'),
};

/** What is kept of each stream: its rows, where it ends, its snapshot, and its place in the log of its partition. */
export type RedisAppends = Pick<
  Ledger,
  'append' | 'read' | 'readCause' | 'readAll' | 'head' | 'snapshot' | 'saveSnapshot'
>;

export function redisAppends(connection: Connection, layout: Layout): RedisAppends {
  const keysOf = (stream: string) => {
    const base = layout.baseOf(stream);
    return {
      base,
      rows: `${base}rows:${stream}`,
      head: `${base}head:${stream}`,
      snapshot: `${base}snapshot:${stream}`,
    };
  };

  async function append(sealed: SealedAppend): Promise<LedgerResult> {
    const { stream, version, at, cause, owner, previous } = sealed;
    const { base, rows, head } = keysOf(stream);
    const last = lastVersion(sealed);
    const answer = (await connection.run(
      scripts.append,
      [rows, head, `${base}log`, `${base}names`, `${base}idle`],
      [
        ...[stream, String(version - 1), String(last), previous],
        ...[headToText({ version: last, hash: endOf(sealed), at, owner }), cause, rowToBytes(sealed)],
        ...[String(Date.parse(at)), noticesOf(base), NO_HASH],
      ],
    )) as number | [outcome: Buffer, more: unknown];
    if (typeof answer === 'number') return { outcome: 'stored', position: answer };
    const outcome = String(answer[0]);
    if (outcome === 'erased') return { outcome };
    if (outcome === 'conflict') return { outcome, version: answer[1] as number };
    const [row] = answer[1] as [Entry];
    return { outcome: 'duplicate', row: rowOf(stream, row) };
  }

  return {
    append,
    async read(stream, after) {
      const { rows } = keysOf(stream);
      // The id of a row begins with its last version.
      const found = (await connection.send(rows, ['XRANGE', rows, String(after + 1), '+'])) as Entry[];
      return found.map(entry => rowOf(stream, entry));
    },
    async readCause(stream, cause) {
      const { rows, head } = keysOf(stream);
      const [found] = (await connection.run(scripts.readCause, [rows, head], [cause])) as Entry[];
      return found ? rowOf(stream, found) : null;
    },
    async readAll(partition, after, limit) {
      const base = layout.base(partition);
      const found = (await connection.run(
        scripts.readLog,
        [`${base}log`],
        [String(Math.max(0, after) + 1), String(limit), `${base}rows:`],
      )) as [stream: Buffer, position: number, row: Buffer][];
      return found.map(([stream, position, row]) => rowFromBytes(String(stream), position, row));
    },
    async head(stream) {
      const { head } = keysOf(stream);
      const found = (await connection.send(head, ['HGET', head, 'head'])) as Buffer | null;
      return found && headFromText(found.toString());
    },
    async snapshot(stream) {
      const { snapshot } = keysOf(stream);
      const found = await connection.send(snapshot, ['HMGET', snapshot, 'version', 'body']);
      const [version, body] = found as [Buffer | null, Buffer | null];
      return version && body ? { version: Number(version), body } : null;
    },
    async saveSnapshot(stream, version, body) {
      const { snapshot, head } = keysOf(stream);
      await connection.run(scripts.saveSnapshot, [snapshot, head], [String(version), Buffer.from(body)]);
    },
  };
}
