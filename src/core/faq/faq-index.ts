import type { FaqEntry } from '../knowledge/faq.ts';
import { LANGUAGES } from '../knowledge/localized.ts';
import type { Facets } from '../nlu/facets.ts';
import { productsKey } from './agreement.ts';
import type { Concepts } from './concepts.ts';
import { type Postings, postingsOf } from './postings.ts';
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
  const counts = countByAnswer(wordings);
  const terms = new Map([...counts.keys()].map((term, number) => [term, number]));
  const rarity = Float64Array.from(counts.values(), ({ size }) => rarityOf(size, entries.length));
  const weighed = wordings.map(({ terms: own }) =>
    [...own].map(([term, weight]): [number, number] => {
      const number = terms.get(term) ?? 0;
      return [number, weight * (rarity[number] ?? 0)];
    }),
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
    sums: Float64Array.from(weighed, own => own.reduce((sum, [, weight]) => sum + weight, 0)),
    products: Uint32Array.from(wordings, ({ products }) => products),
    productSets,
    answers: postingsOf(terms.size, usualTerms(counts, sizes)),
    together: Float64Array.from(sizes, size => TOGETHER * (1 - 1 / Math.max(1, size))),
    room: {
      wordings: new Float64Array(wordings.length),
      answers: new Float64Array(entries.length),
    },
  };
}

/** Term → answer → how many of its wordings have it. */
function countByAnswer(wordings: Wording[]): Map<number, Map<number, number>> {
  const counts = new Map<number, Map<number, number>>();
  for (const { answer, terms } of wordings)
    for (const term of terms.keys()) {
      let byAnswer = counts.get(term);
      if (!byAnswer) counts.set(term, (byAnswer = new Map()));
      byAnswer.set(answer, (byAnswer.get(answer) ?? 0) + 1);
    }
  return counts;
}

/** A term in one wording of an answer may be an accident, one in several is the answer's own. */
const SATURATION = 1;

/** What many wordings know together counts for so much, the nearest one for the rest. */
const TOGETHER = 0.65;

/** For each answer its terms with the share they have in it; an answer of one wording has nothing beside that wording. */
function usualTerms(counts: Map<number, Map<number, number>>, sizes: number[]): [number, number][][] {
  const usual: [number, number][][] = sizes.map(() => []);
  let number = 0;
  for (const byAnswer of counts.values()) {
    for (const [answer, count] of byAnswer)
      if ((sizes[answer] ?? 0) > 1) usual[answer]?.push([number, count / (count + SATURATION)]);
    number++;
  }
  return usual;
}

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
