import type { FaqEntry } from '../../src/core/knowledge/faq.ts';
import type { Facets } from '../../src/core/nlu/facets.ts';

/** An answer of which nothing is known but one Chinese question and what that names. */
export function oneQuestion(id: string, question: string, named: Facets): FaqEntry {
  const { about, hotline, action, ask } = named;
  return {
    id,
    group: 'basics',
    questions: { 'zh-CN': [question], en: [] },
    facets: { about: [...about], hotline: [...hotline], action: [...action], ask: [...ask] },
    warnsOf: [],
    answer: { 'zh-CN': '', en: '' },
    facts: [],
    buttons: [],
  };
}
