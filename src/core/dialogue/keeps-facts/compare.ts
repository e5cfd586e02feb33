import type { Clause, Side, Token } from './token.ts';

/** A draft and its rewording, read. */
export interface Comparison {
  draft: Side;
  rewording: Side;
}

/** Whether two tokens may stand for one another. */
export const meansTheSame = (one: Token, other: Token): boolean =>
  one.words === other.words || one.meanings.some(meaning => other.meanings.includes(meaning));

export const tokensOf = (clauses: readonly Clause[]): Token[] => clauses.flat();
