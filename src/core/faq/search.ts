import type { FaqEntry } from '../knowledge/faq.ts';
import { type FaqIndex, type Postings, weigh } from './faq-index.ts';
import type { Facets } from '../nlu/facets.ts';
import { termsOf } from './terms.ts';

export interface FaqHit {
  entry: FaqEntry;
  /** 0 to 1; 1 is the very wording of the answer's question. */
  score: number;
}

/** How much of the question the answer's wordings know together, against how near the nearest single one is. */
const KNOWN_TOGETHER = 0.8;

/** The very wording, as good as rounding allows. */
const IDENTICAL = 0.999;

/** What is not the very wording is never as sure as what is. */
const NEARLY_SURE = 0.95;

/**
 * The answers nearest to a question, best first. Words and named things find candidates; facets rule out near misses: an
 * answer about 花呗 never answers a question about 借呗, one about 12378 none about 12315.
 */
export function searchFaq(index: FaqIndex, question: string, facets: Facets, limit = 5): FaqHit[] {
  const { weights, length, sum } = weigh(termsOf(question, facets), index.rarity);
  const nearness = new Float64Array(index.questions.length);
  const known = new Float64Array(index.entries.length);
  for (const [term, weight] of weights) {
    addUp(nearness, index.wordings.get(term), weight);
    addUp(known, index.answers.get(term), weight);
  }
  const nearest = new Float64Array(index.entries.length);
  for (let at = 0; at < nearness.length; at++) {
    const answer = index.questions[at] ?? 0;
    nearest[answer] = Math.max(nearest[answer] ?? 0, (nearness[at] ?? 0) / length);
  }
  const hits: FaqHit[] = [];
  for (const [at, entry] of index.entries.entries()) {
    const near = nearest[at] ?? 0;
    if (near === 0) continue;
    const lexical = KNOWN_TOGETHER * ((known[at] ?? 0) / sum) + (1 - KNOWN_TOGETHER) * near;
    const most = isAboutUnnamed(entry, facets) ? WITHOUT_ITS_NAME : NEARLY_SURE;
    const score = near > IDENTICAL ? 1 : Math.min(most, lexical * agreement(entry, facets));
    if (score > 0) hits.push({ entry, score });
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** 周末打得通吗 asks about some hotline, and nobody said which: an answer about one can be offered, never given. */
const WITHOUT_ITS_NAME = 0.34;

function isAboutUnnamed({ facets: { about, hotline } }: FaqEntry, named: Facets): boolean {
  return hotline.length === 1 && named.hotline.length === 0 && !agrees(about, named.about);
}

function addUp(sums: Float64Array, postings: Postings | undefined, weight: number): void {
  if (!postings) return;
  for (let place = 0; place < postings.at.length; place++) {
    const at = postings.at[place] ?? 0;
    sums[at] = (sums[at] ?? 0) + weight * (postings.weight[place] ?? 0);
  }
}

/** By how much a facet that agrees, differs, or is named on one side only changes the score. */
const FACTOR = {
  action: { agrees: 1.1, differs: 0.8 },
  ask: { agrees: 1.08, differs: 0.92 },
  /** An answer about one hotline or product fits a question that names none less well, and the reverse. */
  hotlineUnnamed: 0.85,
  hotlineUnheard: 0.75,
  productUnnamed: 0.92,
};

/** 0 where the question names another product or hotline; a little more or less than 1 as the other facets agree. */
function agreement({ facets: { about, hotline, action, ask } }: FaqEntry, named: Facets): number {
  const products = named.about.filter(isNarrow);
  const hotlines = named.hotline.filter(isNarrow);
  if (differs(about, products) || differs(hotline, hotlines)) return 0;
  let factor = 1;
  if (hotline.length > 0 && named.hotline.length === 0) factor *= FACTOR.hotlineUnnamed;
  if (hotline.length === 0 && hotlines.length > 0) factor *= FACTOR.hotlineUnheard;
  if (about.length > 0 && products.length === 0 && !about.includes('alipay')) factor *= FACTOR.productUnnamed;
  if (agrees(action, named.action)) factor *= FACTOR.action.agrees;
  else if (differs(action, named.action)) factor *= FACTOR.action.differs;
  if (agrees(ask, named.ask)) factor *= FACTOR.ask.agrees;
  else if (differs(ask, named.ask)) factor *= FACTOR.ask.differs;
  return factor;
}

/** 支付宝 is where all of it happens and rules nothing out. */
const isNarrow = (id: string): boolean => id !== 'alipay';

const agrees = (wanted: readonly string[], named: readonly string[]): boolean =>
  named.some(id => wanted.includes(id));

const differs = (wanted: readonly string[], named: readonly string[]): boolean =>
  wanted.length > 0 && named.length > 0 && !agrees(wanted, named);
