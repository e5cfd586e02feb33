import type { Ratio, Report, Table, Target } from './report.ts';

/** A number as a person reads it: whole where it is large, two digits that count where it is small. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The report as text: a table of each kind, the targets with what was reached, and the notes. */
export function printReport({ bench, question, tables, targets, notes }: Report): string {
  return [
    `${bench}: ${question}`,
    ...tables.map(printTable),
    ...(targets.length > 0 ? [printTargets(targets)] : []),
    ...(notes.length > 0 ? [notes.map(note => `  ${note}`).join('\n')] : []),
    '',
  ].join('\n\n');
}

function printTable({ title, unit, columns, rows }: Table): string {
  const cells = rows.map(({ name, is, values, ratios }) => [
    name,
    ...columns.map((_, at) => shown(values[at] ?? Number.NaN)),
    ratios ? ratiosOf(ratios) : is === 'ours' ? '' : `(${is})`,
  ]);
  return aligned([[`${title}, ${unit}`, ...(columns.length > 1 ? columns : ['']), ''], ...cells]);
}

/** Ratios to the same thing share its name, in the order of their columns. */
const ratiosOf = (ratios: Ratio[]): string =>
  [...Map.groupBy(ratios, ({ to }) => to)]
    .map(([to, same]) => `${same.map(({ value }) => shown(value)).join(', ')} x ${to}`)
    .join('; ');

const printTargets = (targets: Target[]): string =>
  aligned([
    ['target', 'reach', 'found', ''],
    ...targets.map(({ name, unit, is, reach, value, reached }) => [
      name,
      `${is === 'at least' ? '>=' : '<='} ${reach.toLocaleString('en')} ${unit}`,
      shown(value),
      reached ? 'reached' : 'NOT REACHED',
    ]),
  ]);

/** Lines of cells in columns: the first and the last to the left, those between to the right. */
function aligned(lines: string[][]): string {
  const widths = (lines[0] ?? []).map((_, at) => Math.max(...lines.map(line => line[at]?.length ?? 0)));
  return lines
    .map(line =>
      line
        .map((cell, at) =>
          at === 0 || at === line.length - 1 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .map(line => `  ${line}`)
    .join('\n');
}
