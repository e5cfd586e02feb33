import { termsOf } from '../faq/terms.ts';
import { facetsIn } from '../nlu/facets.ts';
import type { Mind } from './mind.ts';

/** Two questions ask the same where they share at least so much of their weight. */
const ALIKE = 0.45;

/** Puts together what asks the same; the largest group first, each in the order in which its questions came. */
export function alikeQuestions<Asked extends { question: string }>(
  all: readonly Asked[],
  { understanding, faq }: Mind,
): Asked[][] {
  const groups: { asked: Asked[]; terms: Map<number, number> }[] = [];
  for (const asked of all) {
    const terms = termsOf(asked.question, facetsIn(asked.question, understanding), faq.concepts);
    const [best] = groups
      .map(group => ({ group, shared: alike(terms, group.terms) }))
      .filter(({ shared }) => shared >= ALIKE)
      .sort((a, b) => b.shared - a.shared);
    if (best) best.group.asked.push(asked);
    else groups.push({ asked: [asked], terms });
  }
  return groups.map(group => group.asked).sort((a, b) => b.length - a.length);
}

/** The weight of the terms that two questions share, against the weight of all that either has: 0 to 1. */
function alike(a: Map<number, number>, b: Map<number, number>): number {
  let [shared, all] = [0, 0];
  for (const [term, weight] of a) {
    if (b.has(term)) shared += weight;
    all += weight;
  }
  for (const [term, weight] of b) if (!a.has(term)) all += weight;
  return all === 0 ? 0 : shared / all;
}
