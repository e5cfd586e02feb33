import type { Facets } from '../nlu/facets.ts';
import { type ConceptKind, type Concepts, type ConceptSpan, readable } from './concepts.ts';

/** How much a term counts before its rarity. */
const WEIGHT = {
  character: 0.9,
  pair: 0.8,
  word: 1.3,
  concept: { names: 1.8, matters: 1.8, denials: 2.5, manners: 0.6, asides: 0.7, foreign: 0 } satisfies Record<
    ConceptKind,
    number
  >,
  /** Two concepts of one question, in any order: 自动还款 and 关闭, whether it says 怎么关自动还款 or 自动还款怎么关. */
  together: 0.8,
  /** Products are concepts as well; what they rule out is for the search to say. */
  facet: { hotline: 3, action: 1.4, ask: 0.3 },
  /** Pieces of words that say little count so much less. */
  frame: 0.5,
};

/** A term is a number, so that none has to be cut out of a text: its sort, then the units it is made of. */
const SORT = { pair: 2 ** 32, word: 2 ** 33, concept: 2 ** 34, together: 2 ** 35 };
const MOST_CONCEPTS = 2 ** 16;
/** Concepts are put together in twos from so many at most: a long text must not have more of them than it has units. */
const MOST_TOGETHER = 12;

/** How much of its weight a term has that no answer knows. Pairs and concepts come together anew all the time. */
export function strangeness(term: number): number {
  if (term >= SORT.concept) return 0.6;
  return term >= SORT.pair && term < SORT.word ? 0.3 : 1;
}

/**
 * The terms by which questions are compared, with their weights: Chinese characters and pairs of neighbours, Latin words
 * without their endings, longer numbers, concepts alone and in twos, and what the lexicon finds named. Marks, blanks and
 * short numbers count for nothing. Linear in the text.
 */
export function termsOf(text: string, facets: Facets, concepts: Concepts): Map<number, number> {
  const terms = new Map<number, number>();
  const words = readable(text);
  const spans = concepts.read(words);
  addUnits(terms, words, spans);
  addConcepts(terms, spans);
  for (const facet of ['hotline', 'action', 'ask'] as const)
    for (const id of facets[facet]) terms.set(facetTerm(facet, id), WEIGHT.facet[facet]);
  return terms;
}

function addUnits(terms: Map<number, number>, text: string, spans: readonly ConceptSpan[]): void {
  let span = 0;
  let [before, beforeCounts] = [0, 0];
  for (let at = 0; at < text.length; at++) {
    while ((spans[span]?.end ?? Infinity) <= at) span++;
    const here = spans[span];
    const counts = here && here.start <= at && here.concepts.length === 0 ? WEIGHT.frame : 1;
    const unit = text.charCodeAt(at);
    if (isHan(unit)) {
      put(terms, unit, WEIGHT.character * counts);
      if (before > 0) put(terms, pairTerm(before, unit), (WEIGHT.pair * (counts + beforeCounts)) / 2);
      [before, beforeCounts] = [unit, counts];
      continue;
    }
    before = 0;
    const end = wordEnd(text, at);
    if (end === at) continue;
    put(terms, wordTerm(text.slice(at, end)), WEIGHT.word * counts);
    at = end - 1;
  }
}

function addConcepts(terms: Map<number, number>, spans: readonly ConceptSpan[]): void {
  const together: number[] = [];
  for (const { concepts } of spans)
    for (const { number, kind } of concepts) {
      put(terms, conceptTerm(number), WEIGHT.concept[kind]);
      if (
        kind !== 'asides' &&
        kind !== 'foreign' &&
        together.length < MOST_TOGETHER &&
        !together.includes(number)
      )
        together.push(number);
    }
  for (const one of together)
    for (const other of together)
      if (one < other) terms.set(SORT.together + one * MOST_CONCEPTS + other, WEIGHT.together);
}

function put(terms: Map<number, number>, term: number, weight: number): void {
  if (weight > (terms.get(term) ?? 0)) terms.set(term, weight);
}

export const isHan = (unit: number): boolean =>
  (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf);

const isLetter = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;
const isInWord = (unit: number): boolean => isLetter(unit) || unit === APOSTROPHE;
const APOSTROPHE = 0x27;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Where the Latin word or the number that begins at `at` ends; `at` itself where none does. */
export function wordEnd(text: string, at: number): number {
  const first = text.charCodeAt(at);
  const isOfSort = isLetter(first) ? isInWord : isDigit(first) ? isDigit : undefined;
  let end = at;
  if (isOfSort) while (end < text.length && isOfSort(text.charCodeAt(end))) end++;
  return end;
}

/** The term of two Chinese characters side by side. */
export const pairTerm = (before: number, unit: number): number => SORT.pair + before * 2 ** 16 + unit;

/** The term of a Latin word or a number. */
export const wordTerm = (word: string): number => SORT.word + hashOf(withoutEnding(word));

/** The term of what the lexicon finds named. */
export const facetTerm = (facet: keyof Facets, id: string): number => SORT.word + hashOf(`${facet}:${id}`);

export const conceptTerm = (number: number): number => SORT.concept + number;

const withoutEnding = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ing|ed|es|s)?'*$/, '') : word.replace(/'s?$/, '');

/** 32 bits of a word (FNV-1a). */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
