import type { InboxFilter } from '../../console/desk.ts';
import { addDays, dayIn } from '../../core/language/day.ts';
import type { QueueRow } from '../../stores/ledger.ts';

/** What lists are narrowed by, as far as the lines of the queue tell; `safety` only the conversation itself does. */
export interface RowFilter extends Omit<InboxFilter, 'dueWithin'> {
  /** Staff id: only what nobody else looks after. */
  onlyOf: string | null;
  /** Something is due up to this day, YYYY-MM-DD. */
  dueBy?: string;
}

export function rowFilter(
  { type, standing, mediator, safety, dueWithin, onlyOf }: InboxFilter & { onlyOf: string | null },
  zone: string,
  now: string,
): RowFilter {
  return {
    onlyOf,
    ...(type === undefined ? {} : { type }),
    ...(standing === undefined ? {} : { standing }),
    ...(mediator === undefined ? {} : { mediator }),
    ...(safety === undefined ? {} : { safety }),
    ...(dueWithin === undefined ? {} : { dueBy: addDays(dayIn(zone, now), dueWithin) }),
  };
}

export const passes = ({ type, status, mediator, deadline }: QueueRow, filter: RowFilter): boolean =>
  (filter.onlyOf === null || mediator === null || mediator === filter.onlyOf) &&
  (filter.type === undefined || type === filter.type) &&
  (filter.standing === undefined || status === filter.standing) &&
  (filter.mediator === undefined || mediator === filter.mediator) &&
  (filter.dueBy === undefined || (deadline !== null && deadline <= filter.dueBy));
