import type { Library } from '../../console/library.ts';
import type { Mind } from '../../core/dialogue/mind.ts';
import { cite } from '../../core/dialogue/render.ts';
import { searchFaq } from '../../core/faq/search.ts';
import { facetsIn } from '../../core/nlu/facets.ts';

/** The knowledge, as those who work on conversations look things up in it. */
export const library = ({ knowledge, understanding, faq }: Mind): Library => ({
  negotiations: language =>
    [...knowledge.negotiations.values()].map(({ id, label }) => ({ id, label: label[language] })),
  questions: language => {
    const slots = [...knowledge.negotiations.values()].flatMap(one => one.slots);
    const labels = new Map(slots.map(({ id, label }) => [id, label[language]]));
    return [...labels].map(([id, label]) => ({ id, label }));
  },
  answers: (question, language, limit) =>
    searchFaq(faq, question, facetsIn(question, understanding), limit).map(({ entry }) => ({
      id: entry.id,
      title: entry.questions[language][0] ?? entry.id,
      text: cite(entry.answer[language], knowledge, language),
    })),
});
