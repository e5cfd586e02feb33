import type { FaqEntry } from '../knowledge/faq.ts';
import type { Facets } from '../nlu/facets.ts';
import { agreement, FULL_AGREEMENT, isAboutUnnamed, namedBy, productsKey } from './agreement.ts';
import { type FaqIndex, weightOfStrange } from './faq-index.ts';
import { addUp } from './postings.ts';
import { termsOf } from './terms.ts';

export interface FaqHit {
  entry: FaqEntry;
  /** 0 to 1; 1 is the very wording of the answer's question. */
  score: number;
}

/** A wording that names other products than the question is so much less near. */
const OTHER_PRODUCTS = 0.8;

/** The very wording, as good as rounding allows. */
const IDENTICAL = 0.99999;

/** Where two products are further apart than this, so are the quotients. */
const NEARLY_AS_MUCH = 1 - 1e-9;

/** Less than this in common is nothing. */
const ROUNDING = 1e-6;

/** What is not the very wording is never as sure as what is. */
const NEARLY_SURE = 0.95;

/** An answer about a hotline that was not named can be offered, never given. */
const WITHOUT_ITS_NAME = 0.34;

/**
 * The answers nearest to a question, best first. A wording is as near as the share of both its and the question's terms
 * that they have in common; an answer as its nearest wording is and as much of the question as its wordings know
 * together. Words and named things find candidates; facets rule out near misses: an answer about 花呗
 * never answers a question about 借呗, one about 12378 none about 12315.
 */
export function searchFaq(index: FaqIndex, text: string, facets: Facets, limit = 5): FaqHit[] {
  const { entries, room } = index;
  const named = namedBy(facets);
  const question = sumUp(index, text, facets);
  const hits: FaqHit[] = [];
  let least = 0;
  for (let at = 0; at < entries.length; at++) {
    const together = index.together[at] ?? 0;
    const known = together * ((room.answers[at] ?? 0) / question.sum);
    const needed = (least / FULL_AGREEMENT - known) / (1 - together);
    const near = nearestWording(index, at, question, Math.max(0, needed * NEARLY_AS_MUCH));
    const lexical = (1 - together) * near + known;
    if (near === 0 || lexical * FULL_AGREEMENT < least) continue;
    const entry = entries[at];
    if (!entry) continue;
    const most = isAboutUnnamed(entry.facets, named) ? WITHOUT_ITS_NAME : NEARLY_SURE;
    const score = near > IDENTICAL ? 1 : Math.min(most, lexical * agreement(entry.facets, named));
    if (score > 0 && score >= least) least = enter(hits, { entry, score }, limit);
  }
  return hits;
}

interface Question {
  /** The weight of all its terms. */
  sum: number;
  /** What it has in common with every wording, beside what `room` says of each. */
  shared: number;
  /** The number of the products it names together. */
  products: number;
}

/** Leaves in `room` what each wording and each answer has in common with the question. */
function sumUp(index: FaqIndex, text: string, facets: Facets): Question {
  const { room, terms, rarity, wordings, answers } = index;
  room.wordings.fill(0);
  room.answers.fill(0);
  let [sum, shared] = [0, 0];
  for (const [term, own] of termsOf(text, facets, index.concepts)) {
    const number = terms.get(term);
    if (number === undefined) {
      sum += weightOfStrange(term, own, index);
      continue;
    }
    const weight = own * (rarity[number] ?? 0);
    sum += weight;
    shared += addUp(room.wordings, wordings, number, weight, 1);
    addUp(room.answers, answers, number, 0, weight);
  }
  return { sum: sum || 1, shared, products: index.productSets.get(productsKey(facets)) ?? -1 };
}

/** How near the nearest wording of an answer is, 0 to 1; 0 also where none is nearer than `needed`. */
function nearestWording(index: FaqIndex, answer: number, question: Question, needed: number): number {
  const { room, from, sums, products } = index;
  const common = room.wordings;
  const end = from[answer + 1] ?? 0;
  let nearest = 0;
  let least = needed;
  for (let at = from[answer] ?? 0; at < end; at++) {
    const own = (common[at] ?? 0) + question.shared;
    const both = question.sum + (sums[at] ?? 0);
    const factor = products[at] === question.products ? 1 : OTHER_PRODUCTS;
    // Most are further off than one before, and to see that takes no division.
    if (own * factor < least * both || own < ROUNDING) continue;
    const near = (own / both) * factor;
    if (near <= nearest) continue;
    nearest = near;
    least = near * NEARLY_AS_MUCH;
  }
  return nearest;
}

/**
 * Puts a hit in its place among the best; equals stand in the order of their ids, whatever order they came in.
 * @returns the score that the next one needs
 */
function enter(hits: FaqHit[], hit: FaqHit, limit: number): number {
  const place = hits.findIndex(
    one => one.score < hit.score || (one.score === hit.score && one.entry.id > hit.entry.id),
  );
  hits.splice(place < 0 ? hits.length : place, 0, hit);
  if (hits.length > limit) hits.pop();
  return hits.length < limit ? 0 : (hits.at(-1)?.score ?? 0);
}
