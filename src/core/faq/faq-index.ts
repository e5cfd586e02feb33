import type { FaqEntry } from '../knowledge/faq.ts';
import { LANGUAGES } from '../knowledge/localized.ts';
import { normalize } from '../language/normalize.ts';

/** All wordings of all answers, ready to be compared with a question. */
export interface FaqIndex {
  entries: Map<string, FaqEntry>;
  /** Every wording: the answer it belongs to, and the piece that says most about it. */
  questions: { faq: string; key: string }[];
  /** Term → the wordings that have it, by place in `questions`, with its weight there. */
  postings: Map<string, { question: number; weight: number }[]>;
  /** Term → inverse document frequency over answers. */
  rarity: Map<string, number>;
}

/**
 * The pieces by which questions are compared: single Chinese characters and pairs of neighbours, Latin words, numbers.
 * Marks and spaces count for nothing.
 */
export function termsOf(text: string): string[] {
  const terms: string[] = [];
  for (const [chunk] of normalize(text).matchAll(/[a-z]+|\d+|[\p{Script=Han}]+/gu)) {
    if (/^[a-z\d]/.test(chunk)) {
      terms.push(chunk);
      continue;
    }
    for (let at = 0; at < chunk.length; at++) {
      terms.push(chunk.charAt(at));
      if (at + 1 < chunk.length) terms.push(chunk.slice(at, at + 2));
    }
  }
  return terms;
}

export function indexFaq(entries: Map<string, FaqEntry>): FaqIndex {
  const answersWith = new Map<string, Set<string>>();
  const wordings: { faq: string; terms: string[] }[] = [];
  for (const entry of entries.values()) {
    for (const question of LANGUAGES.flatMap(language => entry.questions[language])) {
      const terms = termsOf(question);
      wordings.push({ faq: entry.id, terms });
      for (const term of terms) {
        const answers = answersWith.get(term) ?? new Set();
        answersWith.set(term, answers.add(entry.id));
      }
    }
  }
  const rarity = new Map<string, number>();
  for (const [term, answers] of answersWith) rarity.set(term, Math.log(1 + entries.size / answers.size));
  const postings: FaqIndex['postings'] = new Map();
  for (const [question, { terms }] of wordings.entries()) {
    for (const [term, weight] of weigh(terms, rarity, 0)) {
      const posting = postings.get(term);
      if (posting) posting.push({ question, weight });
      else postings.set(term, [{ question, weight }]);
    }
  }
  const questions = wordings.map(({ faq, terms }) => ({ faq, key: heaviest(weigh(terms, rarity, 0)) }));
  return { entries, questions, postings, rarity };
}

const heaviest = (weights: Map<string, number>): string => {
  let key = '';
  for (const [term, weight] of weights) if (weight > (weights.get(key) ?? 0)) key = term;
  return key;
};

/** Term weights of a text, scaled to length 1. Terms no answer has weigh `unknown` each: they speak against every answer. */
export function weigh(terms: string[], rarity: Map<string, number>, unknown: number): Map<string, number> {
  const weights = new Map<string, number>();
  for (const term of terms) {
    const weight = (rarity.get(term) ?? unknown) * (term.length > 1 ? 1.5 : 1);
    weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  }
  const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
  if (length > 0) for (const [term, weight] of weights) weights.set(term, weight / length);
  return weights;
}
