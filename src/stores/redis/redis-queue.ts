import type { Queue, QueueRow } from '../ledger.ts';
import type { Connection } from './connection.ts';
import { script } from './script.ts';

const write = script('queue-write');
const list = script('queue-list');

/** Stands behind every day: rows without a deadline come last. */
const NO_DEADLINE = '9999-99-99';
const SEPARATOR = '\x1f';

/**
 * A queue in Redis, in one slot of a cluster, since its lists go across all streams. Beside the rows lie lists of where
 * they stand in each order, one for each status, type and mediator that occur together.
 * @param base what its keys begin with
 */
export function redisQueue(connection: Connection, base: string): Queue {
  const rows = `${base}rows`;
  return {
    async put(row) {
      const { stream, queue, version, status, type, mediator, deadline, since } = row;
      const bySince = placeOf(new Date(since).toISOString(), stream);
      const byDeadline = placeOf(deadline ?? NO_DEADLINE, stream);
      await connection.run(
        write,
        [rows],
        [
          ...[base, stream, JSON.stringify(rowOf(row)), String(version), queue, status],
          ...[orNone(type), orNone(mediator), bySince, byDeadline],
        ],
      );
    },
    async get(stream) {
      const found = await connection.send(rows, ['HGET', rows, stream]);
      return found === null ? null : rowFrom(found);
    },
    async list({ queue, order, status = '', type, mediator, dueBy = '', cursor, limit }) {
      const whole = mediator === undefined ? queue : queue + SEPARATOR + orNone(mediator);
      const [next, ...found] = (await connection.run(
        list,
        [rows],
        [
          ...[base, whole, order === 'deadline' ? 'deadline' : 'since', order === 'newest' ? '1' : '0'],
          ...[status, type === undefined ? '' : orNone(type), cursorToPlace(cursor), String(limit)],
          dueBy.replace(/\D/g, ''),
        ],
      )) as [Buffer, ...Buffer[]];
      return { rows: found.map(rowFrom), cursor: next.length === 0 ? null : next.toString('base64url') };
    },
    async counts(queue) {
      const key = `${base}groups:${queue}`;
      const found = (await connection.send(key, ['HGETALL', key])) as Record<string, Buffer>;
      const counts: Record<string, number> = {};
      for (const [group, size] of Object.entries(found)) {
        const [status = ''] = group.split(SEPARATOR);
        counts[status] = (counts[status] ?? 0) + Number(size);
      }
      return counts;
    },
    async remove(stream) {
      await connection.run(write, [rows], [base, stream]);
    },
  };
}

const rowFrom = (bytes: unknown): QueueRow => JSON.parse(String(bytes)) as QueueRow;

const rowOf = ({ stream, queue, version, status, type, mediator, deadline, since }: QueueRow): QueueRow => ({
  ...{ stream, queue, version, status, type },
  ...{ mediator, deadline, since },
});

const orNone = (text: string | null): string => (text === null ? '-' : `=${text}`);

/** The digits of a day or an instant, and the stream: in the order of bytes they are in the order of time. */
const placeOf = (time: string, stream: string): string => `${time.replace(/\D/g, '')} ${stream}`;

/** A cursor is the place of the last row of the page before. */
const cursorToPlace = (cursor: string | null): string => Buffer.from(cursor ?? '', 'base64url').toString();
