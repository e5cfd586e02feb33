import type { CaseFile } from './case-file.ts';
import { clockOf, isPaused } from './deadline-clock.ts';
import type { CaseDecision } from './decide.ts';
import type { DeadlineWarning } from './events.ts';
import type { Case } from './evolve.ts';
import { termsOf } from './terms.ts';

/** `on`: today, YYYY-MM-DD in the zone of the case. */
export type DeadlineCommand =
  | { command: 'pause-deadline'; deadline: string; reason: string; by: string; on: string }
  | { command: 'resume-deadline'; deadline: string; by: string; on: string }
  | { command: 'meet-deadline'; deadline: string; by: string; on: string }
  | { command: 'warn-deadline'; deadline: string; warning: DeadlineWarning; due: string; on: string };

/** What is done about a deadline of an open case; nothing where it is so already. */
export function decideDeadline(state: Case & { file: CaseFile }, command: DeadlineCommand): CaseDecision {
  const { deadline, on } = command;
  const term = termsOf(state.file).find(one => one.id === deadline);
  if (!term) return { refused: 'no-deadline' };
  const clock = clockOf(state.deadlines, deadline);
  // A warning comes from nobody who could be told no.
  if (command.command === 'warn-deadline') {
    const { warning, due } = command;
    const isWarned = clock.warned.some(one => one.warning === warning && one.due === due);
    if (state.status === 'closed' || clock.met || isPaused(clock) || isWarned) return { events: [] };
    return { events: [{ type: 'DeadlineWarned', deadline, warning, due, on }] };
  }
  if (state.status === 'closed') return { refused: 'closed' };
  const { by } = command;
  switch (command.command) {
    case 'pause-deadline':
      if (term.kind === 'named') return { refused: 'fixed' };
      if (clock.met) return { refused: 'met' };
      if (isPaused(clock)) return { events: [] };
      return { events: [{ type: 'DeadlinePaused', deadline, reason: command.reason, by, on }] };
    case 'resume-deadline':
      if (!clock.met && !isPaused(clock)) return { events: [] };
      return { events: [{ type: 'DeadlineResumed', deadline, by, on }] };
    case 'meet-deadline':
      if (clock.met) return { events: [] };
      return { events: [{ type: 'DeadlineMet', deadline, by, on }] };
    default:
      command satisfies never;
      return { events: [] };
  }
}
