import { addPeriod } from '../calendar/add-period.ts';
import type { Calendar, CalendarDay } from '../calendar/calendar.ts';
import {
  addWorkingDays,
  MOST_WORKING_DAYS,
  workingDayFrom,
  workingDaysBefore,
  workingDaysBetween,
} from '../calendar/working-days.ts';
import { addDays, daysBetween } from '../language/day.ts';
import { clockOf, type DeadlineClock, isPaused, type Pause } from './deadline-clock.ts';
import type { Case } from './evolve.ts';
import { type Term, termsOf } from './terms.ts';

/** `ended`: the case was closed before it was met, and nothing is awaited any more. */
export type DeadlineState = 'running' | 'paused' | 'met' | 'breached' | 'ended';

/** A deadline as it stands on a day, and how it came to that. Days are YYYY-MM-DD in the case's zone. */
export interface Deadline extends Term {
  state: DeadlineState;
  /** The day it was due before any pause. */
  first: string;
  /** Its last day, moved by the pauses, an open one counted up to today. */
  due: string;
  /**
   * Where `due` is no working day: the next one, to which the end of a statutory period moves (《民法典》第二百零三条). It is
   * breached only after that; whoever has to act had better keep to `due`.
   */
  extendedTo: string | null;
  pauses: Pause[];
  met: { on: string; by: string; isLate: boolean } | null;
  /** The day from which little time is left. */
  warnOn: string;
  /** Little time is left, and nobody has met it. */
  isNear: boolean;
  /** Working days after the start up to and with `due`; null for days too far apart to count. */
  workingDays: number | null;
  /** Days between the start and `due` on which nobody works. */
  skipped: CalendarDay[];
  /** `due` or `extendedTo` depends on holidays that are not announced yet. */
  isProvisional: boolean;
  /** The working days shown depend on holidays that are not announced yet. */
  areWorkingDaysProvisional: boolean;
}

/** Working days before the last one on which a warning is due. */
const WARN_BEFORE: Record<Term['kind'], number> = { answer: 1, named: 3, statutory: 3 };

/** The deadlines of a case on a day; none where the case is not open yet. */
export function deadlinesOf(state: Case, calendar: Calendar, today: string): Deadline[] {
  if (!state.file) return [];
  const isClosed = state.status === 'closed';
  return termsOf(state.file).map(term =>
    deadlineOf(term, clockOf(state.deadlines, term.id), { calendar, today, isClosed }),
  );
}

interface On {
  calendar: Calendar;
  today: string;
  isClosed: boolean;
}

function deadlineOf(term: Term, clock: DeadlineClock, { calendar, today, isClosed }: On): Deadline {
  const first = addPeriod(calendar, term.from.day, term.count, term.unit);
  const moved = movedBy(clock, term, { due: first.day, isProvisional: first.isProvisional }, calendar, today);
  const end = endOf(term, moved.due, calendar);
  const met = clock.met && { ...clock.met, isLate: clock.met.on > end.day };
  const state = stateOf();
  const warned = workingDaysBefore(calendar, moved.due, WARN_BEFORE[term.kind]);
  const warnOn = warned < term.from.day && term.from.day <= moved.due ? term.from.day : warned;
  const span =
    Math.abs(daysBetween(term.from.day, moved.due)) <= MOST_WORKING_DAYS
      ? workingDaysBetween(calendar, term.from.day, moved.due)
      : null;
  return {
    ...term,
    state,
    first: first.day,
    due: moved.due,
    extendedTo: end.day === moved.due ? null : end.day,
    pauses: clock.pauses,
    met,
    warnOn,
    isNear: state === 'running' && today >= warnOn,
    workingDays: span?.workingDays ?? null,
    skipped: span?.skipped ?? [],
    isProvisional: moved.isProvisional || end.isProvisional,
    areWorkingDaysProvisional: span?.isProvisional ?? true,
  };

  function stateOf(): DeadlineState {
    if (met) return 'met';
    if (isClosed) return 'ended';
    if (today > end.day) return 'breached';
    return isPaused(clock) ? 'paused' : 'running';
  }
}

/** The last day moved by the time paused, in the unit of the period. What was breached before a pause stays so. */
function movedBy(
  { pauses, met }: DeadlineClock,
  term: Term,
  from: { due: string; isProvisional: boolean },
  calendar: Calendar,
  today: string,
): { due: string; isProvisional: boolean } {
  let { due, isProvisional } = from;
  for (const pause of pauses) {
    if (pause.from > endOf(term, due, calendar).day) break;
    const until = pause.until ?? met?.on ?? today;
    if (until <= pause.from) continue;
    if (term.unit === 'working-day') {
      const span = workingDaysBetween(calendar, pause.from, until);
      const next = addWorkingDays(calendar, due, span.workingDays);
      due = next.day;
      isProvisional ||= span.isProvisional || next.isProvisional;
    } else due = addDays(due, daysBetween(pause.from, until));
  }
  return { due, isProvisional };
}

/** The day after which it is breached. What was told or named is meant as it was said. */
function endOf({ kind }: Term, due: string, calendar: Calendar): { day: string; isProvisional: boolean } {
  return kind === 'statutory' ? workingDayFrom(calendar, due) : { day: due, isProvisional: false };
}
