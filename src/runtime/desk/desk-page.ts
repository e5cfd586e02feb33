import type { Standing } from '../../core/desk/standing.ts';
import type { QueueOrder, QueuePage, QueueRow } from '../../stores/ledger.ts';
import type { Store } from '../../stores/store.ts';
import { DESKS } from '../queue-rows.ts';

/** Who waits is served by how long they wait; what has a deadline by that; what is over is looked up latest first. */
const ORDERS: Record<Standing, QueueOrder> = {
  urgent: 'oldest',
  waiting: 'oldest',
  new: 'deadline',
  open: 'deadline',
  closed: 'newest',
};

export interface DeskQuery {
  /** One after the other. */
  standings: readonly Standing[];
  type?: string;
  /** Staff id; null: those nobody looks after. */
  mediator?: string | null;
  /** Only what is due up to this day, YYYY-MM-DD; then all is ordered by that. */
  dueBy?: string;
  /** Given back by the page before; null for the first. */
  cursor: string | null;
  limit: number;
}

/** A page of conversations, most pressing first. @throws RangeError for a cursor that no page gave */
export async function deskPage(store: Store, query: DeskQuery): Promise<QueuePage> {
  const { standings, cursor, limit, ...matching } = query;
  const [place, inner] = cursor === null ? [0, null] : readCursor(cursor, standings.length);
  const rows: QueueRow[] = [];
  let from = inner;
  for (const [at, status] of standings.entries()) {
    if (at < place) continue;
    const order = matching.dueBy === undefined ? ORDERS[status] : 'deadline';
    const page = await store.queue.list({
      queue: DESKS,
      order,
      status,
      ...matching,
      cursor: from,
      limit: limit - rows.length,
    });
    rows.push(...page.rows);
    if (page.cursor !== null) return { rows, cursor: JSON.stringify([at, page.cursor]) };
    from = null;
    const isFull = rows.length === limit;
    if (isFull && at + 1 < standings.length) return { rows, cursor: JSON.stringify([at + 1, null]) };
  }
  return { rows, cursor: null };
}

function readCursor(cursor: string, standings: number): [number, string | null] {
  const read: unknown = JSON.parse(cursor);
  if (Array.isArray(read) && Number.isInteger(read[0]) && read[0] >= 0 && read[0] < standings) {
    const inner: unknown = read[1];
    if (inner === null || typeof inner === 'string') return [read[0] as number, inner];
  }
  throw new RangeError('this is no cursor of these lists');
}
