import { digitsOf, type NumberFacts, type Spelled, spelledIn } from '../../core/language/spelled-in.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles } from './read-knowledge.ts';
import { spokenTexts } from './spoken-texts.ts';
import { type Path, showPath } from './yaml-source.ts';

/** The values of a rule and an authority's hours are the facts themselves; choices are what a person says of their own matter. */
const HOLDS_FACTS = new Set(['values', 'hours', 'choices']);

/**
 * Reports every number, period and amount that is spelled in a text of the bot's instead of being cited from a fact,
 * and every address. A number is written once, so that no second place goes on showing it when it changes, and one that
 * stands nowhere as a fact cannot be shown at all.
 * @returns the number of texts looked at
 */
export function checkSpokenNumbers(files: KnowledgeFiles, problems: Problems): number {
  const facts: NumberFacts = {
    phones: new Map(
      files.authorities.flatMap(({ value }) => (value.phone ? [[digitsOf(value.phone), value.id]] : [])),
    ),
    rules: files.rules.map(({ value }) => value),
  };
  let seen = 0;
  for (const { source, path, text } of spokenTexts(files)) {
    seen++;
    if (path.some(step => HOLDS_FACTS.has(String(step)))) continue;
    for (const spelled of spelledIn(text, facts)) {
      const advice = adviceOn(spelled, path);
      const { words } = spelled;
      if (advice !== null) problems.add(source, path, `${showPath(path)} spells ${words}; ${advice}`, words);
    }
  }
  return seen;
}

function adviceOn(spelled: Spelled, path: Path): string | null {
  switch (spelled.kind) {
    case 'address':
      return 'no address is shown; name an authority instead';
    case 'number': {
      if (spelled.authority === null)
        return 'only numbers of authorities.yaml may be shown, and they are cited';
      // A hotline may be called by its number in a name or on a button, where nobody could cite.
      const isName = path.includes('name') || path.includes('label');
      return isName ? null : `write {{authority.${spelled.authority}.phone}}`;
    }
    case 'quantity':
      return `write ${spelled.facts.join(' or ') || 'it as a value of a rule in rules.yaml and cite that'}`;
  }
}
