import type { InboxPage, InboxQuery, InboxRow, View } from '../../console/desk.ts';
import type { Standing } from '../../core/desk/standing.ts';
import { deskPage } from './desk-page.ts';
import { type RowReader, rowOf } from './inbox-rows.ts';
import { passes, type RowFilter } from './row-filter.ts';

export const SHOWN: Record<View, readonly Standing[]> = {
  waiting: ['urgent', 'waiting', 'new'],
  mine: ['urgent', 'waiting', 'new', 'open'],
  all: ['urgent', 'waiting', 'new', 'open'],
  closed: ['closed'],
};

/** So many lines one page looks at where only the conversations themselves tell which are wanted. */
const MOST_LOOKED_AT = 200;

/** A page of the inbox; with a filter by danger there may be fewer rows than asked for, and still more after them. */
export async function inboxPage(
  reader: RowReader,
  { view, by, onlyOf, limit, ...query }: InboxQuery,
  filter: RowFilter,
): Promise<InboxPage | null> {
  // What is closed or belongs to all is looked through by those who see all; others find their own there.
  const isOwn = view === 'mine' || (onlyOf !== null && view !== 'waiting');
  const mediator = isOwn ? by.id : filter.mediator;
  if (isOwn && filter.mediator !== undefined && filter.mediator !== by.id) return { rows: [], cursor: null };
  const standings = SHOWN[view].filter(one => filter.standing === undefined || one === filter.standing);
  if (standings.length === 0) return { rows: [], cursor: null };
  const { type, dueBy, safety } = filter;
  const rows: InboxRow[] = [];
  let { cursor } = query;
  let lookedAt = 0;
  do {
    const page = await deskPage(reader.store, {
      standings,
      ...(mediator === undefined ? {} : { mediator }),
      ...(type === undefined ? {} : { type }),
      ...(dueBy === undefined ? {} : { dueBy }),
      cursor,
      limit: limit - rows.length,
    }).catch(noCursor);
    if (!page) return null;
    const found = await Promise.all(
      page.rows.filter(row => passes(row, filter)).map(row => rowOf(reader, row)),
    );
    rows.push(...found.filter(row => row !== null).filter(row => !safety || row.safety.includes(safety)));
    lookedAt += page.rows.length;
    ({ cursor } = page);
    if (!safety) break;
  } while (cursor !== null && rows.length < limit && lookedAt < MOST_LOOKED_AT);
  return { rows, cursor };
}

function noCursor(error: unknown): null {
  if (error instanceof RangeError || error instanceof SyntaxError) return null;
  throw error;
}
