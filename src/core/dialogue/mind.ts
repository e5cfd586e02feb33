import { type FaqIndex, indexFaq } from '../faq/faq-index.ts';
import { facetsIn } from '../nlu/facets.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Understanding, understand } from '../nlu/understanding.ts';

/** The knowledge, prepared once for taking turns. */
export interface Mind {
  knowledge: Knowledge;
  understanding: Understanding;
  faq: FaqIndex;
}

export function prepareMind(knowledge: Knowledge): Mind {
  const understanding = understand(knowledge);
  const faq = indexFaq(knowledge.faq, text => facetsIn(text, understanding));
  return { knowledge, understanding, faq };
}
