import { type DeskFact, inFactOrder } from './facts.ts';

/**
 * Facts of one day without those that no figure depends on: of what a talk was asked only the last question is where
 * somebody can have left, and of what mediators said only the first word after a request and the last one count.
 */
export function compactFacts(unordered: readonly DeskFact[]): DeskFact[] {
  const facts = unordered.toSorted(inFactOrder);
  const lasts = new Map<string, DeskFact>();
  for (const fact of facts) lasts.set(`${fact.talk} ${fact.kind}`, fact);
  /** Talks in which a mediator has spoken and was not asked for anew. */
  const answered = new Set<string>();
  return facts.filter(fact => {
    const isLast = lasts.get(`${fact.talk} ${fact.kind}`) === fact;
    if (fact.kind === 'asked') return isLast;
    if (fact.kind === 'waiting') answered.delete(fact.talk);
    if (fact.kind !== 'said') return true;
    const isFirst = !answered.has(fact.talk);
    answered.add(fact.talk);
    return isFirst || isLast;
  });
}
