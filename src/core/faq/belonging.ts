import type { Facets } from '../nlu/facets.ts';
import { readable } from './concepts.ts';
import { commonnessOf, type FaqIndex } from './faq-index.ts';
import { conceptTerm, facetTerm, isHan, pairTerm, wordEnd, wordTerm } from './terms.ts';

/** What speaks for our field; all but a name the more, the more answers have it. */
const FOR = { named: 6, action: 2, concept: 1, known: 1 };
/** What speaks against it: characters, words and pairs that no answer has, and what is never asked of us. */
const AGAINST = { character: 1, pair: 1, word: 2, foreign: 6 };
/** So much speaks against a text from which nothing can be told. */
const DOUBT = 2;

/** What was found for our field and against it. */
interface Scales {
  for: number;
  against: number;
}

/**
 * How surely a text speaks of our field, 0 to 1: what it names and the words of the field that it uses, against words
 * that no answer has and topics of others. What goes with every question speaks neither for it nor against it. Linear.
 */
export function belonging(index: FaqIndex, text: string, { about, hotline, action }: Facets): number {
  const words = readable(text);
  const scales: Scales = { for: FOR.named * (about.length + hotline.length), against: DOUBT };
  for (const id of action) scales.for += FOR.action * commonnessOf(index, facetTerm('action', id));
  let read = 0;
  for (const { start, end, concepts } of index.concepts.read(words)) {
    weighStretch(index, words.slice(read, start), scales);
    for (const { kind, number } of concepts)
      if (kind === 'names') scales.for += FOR.concept;
      else if (kind === 'matters') scales.for += FOR.concept * commonnessOf(index, conceptTerm(number));
      else if (kind === 'foreign') scales.against += AGAINST.foreign;
    read = end;
  }
  weighStretch(index, words.slice(read), scales);
  return scales.for / (scales.for + scales.against);
}

/** Weighs what stands between the concepts. */
function weighStretch(index: FaqIndex, stretch: string, scales: Scales): void {
  const weigh = (term: number, strange: number): void => {
    if (index.terms.has(term)) scales.for += FOR.known * commonnessOf(index, term);
    else scales.against += strange;
  };
  for (let at = 0; at < stretch.length; at++) {
    const unit = stretch.charCodeAt(at);
    const end = wordEnd(stretch, at);
    if (isHan(unit)) {
      const next = stretch.charCodeAt(at + 1);
      if (!index.terms.has(unit)) scales.against += AGAINST.character;
      if (isHan(next)) weigh(pairTerm(unit, next), AGAINST.pair);
      else if (!isHan(stretch.charCodeAt(at - 1)))
        scales.against += AGAINST.character * (1 - commonnessOf(index, unit));
    } else if (end > at) {
      weigh(wordTerm(stretch.slice(at, end)), AGAINST.word);
      at = end - 1;
    }
  }
}
