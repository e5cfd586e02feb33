import type { FaqEntry } from '../knowledge/faq.ts';
import { LANGUAGES } from '../knowledge/localized.ts';
import type { Facets } from '../nlu/facets.ts';
import { termsOf } from './terms.ts';

/** Where a term stands and with what weight there; two rows, because a question looks at thousands of them. */
export interface Postings {
  /** Places in `questions` or `entries`. */
  at: Uint32Array;
  weight: Float64Array;
}

/** All wordings of all answers, ready to be compared with a question. */
export interface FaqIndex {
  entries: FaqEntry[];
  /** For each wording the place of its answer in `entries`. */
  questions: Uint32Array;
  /** Term → the wordings that have it, each wording's weights scaled to length 1. */
  wordings: Map<string, Postings>;
  /** Term → the answers that have it, with how usual it is among their wordings: 0 to 1. */
  answers: Map<string, Postings>;
  /** Term → inverse document frequency over answers. */
  rarity: Map<string, number>;
}

/** A term in one wording of an answer is no accident, one in several is the answer's own. */
const SATURATION = 1;

/** @param facetsOf what the lexicon finds named in a text */
export function indexFaq(faq: ReadonlyMap<string, FaqEntry>, facetsOf: (text: string) => Facets): FaqIndex {
  const entries = [...faq.values()];
  const wordings = entries.flatMap((entry, at) =>
    LANGUAGES.flatMap(language =>
      entry.questions[language].map(text => ({ at, terms: termsOf(text, facetsOf(text)) })),
    ),
  );
  const counts = new Map<string, Map<number, number>>();
  for (const { at, terms } of wordings)
    for (const term of terms.keys()) {
      const byAnswer = counts.get(term) ?? new Map<number, number>();
      counts.set(term, byAnswer.set(at, (byAnswer.get(at) ?? 0) + 1));
    }
  const index: FaqIndex = {
    entries,
    questions: Uint32Array.from(wordings, ({ at }) => at),
    wordings: new Map(),
    answers: new Map(),
    rarity: new Map(),
  };
  for (const [term, byAnswer] of counts) {
    index.rarity.set(term, Math.log(1 + entries.length / byAnswer.size));
    index.answers.set(term, postings([...byAnswer].map(([at, count]) => [at, count / (count + SATURATION)])));
  }
  const byTerm = new Map<string, [at: number, weight: number][]>();
  for (const [at, { terms }] of wordings.entries()) {
    const { weights, length } = weigh(terms, index.rarity);
    for (const [term, weight] of weights) {
      const places = byTerm.get(term) ?? [];
      if (places.push([at, weight / length]) === 1) byTerm.set(term, places);
    }
  }
  for (const [term, places] of byTerm) index.wordings.set(term, postings(places));
  return index;
}

const postings = (places: [at: number, weight: number][]): Postings => ({
  at: Uint32Array.from(places, ([at]) => at),
  weight: Float64Array.from(places, ([, weight]) => weight),
});

/** Terms no answer has speak against every answer: a strange word more than a pair of characters that never met before. */
const UNKNOWN = { word: 3, pair: 1 };

/** The terms' weights with their rarity, and the length and sum of them all. */
export function weigh(
  terms: Map<string, number>,
  rarity: Map<string, number>,
): { weights: Map<string, number>; length: number; sum: number } {
  const weights = new Map<string, number>();
  let [squares, sum] = [0, 0];
  for (const [term, own] of terms) {
    const weight =
      own * (rarity.get(term) ?? (/^\p{Script=Han}{2}$/u.test(term) ? UNKNOWN.pair : UNKNOWN.word));
    weights.set(term, weight);
    squares += weight * weight;
    sum += weight;
  }
  return { weights, length: Math.sqrt(squares) || 1, sum: sum || 1 };
}
