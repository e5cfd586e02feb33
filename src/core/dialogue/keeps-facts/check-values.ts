import { type Comparison, tokensOf } from './compare.ts';
import type { Clause } from './token.ts';
import type { Veto } from './veto.ts';

const keysOf = (clauses: readonly Clause[]): string[] =>
  tokensOf(clauses)
    .filter(({ kind }) => kind === 'value')
    .map(({ meanings }) => meanings[0] ?? '')
    .sort();

/** Every number, date, quotation and mark is there, as often as before, and no other. */
export function checkValues({ draft, rewording }: Comparison): Veto | null {
  const [before, after] = [keysOf(draft.clauses), keysOf(rewording.clauses)];
  const at = before.findIndex((key, index) => key !== after[index]);
  if (at >= 0) return { reason: 'values', words: before[at] ?? '' };
  return before.length === after.length ? null : { reason: 'values', words: after[before.length] ?? '' };
}
