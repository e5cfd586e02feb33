import type { Queue, QueueOrder, QueueRow } from '../ledger.ts';

/** Stands behind every day: rows without a deadline come last. */
const NO_DEADLINE = '9999-99-99';

const keyOf = (row: QueueRow, order: QueueOrder): string =>
  `${order === 'deadline' ? (row.deadline ?? NO_DEADLINE) : row.since} ${row.stream}`;

/** A queue in this process's memory. */
export function memoryQueue(): Queue {
  const rows = new Map<string, QueueRow>();

  return {
    async put(row) {
      if ((rows.get(row.stream)?.version ?? 0) <= row.version) rows.set(row.stream, { ...row });
    },
    get: async stream => rows.get(stream) ?? null,
    async list({ queue, order, status, type, mediator, dueBy, cursor, limit }) {
      const direction = order === 'newest' ? -1 : 1;
      const matching = [...rows.values()]
        .filter(
          row =>
            row.queue === queue &&
            (status === undefined || row.status === status) &&
            (type === undefined || row.type === type) &&
            (mediator === undefined || row.mediator === mediator) &&
            (dueBy === undefined || (row.deadline ?? NO_DEADLINE) <= dueBy),
        )
        .map(row => ({ row, key: keyOf(row, order) }))
        .sort((a, b) => (a.key < b.key ? -direction : direction))
        .filter(({ key }) => cursor === null || (direction === 1 ? key > cursor : key < cursor));
      const page = matching.slice(0, limit);
      return {
        rows: page.map(({ row }) => ({ ...row })),
        cursor: matching.length > limit ? (page.at(-1)?.key ?? null) : null,
      };
    },
    async counts(queue) {
      const counts: Record<string, number> = {};
      for (const row of rows.values())
        if (row.queue === queue) counts[row.status] = (counts[row.status] ?? 0) + 1;
      return counts;
    },
    async remove(stream) {
      rows.delete(stream);
    },
  };
}
