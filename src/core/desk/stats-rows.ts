import type { Spread, Stats } from './stats.ts';

export type Cell = string | number | null;

/** What stands in the table beside the folded numbers: who waits at this moment, and the words of unanswered questions. */
export interface StatsBeside {
  waitingNow: number;
  unanswered: readonly { question: string; count: number }[];
}

/** The numbers as a table with one number a row, which a spreadsheet can filter: what, of what or on which day, how much. */
export function statsRows(
  stats: Omit<Stats, 'unanswered'>,
  { waitingNow, unanswered }: StatsBeside,
): Cell[][] {
  const { days, firstResponse, timeToClose, ratings } = stats;
  const spread = (what: string, { count, median, p90 }: Spread): Cell[][] => [
    [what, 'count', count],
    [what, 'median-ms', median],
    [what, 'p90-ms', p90],
  ];
  const counts = (what: string, list: [string, number][]): Cell[][] =>
    list.map(([of, count]) => [what, of, count]);
  return [
    ['what', 'of', 'value'],
    ...days.flatMap(({ day, ...numbers }) =>
      Object.entries(numbers).map(([what, value]): Cell[] => [DAY_NAMES[what] ?? what, day, value]),
    ),
    ['waiting-now', '', waitingNow],
    ...spread('first-response', firstResponse),
    ...spread('time-to-close', timeToClose),
    ...counts('type', stats.byType),
    ...counts('outcome', stats.outcomes),
    ...counts('left-at', stats.leftAt),
    ...unanswered.map(({ question, count }): Cell[] => ['unanswered-question', question, count]),
    ['rating', 'count', ratings.count],
    ['rating', 'average', ratings.average],
  ];
}

/** Names of a day's numbers where those of the code would not be understood in a table. */
const DAY_NAMES: Record<string, string> = {
  mostWaiting: 'most-waiting',
  firstResponse: 'first-response-median-ms',
};
