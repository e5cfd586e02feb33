import type { FaqEntry } from '../knowledge/faq.ts';
import { type FaqIndex, termsOf, weigh } from './faq-index.ts';

/** What a question names, as ids of the lexicon. */
export interface Facets {
  about: string[];
  hotline: string[];
  action: string[];
  ask: string[];
}

export interface FaqHit {
  entry: FaqEntry;
  /** 0 to 1; 1 is the very wording of the answer's question. */
  score: number;
}

/** A term no answer knows weighs as much as a rather rare known one. */
const UNKNOWN_TERM = 2;

/** A wording whose most telling piece is missing (被骗 in 被骗了怎么退款) is likely another matter. */
const WITHOUT_KEY = 0.85;

/**
 * The answers nearest to a question, best first. Words find candidates; facets rule out near misses: an answer about
 * 花呗 never answers a question about 借呗, one about 12378 none about 12315.
 */
export function searchFaq(index: FaqIndex, question: string, facets: Facets, limit = 5): FaqHit[] {
  const terms = weigh(termsOf(question), index.rarity, UNKNOWN_TERM);
  const scores = new Float64Array(index.questions.length);
  for (const [term, weight] of terms) {
    for (const posting of index.postings.get(term) ?? []) {
      scores[posting.question] = (scores[posting.question] ?? 0) + weight * posting.weight;
    }
  }
  const best = new Map<string, number>();
  for (const [at, { faq, key }] of index.questions.entries()) {
    const score = (scores[at] ?? 0) * (terms.has(key) ? 1 : WITHOUT_KEY);
    if (score > (best.get(faq) ?? 0)) best.set(faq, score);
  }
  const hits: FaqHit[] = [];
  for (const [faq, score] of best) {
    const entry = index.entries.get(faq);
    if (!entry) continue;
    const agreement = agree(entry, facets);
    if (agreement > 0) hits.push({ entry, score: Math.min(1, score * agreement + bothNamed(entry, facets)) });
  }
  return hits.sort((a, b) => b.score - a.score).slice(0, limit);
}

/** A question that names both the product and the hotline of an answer needs fewer words in common with it. */
function bothNamed({ facets: { about, hotline } }: FaqEntry, named: Facets): number {
  const specific = named.about.filter(id => id !== 'alipay');
  const product = (specific.length > 0 ? specific : named.about).some(id => about.includes(id));
  return product && named.hotline.some(id => hotline.includes(id)) ? 0.12 : 0;
}

/** 0 where the question names another product or hotline; a little more or less than 1 as the other facets agree. */
function agree(entry: FaqEntry, facets: Facets): number {
  const { about, hotline, action, ask } = entry.facets;
  const agrees = (wanted: string[], named: string[]): boolean => named.some(id => wanted.includes(id));
  const differs = (wanted: string[], named: string[]): boolean =>
    wanted.length > 0 && named.length > 0 && !agrees(wanted, named);
  // 支付宝 is where all of it happens and rules nothing out.
  const specific = (named: string[]): string[] => named.filter(id => id !== 'alipay');
  if (differs(about, specific(facets.about)) || differs(hotline, specific(facets.hotline))) return 0;
  let factor = 1;
  if (agrees(hotline, facets.hotline)) factor *= agrees(about, facets.about) ? 1.4 : 1.15;
  // An answer about one hotline fits a question that names none less well, and the reverse; so too with products.
  if (hotline.length > 0 && facets.hotline.length === 0) factor *= 0.8;
  if (hotline.length === 0 && specific(facets.hotline).length > 0) factor *= 0.75;
  if (about.length > 0 && specific(facets.about).length === 0 && !about.includes('alipay')) factor *= 0.85;
  if (action.some(id => facets.action.includes(id))) factor *= 1.1;
  else if (differs(action, facets.action)) factor *= 0.7;
  if (ask.some(id => facets.ask.includes(id))) factor *= 1.05;
  else if (differs(ask, facets.ask)) factor *= 0.9;
  return factor;
}
