import type { Knowledge } from '../../core/knowledge/knowledge.ts';
import { isStale, type Provenance } from '../../core/knowledge/provenance.ts';

export interface NamedFact {
  /** `authority.<id>` or `rule.<id>`. */
  fact: string;
  provenance: Provenance;
}

export const factsOf = ({ authorities, rules }: Knowledge): NamedFact[] => [
  ...[...authorities.values()].map(provenance => ({ fact: `authority.${provenance.id}`, provenance })),
  ...[...rules.values()].map(provenance => ({ fact: `rule.${provenance.id}`, provenance })),
];

/** Which facts are past their review day, and which are due next. */
export function reviewsOf(
  knowledge: Knowledge,
  today: string,
): { stale: NamedFact[]; next: { day: string; facts: NamedFact[] } | null } {
  const facts = factsOf(knowledge);
  const stale = facts.filter(({ provenance }) => isStale(provenance, today));
  const ahead = facts.filter(({ provenance }) => !isStale(provenance, today));
  const day = ahead.map(({ provenance }) => provenance.reviewBy).sort()[0];
  if (day === undefined) return { stale, next: null };
  return { stale, next: { day, facts: ahead.filter(({ provenance }) => provenance.reviewBy === day) } };
}
