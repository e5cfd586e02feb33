import type { Authority } from '../../core/knowledge/authority.ts';
import { LANGUAGES } from '../../core/knowledge/localized.ts';
import type { Rule } from '../../core/knowledge/rule.ts';
import type { Problems } from './problems.ts';
import { type Path, showPath, type YamlSource } from './yaml-source.ts';

export interface Facts {
  authorities: Map<string, Authority>;
  rules: Map<string, Rule>;
}

const BRACES = /\{\{.*?(?:\}\}|$)/gs;
const CITATION = /^\{\{(authority|rule)\.([a-z0-9-]+)\.([a-z0-9-]+)\}\}$/;

/**
 * Reports every `{{…}}` below `value` that would not be replaced by a fact, wherever it stands.
 * @returns the ids of the facts that are cited, as `authority.<id>` and `rule.<id>`
 */
export function checkCitations(
  value: unknown,
  place: { source: YamlSource; path: Path },
  facts: Facts,
  problems: Problems,
): Set<string> {
  const cited = new Set<string>();
  for (const { path, text } of textsIn(value, place.path)) {
    for (const [words] of text.matchAll(BRACES)) {
      const say = (why: string): void =>
        problems.add(place.source, path, `${showPath(path)}: ${words} ${why}`, words);
      const [, kind, id = '', field = ''] = CITATION.exec(words) ?? [];
      if (kind === undefined) {
        say('is no citation; write {{authority.<id>.<field>}} or {{rule.<id>.<value>}}');
        continue;
      }
      cited.add(`${kind}.${id}`);
      const fault = kind === 'authority' ? authorityFault(facts, id, field) : ruleFault(facts, id, field);
      if (fault !== null) say(fault);
    }
  }
  return cited;
}

function authorityFault({ authorities }: Facts, id: string, field: string): string | null {
  const authority = authorities.get(id);
  if (!authority) return `cites nothing: authorities.yaml has no ${id}`;
  if (field === 'phone') return authority.phone === undefined ? `cites nothing: ${id} has no phone` : null;
  if (field !== 'name' && field !== 'scope' && field !== 'hours')
    return 'cites nothing: of an authority one can cite name, phone, scope and hours';
  const text = authority[field];
  return text ? nestedFault(text) : `cites nothing: ${id} has no ${field}`;
}

function ruleFault({ rules }: Facts, id: string, field: string): string | null {
  const rule = rules.get(id);
  if (!rule) return `cites nothing: rules.yaml has no ${id}`;
  const value = field === 'text' || field === 'title' ? rule[field] : rule.values[field];
  if (!value) {
    const known = Object.keys(rule.values).join(', ') || 'none';
    return `cites nothing: ${id} has no value ${field} (it has: ${known})`;
  }
  return 'unit' in value ? null : nestedFault(value);
}

/** Facts are put in once; a citation within a fact would be shown to people as it is written. */
const nestedFault = (text: Record<(typeof LANGUAGES)[number], string>): string | null =>
  LANGUAGES.some(language => text[language].includes('{{')) ? 'cites a text that cites again' : null;

/** Every text at any depth, with its path. */
export function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value))
      yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}
