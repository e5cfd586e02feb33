import type { Clause, Token } from './token.ts';

/** A word that decides what is claimed, and the word it bears on; null: none stands near. */
export interface Force {
  token: Token;
  clause: Clause;
  on: Token | null;
  /** Whether that word stands behind it. */
  isBefore: boolean;
}

export const isLoaded = ({ meanings }: Token): boolean =>
  meanings.some(meaning => meaning.startsWith('loaded-'));
export const carries = (token: Token): boolean =>
  token.kind === 'plain' || token.kind === 'value' || (token.kind === 'force' && isLoaded(token));

export function forcesOf(clauses: readonly Clause[]): Force[] {
  return clauses.flatMap(clause =>
    clause.flatMap((token, at) =>
      token.kind === 'force'
        ? [
            {
              token,
              clause,
              on: clause.slice(at + 1).find(carries) ?? clause.slice(0, at).findLast(carries) ?? null,
              isBefore: clause.slice(at + 1).some(carries),
            },
          ]
        : [],
    ),
  );
}

export const forceMeanings = ({ meanings }: Token): readonly string[] =>
  meanings.filter(meaning => !meaning.startsWith('alike-'));

export const sharesForce = (one: Token, other: Token): boolean =>
  forceMeanings(one).some(meaning => forceMeanings(other).includes(meaning));

export const means = (force: Force, meaning: string): boolean => force.token.meanings.includes(meaning);
