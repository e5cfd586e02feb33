import { citedIn } from '../../core/dialogue/render.ts';
import type { Knowledge } from '../../core/knowledge/knowledge.ts';

/** Where each fact is used: the places whose text cites it, or that list it as what they stand on. */
export function usesOf({
  faq,
  routes,
  negotiations,
  phrases,
  replies,
  rules,
}: Knowledge): Map<string, string[]> {
  const uses = new Map<string, string[]>();
  const add = (place: string, facts: string[]): void => {
    for (const fact of new Set(facts)) uses.set(fact, [...(uses.get(fact) ?? []), place]);
  };
  for (const entry of faq.values()) add(`faq/${entry.id}`, entry.facts);
  for (const route of routes)
    add(`routes/${route.id}`, [
      ...route.facts,
      ...[...route.first, ...route.then].flatMap(({ authority }) =>
        authority ? [`authority.${authority}`] : [],
      ),
    ]);
  for (const negotiation of negotiations.values())
    add(`negotiations/${negotiation.id}`, [
      ...citedIn(JSON.stringify(negotiation)),
      ...negotiation.periods.map(({ within }) => within.split('.').slice(0, 2).join('.')),
    ]);
  for (const [language, spoken] of Object.entries(phrases))
    add(`phrases/${language}`, citedIn(JSON.stringify(spoken)));
  for (const reply of replies) add(`replies/${reply.id}`, citedIn(JSON.stringify(reply)));
  for (const rule of rules.values())
    add(
      `rules/${rule.id}`,
      citedIn(JSON.stringify(rule)).filter(fact => fact !== `rule.${rule.id}`),
    );
  return uses;
}
