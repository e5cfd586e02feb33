import { useMemo } from 'react';
import type { FiguresAnswer } from '../../../protocol/console/figures.ts';
import { useNegotiations, useQuestions } from '../api/use-negotiations.ts';
import { useWords } from '../words/words.ts';
import type { Drawn } from './chart-options.ts';
import { FigurePanel } from './figure-panel.tsx';
import { UnansweredPanel } from './unanswered-panel.tsx';

const MINUTE = 60_000;
/** So many kinds can be read in one picture. */
const MOST_RANKED = 10;

type Counts = readonly (readonly [string, number])[];

/** The numbers of some days, each sort as a picture of its own. */
export function FigurePanels({ figures }: { figures: FiguresAnswer }) {
  const words = useWords();
  const types = useNegotiations();
  const questions = useQuestions();
  const drawn = useMemo(() => drawings(figures, words), [figures, words]);
  const rankings = useMemo(() => {
    const named = (counts: Counts, nameOf: (id: string) => string): Drawn => ({
      as: 'ranking',
      counts: counts.slice(0, MOST_RANKED).map(([id, count]) => [nameOf(id), count]),
    });
    const labelled = (list: readonly { id: string; label: string }[], id: string): string =>
      list.find(one => one.id === id)?.label ?? id;
    const stages: Record<string, string> = words.stages;
    const outcomes: Record<string, string> = words.outcomes;
    return {
      byType: named(figures.byType, id => labelled(types, id)),
      outcomes: named(figures.outcomes, id => outcomes[id] ?? words.noOutcome),
      leftAt: named(figures.leftAt, id => stages[id] ?? labelled(questions, id)),
    };
  }, [figures, words, types, questions]);
  return (
    <div className="figures">
      <FigurePanel title={words.byDay} of={words.day} drawn={drawn.byDay} empty={words.noneInDays} />
      <FigurePanel
        title={words.waitingByDay}
        hint={words.waitingHint}
        of={words.day}
        drawn={drawn.waiting}
        empty={words.nobodyWaited}
      />
      <FigurePanel
        title={words.firstResponseByDay}
        hint={words.firstResponseHint}
        of={words.day}
        drawn={drawn.firstResponse}
        empty={words.nobodyWaited}
      />
      <FigurePanel title={words.byType} of={words.type} drawn={rankings.byType} empty={words.noneFiled} />
      <FigurePanel
        title={words.byOutcome}
        hint={words.outcomeHint}
        of={words.outcome}
        drawn={rankings.outcomes}
        empty={words.noneClosed}
      />
      <FigurePanel
        title={words.leftAt}
        hint={words.leftAtHint}
        of={words.question}
        drawn={rankings.leftAt}
        empty={words.noneLeft}
      />
      <UnansweredPanel unanswered={figures.unanswered} />
    </div>
  );
}

function drawings(
  { days }: FiguresAnswer,
  words: ReturnType<typeof useWords>,
): Record<string, Drawn> & {
  byDay: Drawn;
  waiting: Drawn;
  firstResponse: Drawn;
} {
  const dates = days.map(({ day }) => day);
  const inMinutes = (ms: number | null): number | null => ms && Math.round((ms / MINUTE) * 10) / 10;
  return {
    byDay: {
      as: 'lines',
      days: dates,
      series: [
        { name: words.arrivals, values: days.map(day => day.arrivals) },
        { name: words.filedCases, values: days.map(day => day.filed) },
        { name: words.closedCases, values: days.map(day => day.closed) },
      ],
    },
    waiting: {
      as: 'bars',
      days: dates,
      series: [
        { name: words.mostWaiting, values: days.map(day => day.mostWaiting) },
        { name: words.requests, values: days.map(day => day.requests) },
      ],
    },
    firstResponse: {
      as: 'bars',
      days: dates,
      unit: words.minuteUnit,
      series: [{ name: words.median, values: days.map(day => inMinutes(day.firstResponse)) }],
    },
  };
}
