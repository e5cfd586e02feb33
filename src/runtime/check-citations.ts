import type { Authority } from '../core/knowledge/authority.ts';
import { type Language, LANGUAGES } from '../core/knowledge/localized.ts';
import type { Rule } from '../core/knowledge/rule.ts';
import type { Written } from './knowledge-files.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

export interface Facts {
  authorities: Map<string, Authority>;
  rules: Map<string, Rule>;
}

const BRACES = /\{\{[^{}]*\}{0,2}|\}\}/g;
const CITATION = /^\{\{(authority|rule)\.([a-z0-9-]+)\.([a-z0-9-]+)\}\}$/;

/** Adds a problem for every `{{…}}` in the file that could not be replaced by a fact when it is shown. */
export function checkCitations(file: YamlFile, facts: Facts, problems: Problem[]): void {
  for (const { at, text } of textsIn(file.data)) {
    for (const [words] of text.matchAll(BRACES)) {
      const fault = faultOf(words, facts);
      if (fault) problems.push(file.problem(at, fault, words));
    }
  }
}

/** Adds a problem for every fact that the texts of an item cite and that it does not list among its `facts`. */
export function checkCitedFactsAreListed(item: Written<{ facts: string[] }>, problems: Problem[]): void {
  for (const { at, text } of textsIn(item.data)) {
    for (const [words] of text.matchAll(BRACES)) {
      const [, kind, id] = CITATION.exec(words) ?? [];
      if (!kind || item.data.facts.includes(`${kind}.${id}`)) continue;
      problems.push(item.file.problem([...item.at, ...at], `${words} is cited, but ${kind}.${id} is not among the facts`, words));
    }
  }
}

/** Adds a problem for each fact id that does not exist. */
export function checkFactIds(item: Written<{ facts: string[] }>, facts: Facts, problems: Problem[]): void {
  item.data.facts.forEach((fact, index) => {
    const [, kind, id = ''] = /^(authority|rule)\.([a-z0-9-]+)$/.exec(fact) ?? [];
    const isKnown = kind === 'authority' ? facts.authorities.has(id) : kind === 'rule' && facts.rules.has(id);
    if (!isKnown) problems.push(item.file.problem([...item.at, 'facts', index], `there is no fact ${fact}`));
  });
}

function* textsIn(data: unknown, at: Path = []): Generator<{ at: Path; text: string }> {
  if (typeof data === 'string') yield { at, text: data };
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) yield* textsIn(item, [...at, index]);
  } else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) yield* textsIn(value, [...at, key]);
  }
}

function faultOf(words: string, facts: Facts): string | null {
  const [, kind, id = '', field = ''] = CITATION.exec(words) ?? [];
  if (!kind) return `${words} is no citation; write {{authority.<id>.<field>}} or {{rule.<id>.<value>}}`;
  const isKnown = kind === 'authority' ? facts.authorities.has(id) : facts.rules.has(id);
  if (!isKnown) return `${words} cites ${kind}.${id}, which does not exist`;
  for (const language of LANGUAGES) {
    const cited = kind === 'authority' ? ofAuthority(facts, id, field, language) : ofRule(facts, id, field, language);
    if (cited === undefined) return `${words} cites ${field}, which ${kind}.${id} does not have`;
    if (cited.includes('{{')) return `${words} cites a text that cites others itself`;
  }
  return null;
}

function ofAuthority({ authorities }: Facts, id: string, field: string, language: Language): string | undefined {
  const authority = authorities.get(id);
  if (field === 'phone') return authority?.phone;
  if (field === 'name' || field === 'scope' || field === 'hours') return authority?.[field]?.[language];
  return undefined;
}

function ofRule({ rules }: Facts, id: string, field: string, language: Language): string | undefined {
  const rule = rules.get(id);
  if (field === 'text' || field === 'title') return rule?.[field][language];
  const value = rule?.values[field];
  if (value === undefined) return undefined;
  return 'unit' in value ? String(value.count) : value[language];
}
