import { Concepts } from '../faq/concepts.ts';
import { type FaqIndex, indexFaq } from '../faq/faq-index.ts';
import { facetsIn } from '../nlu/facets.ts';
import { LANGUAGES } from '../knowledge/localized.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type Understanding, understand } from '../nlu/understanding.ts';

/** The knowledge, prepared once for taking turns. */
export interface Mind {
  knowledge: Knowledge;
  understanding: Understanding;
  faq: FaqIndex;
  /** The numbers of all hotlines. */
  hotlines: readonly string[];
}

export function prepareMind(knowledge: Knowledge): Mind {
  const understanding = understand(knowledge);
  const concepts = new Concepts(LANGUAGES.map(language => knowledge.lexicon[language]));
  const faq = indexFaq(knowledge.faq, concepts, text => facetsIn(text, understanding));
  const hotlines = [...knowledge.authorities.values()].flatMap(({ phone }) => phone ?? []);
  return { knowledge, understanding, faq, hotlines };
}
