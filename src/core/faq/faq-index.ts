import type { FaqEntry } from '../knowledge/faq.ts';
import { LANGUAGES } from '../knowledge/localized.ts';
import type { Facets } from '../nlu/facets.ts';
import { productsKey } from './agreement.ts';
import type { Concepts } from './concepts.ts';
import { type Place, type Postings, postingsOf } from './postings.ts';
import { strangeness, termsOf } from './terms.ts';

/** All wordings of all answers, ready to be compared with a question. */
export interface FaqIndex {
  concepts: Concepts;
  entries: FaqEntry[];
  /** Term → its number. */
  terms: Map<number, number>;
  /** For each term's number how rare it is among the answers. */
  rarity: Float64Array;
  /** Terms in wordings, with their weight there. */
  wordings: Postings;
  /** The wordings of the answer at a place in `entries` are those from `from` there to `from` at the next. */
  from: Uint32Array;
  /** For each wording the sum of its weights and the products it names. */
  sums: Float64Array;
  products: Uint32Array;
  /** The products named together → their number in `products`. */
  productSets: Map<string, number>;
  /** Terms in answers with several wordings, with how usual each is among them: 0 to 1. */
  answers: Postings;
  /** For each answer how much what its wordings know together counts beside the nearest one: 0 where it has only one. */
  together: Float64Array;
  /** Room for the sums of one search, used again by the next. */
  room: { wordings: Float64Array; answers: Float64Array };
}

interface Wording {
  answer: number;
  products: number;
  terms: Map<number, number>;
}

/** @param facetsOf what the lexicon finds named in a text */
export function indexFaq(
  faq: ReadonlyMap<string, FaqEntry>,
  concepts: Concepts,
  facetsOf: (text: string) => Facets,
): FaqIndex {
  const entries = [...faq.values()];
  const productSets = new Map<string, number>();
  const wordings = entries.flatMap(({ questions }, answer) =>
    LANGUAGES.flatMap(language => questions[language]).map((text): Wording => {
      const facets = facetsOf(text);
      const key = productsKey(facets);
      const products = productSets.get(key) ?? productSets.size;
      productSets.set(key, products);
      return { answer, products, terms: termsOf(text, facets, concepts) };
    }),
  );
  const counts = countByAnswer(wordings, entries.length);
  const { terms, answersWith } = numbered(counts);
  const rarity = Float64Array.from(answersWith, answers => rarityOf(answers, entries.length));
  const weighed = wordings.map(({ terms: own }) =>
    placeOf(own, terms, (number, weight) => weight * (rarity[number] ?? 0)),
  );
  const sizes = entries.map(({ questions }) =>
    LANGUAGES.reduce((size, language) => size + questions[language].length, 0),
  );
  const from = new Uint32Array(entries.length + 1);
  for (const [answer, size] of sizes.entries()) from[answer + 1] = (from[answer] ?? 0) + size;
  return {
    concepts,
    entries,
    terms,
    rarity,
    wordings: postingsOf(terms.size, weighed),
    from,
    sums: Float64Array.from(weighed, ({ weights }) => weights.reduce((sum, weight) => sum + weight, 0)),
    products: Uint32Array.from(wordings, ({ products }) => products),
    productSets,
    answers: postingsOf(
      terms.size,
      counts.map((own, answer) => usualTerms(own, terms, sizes[answer] ?? 0)),
    ),
    together: Float64Array.from(sizes, size => TOGETHER * (1 - 1 / Math.max(1, size))),
    room: {
      wordings: new Float64Array(wordings.length),
      answers: new Float64Array(entries.length),
    },
  };
}

/** For each answer term → how many of its wordings have it. */
function countByAnswer(wordings: Wording[], answers: number): Map<number, number>[] {
  const counts = Array.from({ length: answers }, () => new Map<number, number>());
  for (const { answer, terms } of wordings) {
    const own = counts[answer];
    for (const term of terms.keys()) own?.set(term, (own.get(term) ?? 0) + 1);
  }
  return counts;
}

/** Gives each term a number, and says for each number how many answers have it. */
function numbered(counts: Map<number, number>[]): { terms: Map<number, number>; answersWith: number[] } {
  const terms = new Map<number, number>();
  const answersWith: number[] = [];
  for (const own of counts)
    for (const term of own.keys()) {
      const number = terms.get(term) ?? terms.size;
      terms.set(term, number);
      answersWith[number] = (answersWith[number] ?? 0) + 1;
    }
  return { terms, answersWith };
}

/** Terms as numbers, with the weight that each has by its number and what goes with it in `own`. */
function placeOf(
  own: ReadonlyMap<number, number>,
  terms: ReadonlyMap<number, number>,
  weightOf: (number: number, value: number) => number,
): Place {
  const place: Place = { terms: new Uint32Array(own.size), weights: new Float64Array(own.size) };
  let at = 0;
  for (const [term, value] of own) {
    const number = terms.get(term) ?? 0;
    place.terms[at] = number;
    place.weights[at] = weightOf(number, value);
    at++;
  }
  return place;
}

/** A term in one wording of an answer may be an accident, one in several is the answer's own. */
const SATURATION = 1;

/** What many wordings know together counts for so much, the nearest one for the rest. */
const TOGETHER = 0.65;

/** An answer's terms with the share they have in it; an answer of one wording has nothing beside that wording. */
const usualTerms = (own: Map<number, number>, terms: ReadonlyMap<number, number>, size: number): Place =>
  placeOf(size > 1 ? own : new Map(), terms, (_, count) => count / (count + SATURATION));

/** How much a term tells the answers apart that stands in so many of them. */
const rarityOf = (answers: number, all: number): number => Math.log(1 + all / (answers + 0.7)) ** 0.8;

/** The weight of a term that no answer has: it speaks against every one of them. */
export const weightOfStrange = (term: number, own: number, { entries }: FaqIndex): number =>
  own * strangeness(term) * rarityOf(0, entries.length);

/** How many of the answers have a term, 0 for none to 1 for a third of them and more: on the scale of its rarity. */
export function commonnessOf({ terms, rarity, entries }: FaqIndex, term: number): number {
  const number = terms.get(term);
  if (number === undefined) return 0;
  return Math.min(1, 2 * (1 - (rarity[number] ?? 0) / rarityOf(0, entries.length)));
}
