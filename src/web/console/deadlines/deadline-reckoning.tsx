import { useContext } from 'react';
import type { DeadlineView } from '../../../protocol/console/deadlines.ts';
import { LanguageContext, useWords } from '../words/words.ts';

/** How the last day of a deadline came about, step by step. */
export function DeadlineReckoning({ deadline }: { deadline: DeadlineView }) {
  const words = useWords();
  const steps = useSteps(deadline);
  return (
    <details className="deadline-how">
      <summary>{words.howReckoned}</summary>
      <ol>
        {steps.map(step => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </details>
  );
}

function useSteps(deadline: DeadlineView): string[] {
  const words = useWords();
  const language = useContext(LanguageContext);
  const { from, count, unit, first, due, extendedTo, pauses, passed, workingDays } = deadline;
  const spanOf = (one: { from: string; to: string }) =>
    one.from === one.to ? one.from : words.fromTo(one.from, one.to);
  return [
    words.countedFrom(from.day, from.label ?? words.filing),
    ...(deadline.isApproximate ? [words.startApproximate] : []),
    words.periodOf(words.units[unit](count), first),
    ...pauses.map(one => words.pausedFor(one.from, one.until ?? words.untilNow, one.reason, one.by)),
    ...(due === first ? [] : [words.movedTo(due)]),
    ...(workingDays === null ? [] : [words.workingDaysIn(workingDays)]),
    ...(passed && passed.weekends > 0 ? [words.weekendsPassed(passed.weekends)] : []),
    ...(passed?.holidays ?? []).map(one =>
      words.holidayPassed(one.name?.[language] ?? words.holiday, spanOf(one)),
    ),
    ...(passed?.makeUps ?? []).map(one => words.makeUpCounted(one.day, one.name?.[language] ?? '')),
    ...(extendedTo === null ? [] : [words.extendedTo(due, extendedTo)]),
    ...(deadline.isProvisional ? [words.provisional] : []),
  ];
}
