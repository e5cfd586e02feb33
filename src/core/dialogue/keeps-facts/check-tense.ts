import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Token } from './token.ts';
import type { Veto } from './veto.ts';

const PERFECT = new Set(['has', 'have', 'had', "i've", 'i have', "you've", 'you have']);
const IS_PAST = /(?:ed|en|wn|ne|ght)$/;

/** In English what is said to have happened is marked on the verb: “has cleared” is not “clears”. */
export function checkTense({ draft, rewording }: Comparison): Veto | null {
  const before = draft.clauses.flat();
  const early = perfectsIn(rewording.clauses).find(verb => {
    const same = before.filter(one => meansTheSame(one, verb));
    return same.length > 0 && !same.some(({ words }) => IS_PAST.test(words));
  });
  return early ? { reason: 'force', words: early.words } : null;
}

const perfectsIn = (clauses: readonly Clause[]): Token[] =>
  clauses.flatMap(clause =>
    clause.filter((token, at) => {
      if (token.kind !== 'plain' || !IS_PAST.test(token.words)) return false;
      return clause.slice(Math.max(0, at - 4), at).some(({ words }) => PERFECT.has(words));
    }),
  );
