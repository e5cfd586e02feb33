import type { Lexicon } from '../knowledge/lexicon.ts';
import { normalize } from '../language/normalize.ts';
import { SayingIndex } from './saying-index.ts';

/** A saying as somebody writes it, and the longer words in which that would be right and mean something else. */
export interface Spelling {
  words: string;
  not: string[];
}

/** Writes sayings as people misspell them: 花呗逾期 is 花贝逾期 and 花呗预期 as well. */
export class Misspellings {
  readonly #words = new SayingIndex<{ wrong: string[]; not: string[] }>();

  constructor(lexicons: Lexicon[]) {
    for (const { misspellings } of lexicons)
      for (const [right, { as, not }] of Object.entries(misspellings))
        this.#words.add(normalize(right), {
          wrong: as.map(word => normalize(word)),
          not: not.map(word => normalize(word)),
        });
  }

  /** The saying itself, then with one word in it misspelt. @param saying normalised */
  of(saying: string): Spelling[] {
    const misspelt = this.#words.find(saying).flatMap(({ start, end, tag: { wrong, not } }) =>
      wrong.map(word => ({
        words: saying.slice(0, start) + word + saying.slice(end),
        not: not.filter(longer => longer.includes(word)),
      })),
    );
    return [{ words: saying, not: [] }, ...misspelt];
  }
}
