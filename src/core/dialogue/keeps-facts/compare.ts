import type { Clause, Token } from './token.ts';

/** A draft and its rewording, read. */
export interface Comparison {
  draft: { text: string; clauses: readonly Clause[] };
  rewording: { text: string; clauses: readonly Clause[] };
}

/** Whether two tokens may stand for one another. */
export const meansTheSame = (one: Token, other: Token): boolean =>
  one.words === other.words || one.meanings.some(meaning => other.meanings.includes(meaning));

export const tokensOf = (clauses: readonly Clause[]): Token[] => clauses.flat();
