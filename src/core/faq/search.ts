import type { FaqEntry } from '../knowledge/faq.ts';
import type { Facets } from '../nlu/facets.ts';
import { agreement, FULL_AGREEMENT, isAboutUnnamed, productsKey } from './agreement.ts';
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
export function searchFaq(index: FaqIndex, question: string, facets: Facets, limit = 5): FaqHit[] {
  const { entries, room } = index;
  const { sum, shared } = sumUp(index, question, facets);
  const nearest = nearestWordings(index, sum, shared, facets);
  const hits: FaqHit[] = [];
  let least = 0;
  for (let at = 0; at < nearest.length; at++) {
    const near = nearest[at] ?? 0;
    const together = index.together[at] ?? 0;
    const lexical = (1 - together) * near + together * ((room.answers[at] ?? 0) / sum);
    if (near === 0 || lexical * FULL_AGREEMENT < least) continue;
    const entry = entries[at];
    if (!entry) continue;
    const most = isAboutUnnamed(entry.facets, facets) ? WITHOUT_ITS_NAME : NEARLY_SURE;
    const score = near > IDENTICAL ? 1 : Math.min(most, lexical * agreement(entry.facets, facets));
    if (score > 0 && score >= least) least = enter(hits, { entry, score }, limit);
  }
  return hits;
}

/** Leaves in `room` what each wording and each answer has in common with the question; returns the question's own weight. */
function sumUp(index: FaqIndex, question: string, facets: Facets): { sum: number; shared: number } {
  const { room, terms, rarity, wordings, answers } = index;
  room.wordings.fill(0);
  room.answers.fill(0);
  let [sum, shared] = [0, 0];
  for (const [term, own] of termsOf(question, facets, index.concepts)) {
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
  return { sum: sum || 1, shared };
}

/** For each answer how near its nearest wording is, 0 to 1. */
function nearestWordings(index: FaqIndex, sum: number, shared: number, facets: Facets): Float64Array {
  const { room, answerOf, sums, products } = index;
  const common = room.wordings;
  const nearest = room.nearest.fill(0);
  const named = index.productSets.get(productsKey(facets)) ?? -1;
  for (let at = 0; at < common.length; at++) {
    const own = (common[at] ?? 0) + shared;
    if (own < ROUNDING) continue;
    const near = (own / (sum + (sums[at] ?? 0))) * (products[at] === named ? 1 : OTHER_PRODUCTS);
    const answer = answerOf[at] ?? 0;
    if (near > (nearest[answer] ?? 0)) nearest[answer] = near;
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
