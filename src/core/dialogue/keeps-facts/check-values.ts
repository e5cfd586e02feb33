import { type Comparison, tokensOf } from './compare.ts';
import type { Clause } from './token.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

const keysOf = (clauses: readonly Clause[]): string[] =>
  tokensOf(clauses)
    .filter(({ kind }) => kind === 'value')
    .map(({ meanings }) => meanings[0] ?? '')
    .sort();

/** Every number, date, quotation and mark is there, as often as before, and no other; and none changes direction. */
export function checkValues({ draft, rewording }: Comparison, words: Vocabulary): Veto | null {
  const [before, after] = [keysOf(draft.clauses), keysOf(rewording.clauses)];
  const at = before.findIndex((key, index) => key !== after[index]);
  if (at >= 0) return { reason: 'values', words: before[at] ?? '' };
  if (before.length !== after.length) return { reason: 'values', words: after[before.length] ?? '' };
  const ways = directionsIn(draft.clauses, words);
  const turned = [...directionsIn(rewording.clauses, words)].find(
    ([key, way]) => ways.has(key) && ways.get(key) !== way,
  );
  return turned ? { reason: 'values', words: turned[0] } : null;
}

/** Of each value behind a word for where from or where to, which it is. */
function directionsIn(clauses: readonly Clause[], { from, to }: Vocabulary): Map<string, 'from' | 'to'> {
  const ways = new Map<string, 'from' | 'to'>();
  for (const clause of clauses)
    for (const [at, { kind, meanings }] of clause.entries()) {
      if (kind !== 'value') continue;
      const before = clause
        .slice(0, at)
        .findLast(token => token.words.trim() !== '' && token.meanings.length > 0);
      if (before && from.has(before.words)) ways.set(meanings[0] ?? '', 'from');
      else if (before && to.has(before.words)) ways.set(meanings[0] ?? '', 'to');
    }
  return ways;
}
