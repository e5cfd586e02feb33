import type { DeadlineEvent, DeadlineWarning } from './events.ts';

/** Days are YYYY-MM-DD in the zone of the case. */
export interface Pause {
  from: string;
  /** The day on which it was resumed; null while it is not. */
  until: string | null;
  reason: string;
  by: string;
}

/** What was done about one deadline. */
export interface DeadlineClock {
  /** Earliest first; only the last can be open. */
  pauses: Pause[];
  met: { on: string; by: string } | null;
  warned: { warning: DeadlineWarning; due: string }[];
}

const fresh: DeadlineClock = { pauses: [], met: null, warned: [] };

export const clockOf = (deadlines: Readonly<Record<string, DeadlineClock>>, id: string): DeadlineClock =>
  (Object.hasOwn(deadlines, id) ? deadlines[id] : null) ?? fresh;

export const isPaused = ({ pauses }: DeadlineClock): boolean => pauses.at(-1)?.until === null;

/** Total: what cannot happen to this clock leaves it as it is. */
export function evolveClock(clock: DeadlineClock, event: DeadlineEvent): DeadlineClock {
  switch (event.type) {
    case 'DeadlinePaused': {
      if (isPaused(clock)) return clock;
      const { on: from, reason, by } = event;
      return { ...clock, pauses: [...clock.pauses, { from, until: null, reason, by }] };
    }
    case 'DeadlineResumed':
      return { ...resumed(clock, event.on), met: null };
    case 'DeadlineMet':
      return { ...resumed(clock, event.on), met: { on: event.on, by: event.by } };
    case 'DeadlineWarned': {
      const { warning, due } = event;
      return { ...clock, warned: [...clock.warned, { warning, due }] };
    }
    default:
      event satisfies never;
      return clock;
  }
}

/** A pause never ends before it began, whatever the clocks of two machines said. */
function resumed(clock: DeadlineClock, on: string): DeadlineClock {
  const last = clock.pauses.at(-1);
  if (last?.until !== null) return clock;
  const until = on < last.from ? last.from : on;
  return { ...clock, pauses: [...clock.pauses.slice(0, -1), { ...last, until }] };
}
