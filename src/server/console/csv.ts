import { stringify } from 'csv-stringify/sync';
import type { Cell } from '../../core/desk/stats-rows.ts';

/**
 * A table as CSV: with a byte order mark, without which Excel does not read Chinese, and with every text that a
 * spreadsheet would take for a formula made one that it shows.
 */
export const csvOf = (rows: Cell[][]): string =>
  stringify(rows, { bom: true, escape_formulas: true, record_delimiter: 'windows' });
