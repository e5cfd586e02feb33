import { type DeskFact, inFactOrder } from './facts.ts';

/**
 * Facts of one day without those that no figure depends on: of what a talk was asked only the last question is where
 * somebody can have left, and of what mediators said only the first word after a request and the last one count. The
 * first of a day stays too, for it ends the silence in which a talk may have ended.
 */
export function compactFacts(unordered: readonly DeskFact[]): DeskFact[] {
  const facts = unordered.toSorted(inFactOrder);
  const firsts = new Map<string, DeskFact>();
  const lasts = new Map<string, DeskFact>();
  for (const fact of facts) {
    const key = `${fact.talk} ${fact.kind}`;
    if (!firsts.has(key)) firsts.set(key, fact);
    lasts.set(key, fact);
  }
  /** Talks in which a mediator has spoken and was not asked for anew. */
  const answered = new Set<string>();
  return facts.filter(fact => {
    const key = `${fact.talk} ${fact.kind}`;
    const isLast = lasts.get(key) === fact;
    if (fact.kind === 'asked') return isLast || firsts.get(key) === fact;
    if (fact.kind === 'waiting') answered.delete(fact.talk);
    if (fact.kind !== 'said') return true;
    const isFirst = !answered.has(fact.talk);
    answered.add(fact.talk);
    return isFirst || isLast;
  });
}
