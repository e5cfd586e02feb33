import type { WordTable } from '../words/word-table.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long something took, to a tenth of the unit in which it is said. */
export function durationIn(words: WordTable, milliseconds: number): string {
  const [unit, length] =
    milliseconds < HOUR
      ? (['minutes', MINUTE] as const)
      : milliseconds < DAY
        ? (['hours', HOUR] as const)
        : (['days', DAY] as const);
  return words[unit](Math.round((milliseconds / length) * 10) / 10);
}
