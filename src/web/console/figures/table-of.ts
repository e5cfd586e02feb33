import type { Drawn } from './chart-options.ts';

export type Cell = string | number;

/**
 * What is drawn, as a table.
 * @param of title of the first column
 * @param count title of the column with how many
 */
export function tableOf(
  drawn: Drawn,
  of: string,
  count: string,
): { columns: string[]; rows: Cell[][]; isEmpty: boolean } {
  if (drawn.as === 'ranking') {
    const rows = drawn.counts.map(([name, count]) => [name, count]);
    return { columns: [of, count], rows, isEmpty: rows.length === 0 };
  }
  const { days, series, unit } = drawn;
  return {
    columns: [of, ...series.map(({ name }) => (unit === undefined ? name : `${name} (${unit})`))],
    rows: days.map((day, at) => [day, ...series.map(({ values }) => values[at] ?? '')]),
    isEmpty: series.every(({ values }) => values.every(value => !value)),
  };
}
