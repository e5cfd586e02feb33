import type { Spread, Stats } from './stats.ts';

export type Cell = string | number | null;

/** The numbers as a table with one number a row, which a spreadsheet can filter: what, of what or on which day, how much. */
export function statsRows(stats: Stats): Cell[][] {
  const { days, waitingNow, firstResponse, timeToClose, ratings } = stats;
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
      Object.entries(numbers).map(([what, value]): Cell[] => [what, day, value]),
    ),
    ['waiting-now', '', waitingNow],
    ...spread('first-response', firstResponse),
    ...spread('time-to-close', timeToClose),
    ...counts('type', stats.byType),
    ...counts('outcome', stats.outcomes),
    ...counts('left-at', stats.leftAt),
    ...counts('unanswered', stats.unanswered),
    ['rating', 'count', ratings.count],
    ['rating', 'average', ratings.average],
  ];
}
