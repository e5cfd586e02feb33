import type { Facets } from '../nlu/facets.ts';
import { normalize } from '../language/normalize.ts';

/** Words of a sentence's frame: they say little about what is asked. */
const FRAME = new Set(
  'a an the is are am do does did to of for on in at it its i me my you your we us they them he she and or with be been was were will would have has had that this if so there not no'.split(
    ' ',
  ),
);

/** How much a piece counts before its rarity: a character of a word less than the pair it stands in, a named thing most. */
const WEIGHT = { character: 0.7, pair: 1.2, word: 1.3, frame: 0.3, thing: 2.1, manner: 1.2 };

/**
 * The pieces by which questions are compared, with their weight: Chinese characters and pairs of neighbours, Latin words
 * without their endings, numbers, and what the lexicon finds named, so that 周末 and 星期天 meet in the same piece. Marks
 * and spaces count for nothing.
 */
export function termsOf(text: string, facets: Facets): Map<string, number> {
  const terms = new Map<string, number>();
  for (const [chunk] of normalize(text).matchAll(/[a-z']+|\d+|\p{Script=Han}+/gu)) {
    if (/^[a-z\d']/.test(chunk)) {
      if (FRAME.has(chunk)) terms.set(chunk, WEIGHT.frame);
      else terms.set(withoutEnding(chunk), WEIGHT.word);
      continue;
    }
    for (let at = 0; at < chunk.length; at++) {
      terms.set(chunk.charAt(at), WEIGHT.character);
      if (at + 1 < chunk.length) terms.set(chunk.slice(at, at + 2), WEIGHT.pair);
    }
  }
  for (const [facet, ids] of Object.entries(facets))
    for (const id of ids) terms.set(`${facet}:${id}`, facet === 'ask' ? WEIGHT.manner : WEIGHT.thing);
  return terms;
}

const withoutEnding = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, '') : word.replace(/'s$/, '');
