import type { Lexicon } from '../knowledge/lexicon.ts';
import { normalize } from '../language/normalize.ts';

/** A saying as somebody writes it, and the longer words in which that would be right and mean something else. */
export interface Spelling {
  words: string;
  not: string[];
}

/** Writes sayings as people misspell them: 花呗逾期 is 花贝逾期 and 花呗预期 as well. */
export class Misspellings {
  readonly #words: { right: string; wrong: string[]; not: string[] }[];

  constructor(lexicons: Lexicon[]) {
    this.#words = lexicons.flatMap(({ misspellings }) =>
      Object.entries(misspellings).map(([right, { as, not }]) => ({
        right: normalize(right),
        wrong: as.map(word => normalize(word)),
        not: not.map(word => normalize(word)),
      })),
    );
  }

  /** The saying itself, then with one word in it misspelt. @param saying normalised */
  of(saying: string): Spelling[] {
    const misspelt = this.#words
      .filter(({ right }) => saying.includes(right))
      .flatMap(({ right, wrong, not }) =>
        wrong.map(word => ({
          words: saying.replace(right, word),
          not: not.filter(longer => longer.includes(word)),
        })),
      );
    return [{ words: saying, not: [] }, ...misspelt];
  }
}
