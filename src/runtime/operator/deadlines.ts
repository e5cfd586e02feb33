import type { Calendar } from '../../core/calendar/calendar.ts';
import { type Deadline, deadlinesOf } from '../../core/case/deadlines.ts';
import { dayIn } from '../../core/language/day.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { loadCase } from '../load-case.ts';
import { changeCase } from './change-case.ts';
import { existingCase } from './case-file.ts';
import { OperatorError } from './operator-error.ts';

/** The deadlines of a case, a line each: id, how it stands, when it is due, and what it is. */
export async function shownDeadlines(
  store: Store,
  calendar: Calendar,
  number: string,
  clock: Clock,
): Promise<string> {
  const { file } = await existingCase(store, number);
  const { state } = await loadCase(store, number);
  return deadlinesOf(state, calendar, dayIn(file.zone, clock.now())).map(lineOf).join('\n');
}

function lineOf({ id, state, isNear, due, extendedTo, label, count, unit, from, pauses }: Deadline): string {
  const paused = pauses.map(({ from, until, reason }) => `paused ${from} to ${until ?? 'now'} (${reason})`);
  const last = extendedTo === null ? due : `${due}, no working day, so ${extendedTo}`;
  return [
    id,
    isNear ? `${state}, near` : state,
    `due ${last}`,
    `${count} ${unit}(s) from ${from.day}`,
    ...(label === null ? [] : [label]),
    ...paused,
  ].join('  ');
}

const VERBS = { pause: 'pause-deadline', resume: 'resume-deadline', meet: 'meet-deadline' } as const;

export interface DeadlineOrder {
  number: string;
  deadline: string;
  verb: string;
  reason: string;
  by: string;
}

/** Pauses, resumes or meets a deadline, and says how it stands then. @throws OperatorError where it cannot be */
export async function changeDeadline(
  store: Store,
  calendar: Calendar,
  { number, deadline, verb, reason, by }: DeadlineOrder,
  clock: Clock,
): Promise<string> {
  if (!Object.hasOwn(VERBS, verb)) throw new OperatorError('a deadline can be paused, resumed or met');
  const command = VERBS[verb as keyof typeof VERBS];
  if (command === 'pause-deadline' && reason === '')
    throw new OperatorError('a pause needs a reason behind it');
  const { file } = await existingCase(store, number);
  const on = dayIn(file.zone, clock.now());
  const order =
    command === 'pause-deadline' ? { command, deadline, reason, by, on } : { command, deadline, by, on };
  await changeCase(store, number, order, clock);
  return shownDeadlines(store, calendar, number, clock);
}
