import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/localized.ts';
import type { PhraseKey } from '../knowledge/phrases.ts';

export type Parameters = Record<string, string | number>;

/** The bot's sentence for a phrase key, with its parameters filled and its facts cited. */
export function phrase(
  knowledge: Knowledge,
  language: Language,
  key: PhraseKey,
  parameters: Parameters = {},
): string {
  return fill(cite(knowledge.phrases[language].bot[key], knowledge, language), parameters);
}

/** Puts parameters into `{name}`. Done after citing, so that a person's own words can never cite. */
function fill(template: string, parameters: Parameters): string {
  return template.replace(/\{([a-zA-Z]+)\}/g, (whole, name: string) => {
    const value = parameters[name];
    return value === undefined ? whole : String(value);
  });
}

const CITATION = /\{\{(authority|rule)\.([a-z0-9-]+)\.([a-z0-9-]+)\}\}/g;

/** The facts a text cites, as `authority.<id>` and `rule.<id>`. */
export const citedIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(CITATION), ([, kind, id]) => `${kind}.${id}`)),
];

/** Replaces each `{{authority.<id>.<field>}}` and `{{rule.<id>.<value>}}` by the fact. Throws where there is none. */
export function cite(text: string, knowledge: Knowledge, language: Language): string {
  if (!text.includes('{{')) return text;
  return text.replace(CITATION, (whole, kind: string, id: string, field: string) => {
    const fact =
      kind === 'authority'
        ? authorityField(knowledge, language, id, field)
        : ruleValue(knowledge, language, id, field);
    if (fact === undefined) throw new Error(`nothing is known that ${whole} could cite`);
    return fact;
  });
}

function authorityField(
  knowledge: Knowledge,
  language: Language,
  id: string,
  field: string,
): string | undefined {
  const authority = knowledge.authorities.get(id);
  if (field === 'phone') return authority?.phone;
  if (field === 'name' || field === 'scope' || field === 'hours') return authority?.[field]?.[language];
  return undefined;
}

function ruleValue(knowledge: Knowledge, language: Language, id: string, field: string): string | undefined {
  const rule = knowledge.rules.get(id);
  if (field === 'text' || field === 'title') return rule?.[field][language];
  const value = rule?.values[field];
  if (!value) return undefined;
  if (!('unit' in value)) return value[language];
  const unit = value.count === 1 ? (`unit-${value.unit}-one` as const) : (`unit-${value.unit}` as const);
  return phrase(knowledge, language, unit, { count: value.count });
}
