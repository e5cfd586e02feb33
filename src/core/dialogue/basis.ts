import type { Basis } from '../conversation/events.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/localized.ts';
import { isStale, needsCaution, type Provenance } from '../knowledge/provenance.ts';
import { phrase } from './render.ts';

function namedBy(fact: string): { isAuthority: boolean; id: string } {
  return { isAuthority: fact.startsWith('authority.'), id: fact.slice(fact.indexOf('.') + 1) };
}

/** @param fact `authority.<id>` or `rule.<id>` */
export function provenanceOf(fact: string, knowledge: Knowledge): Provenance | null {
  const { isAuthority, id } = namedBy(fact);
  return (isAuthority ? knowledge.authorities.get(id) : knowledge.rules.get(id)) ?? null;
}

/** The facts that a text rests on and that have to be spoken with caution, as the source's day; null when none has. */
export function cautionFor(facts: readonly string[], knowledge: Knowledge, today: string): string | null {
  let oldest: string | null = null;
  for (const fact of facts) {
    const provenance = provenanceOf(fact, knowledge);
    if (provenance && needsCaution(provenance, today) && (oldest === null || provenance.asOf < oldest))
      oldest = provenance.asOf;
  }
  return oldest;
}

/** What each fact says in short. */
export function titleOf(fact: string, knowledge: Knowledge, language: Language): string {
  const { isAuthority, id } = namedBy(fact);
  if (!isAuthority) return knowledge.rules.get(id)?.title[language] ?? fact;
  const authority = knowledge.authorities.get(id);
  if (!authority) return fact;
  return authority.phone === undefined
    ? authority.name[language]
    : `${authority.name[language]} ${authority.phone}`;
}

/** The facts with their sources and how far each can be trusted, in plain words. */
export function basisOf(
  facts: readonly string[],
  knowledge: Knowledge,
  language: Language,
  today: string,
  dayInWords: (day: string) => string,
): Basis[] {
  return facts.flatMap(fact => {
    const provenance = provenanceOf(fact, knowledge);
    if (!provenance) return [];
    const trust = isStale(provenance, today) ? 'stale' : provenance.confidence;
    return [
      {
        title: titleOf(fact, knowledge, language),
        source: provenance.source,
        day: dayInWords(provenance.asOf),
        trust: phrase(knowledge, language, `trust-${trust}`),
      },
    ];
  });
}
