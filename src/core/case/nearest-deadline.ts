import type { Calendar } from '../calendar/calendar.ts';
import { dayIn } from '../language/day.ts';
import { type Deadline, deadlinesOf } from './deadlines.ts';
import type { Case } from './evolve.ts';

/** Whether somebody still has to see to it: it runs, or was missed here. What was over before the filing was not. */
export const isAwaited = ({ state, due, extendedTo }: Deadline, filedOn: string): boolean =>
  (state === 'running' || state === 'breached') && (extendedTo ?? due) >= filedOn;

/**
 * The deadlines that somebody still has to see to, nearest first; none of a case that is closed or not open. On
 * whichever day after the last event one asks, these and their days are the same.
 */
export function awaitedDeadlines(state: Case, calendar: Calendar, today: string): Deadline[] {
  const { file } = state;
  if (!file) return [];
  const filedOn = dayIn(file.zone, file.filedAt);
  return deadlinesOf(state, calendar, today)
    .filter(one => isAwaited(one, filedOn))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
