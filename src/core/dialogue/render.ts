import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/localized.ts';
import type { PhraseKey } from '../knowledge/phrases.ts';

export type Parameters = Record<string, string | number>;

/** A text of the knowledge, ready to be said. */
interface Ready {
  /** The text with its facts in place. */
  text: string;
  /** The same, parted at its parameters: words, name, words, name … words. */
  parts: readonly string[];
  /** The facts it cites, as `authority.<id>` and `rule.<id>`. */
  facts: readonly string[];
}

/** Each text is made ready when it is first said; there are as many as the knowledge has. */
const said = new WeakMap<Knowledge, Record<Language, Map<string, Ready>>>();

/** @param text one that stands in the knowledge. Throws where it cites what is not known. */
function ready(text: string, knowledge: Knowledge, language: Language): Ready {
  let texts = said.get(knowledge);
  if (!texts) said.set(knowledge, (texts = { 'zh-CN': new Map(), en: new Map() }));
  let found = texts[language].get(text);
  if (!found) {
    const cited = withFacts(text, knowledge, language);
    found = { text: cited, parts: cited.split(PARAMETER), facts: citedIn(text) };
    texts[language].set(text, found);
  }
  return found;
}

/** The bot's sentence for a phrase key, with its parameters filled and its facts cited. */
export function phrase(
  knowledge: Knowledge,
  language: Language,
  key: PhraseKey,
  parameters: Parameters = {},
): string {
  return fill(ready(knowledge.phrases[language].bot[key], knowledge, language), parameters);
}

const PARAMETER = /\{([a-zA-Z]+)\}/;

/**
 * The same sentence in parts: words, a parameter's value, words, value … words. What stands in the knowledge has its
 * facts cited already.
 */
export function phraseParts(
  knowledge: Knowledge,
  language: Language,
  key: PhraseKey,
  parameters: Parameters = {},
): string[] {
  const { parts } = ready(knowledge.phrases[language].bot[key], knowledge, language);
  return parts.map((part, at) => (at % 2 === 0 ? part : String(parameters[part] ?? `{${part}}`)));
}

/** Puts parameters into `{name}`. Done after citing, so that a person's own words can never cite. */
function fill({ parts }: Ready, parameters: Parameters): string {
  let filled = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    filled += `${parameters[name] ?? `{${name}}`}${parts[at + 1]}`;
  }
  return filled;
}

const CITATION = /\{\{(authority|rule)\.([a-z0-9-]+)\.([a-z0-9-]+)\}\}/g;

/** The facts that any text cites, as `authority.<id>` and `rule.<id>`. */
export const citedIn = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(CITATION), ([, kind, id]) => `${kind}.${id}`)),
];

/** As `citedIn`, of a text that stands in the knowledge. */
export const factsOf = (text: string, knowledge: Knowledge, language: Language): readonly string[] =>
  ready(text, knowledge, language).facts;

/**
 * A text that stands in the knowledge, each `{{authority.<id>.<field>}}` and `{{rule.<id>.<value>}}` replaced by the
 * fact. Throws where there is none.
 */
export const cite = (text: string, knowledge: Knowledge, language: Language): string =>
  ready(text, knowledge, language).text;

/** As `cite`, of a text that stands nowhere yet: nothing is kept of it. */
export function withFacts(text: string, knowledge: Knowledge, language: Language): string {
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
