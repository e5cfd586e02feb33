import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Token } from './token.ts';
import type { Veto } from './veto.ts';

const counts = ({ kind, meanings }: Token): boolean =>
  kind === 'value' || kind === 'plain' || (kind === 'force' && (meanings[0] ?? '').startsWith('loaded-'));

/**
 * What one clause of the rewording takes from several clauses keeps their order, unless it holds all of them: so nothing
 * said of one is said of another. Values of one clause keep their order too.
 */
export function checkOrder({ draft, rewording }: Comparison): Veto | null {
  for (const clause of rewording.clauses) {
    const said = clause.filter(counts);
    const holds = (at: number): boolean =>
      (draft.clauses[at] ?? []).filter(counts).every(token => said.some(one => meansTheSame(one, token)));
    let latest = 0;
    for (const token of said) {
      const places = placesOf(token, draft.clauses);
      if (places.length === 0) continue;
      const place = places.find(at => at >= latest) ?? places.find(at => holds(at) && holds(latest));
      if (place === undefined) return { reason: 'order', words: token.words };
      latest = Math.max(latest, place);
    }
  }
  return inOrder(draft.clauses, rewording.clauses);
}

const placesOf = (token: Token, clauses: readonly Clause[]): number[] =>
  clauses.flatMap((clause, at) => (clause.some(one => counts(one) && meansTheSame(one, token)) ? [at] : []));

/** The values of each clause of the draft come in their order, wherever they come. */
function inOrder(draft: readonly Clause[], rewording: readonly Clause[]): Veto | null {
  const after = rewording.flat().filter(({ kind }) => kind === 'value');
  for (const clause of draft) {
    let from = 0;
    for (const value of clause.filter(({ kind }) => kind === 'value')) {
      const at = after.findIndex((one, index) => index >= from && one.meanings[0] === value.meanings[0]);
      if (at < 0) return { reason: 'order', words: value.words };
      from = at + 1;
    }
  }
  return null;
}
