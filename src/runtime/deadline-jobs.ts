import { z } from 'zod';
import type { Calendar } from '../core/calendar/calendar.ts';
import { instantsOf } from '../core/calendar/instants-of.ts';
import { type Deadline, deadlinesOf } from '../core/case/deadlines.ts';
import { decideCase } from '../core/case/decide.ts';
import { DeadlineWarning } from '../core/case/events.ts';
import type { Case } from '../core/case/evolve.ts';
import { addDays, dayIn } from '../core/language/day.ts';
import type { Job, Jobs, NewJob } from '../jobs/jobs.ts';
import type { Store } from '../stores/store.ts';
import type { Clock } from './clock.ts';
import { commit, Erased } from './commit.ts';
import { loadCase } from './load-case.ts';
import { caseStream } from './streams.ts';

/** `day`: on which it is to be warned, as it was when this was planned by event `version` of the case. */
const Data = z.strictObject({
  number: z.string(),
  deadline: z.string(),
  warning: DeadlineWarning,
  day: z.string(),
  version: z.int(),
});

export interface DeadlineTools {
  store: Store;
  jobs: Jobs;
  calendar: Calendar;
  clock: Clock;
}

/** When people who can do something about it come to work. */
const MORNING = '09:00';

/** The day on which to warn; null where this is not to be done for a deadline as it stands. */
function dayOf({ state, warnOn, extendedTo, due }: Deadline, warning: DeadlineWarning): string | null {
  if (warning === 'near') return state === 'running' ? warnOn : null;
  return state === 'running' || state === 'breached' ? addDays(extendedTo ?? due, 1) : null;
}

/** Warnings of all deadlines of a case that run. What has become of each is looked at again when it is time. */
export function deadlineJobs(state: Case, version: number, calendar: Calendar, now: string): NewJob[] {
  const { file } = state;
  if (!file) return [];
  const { number, zone } = file;
  return deadlinesOf(state, calendar, dayIn(zone, now)).flatMap(deadline =>
    DeadlineWarning.options.flatMap(warning => {
      const day = dayOf(deadline, warning);
      if (day === null) return [];
      return [
        {
          id: `deadline-${number}.${deadline.id}.${warning}.${day}.${version}`,
          kind: 'deadline',
          data: { number, deadline: deadline.id, warning, day, version },
          due: new Date(instantsOf(zone, day, MORNING).first).toISOString(),
        },
      ];
    }),
  );
}

/**
 * Says on the case that a deadline is near or breached; where it has moved, plans that anew and says nothing.
 * @throws where it is run before its day
 */
export async function runDeadline({ id, data }: Job, tools: DeadlineTools): Promise<string> {
  const { number, deadline, warning, day, version } = Data.parse(data);
  const { store, jobs, calendar, clock } = tools;
  const now = clock.now();
  const { state } = await loadCase(store, number);
  if (!state.file) return 'erased meanwhile';
  const on = dayIn(state.file.zone, now);
  if (on < day) throw new Error(`it is ${on}, and this is for ${day}: a clock is wrong`);
  const to = { stream: caseStream(number), owner: state.file.conversation, cause: id, at: now };
  let note = '';
  try {
    await commit(store, to, async () => {
      const { state, version } = await loadCase(store, number);
      const found = deadlinesOf(state, calendar, on).find(one => one.id === deadline);
      if (!found || dayOf(found, warning) !== day) {
        note = `not any more: ${found?.state ?? 'gone'}`;
        return { expectedVersion: version, events: [] };
      }
      note = warning;
      const decision = decideCase(state, { command: 'warn-deadline', deadline, warning, due: found.due, on });
      return { expectedVersion: version, events: 'events' in decision ? decision.events : [] };
    });
  } catch (error) {
    if (error instanceof Erased) return 'erased meanwhile';
    throw error;
  }
  if (note !== warning)
    for (const job of deadlineJobs((await loadCase(store, number)).state, version, calendar, now))
      if (job.data.deadline === deadline && job.data.day !== day) await jobs.add(job);
  return note;
}
