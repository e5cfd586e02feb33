import { LANGUAGES } from '../../core/knowledge/localized.ts';
import { checkCitations, type Facts } from './check-citations.ts';
import { checkCondition, type ConditionContext } from './check-conditions.ts';
import { checkSpelledNumbers } from './check-spelled-numbers.ts';
import type { Problems } from './problems.ts';
import type { KnowledgeFiles, Placed } from './read-knowledge.ts';
import type { PlacedSlot } from './resolve-slots.ts';
import { type Path, showPath, type YamlSource } from './yaml-source.ts';

/** Checks that whatever one piece of knowledge names in another exists, and that nothing is there twice. */
export function checkReferences(files: KnowledgeFiles, slots: Map<string, PlacedSlot[]>, problems: Problems): void {
  const { authorities, rules, routes, sharedSlots, negotiations, faq } = files;
  for (const list of [authorities, rules, routes, sharedSlots]) checkUnique(list, problems);

  const facts: Facts = { authorities: byId(authorities), rules: byId(rules) };
  for (const { value, source, path } of [...authorities, ...rules])
    if (value.reviewBy < value.asOf)
      problems.add(source, [...path, 'reviewBy'], `${showPath([...path, 'reviewBy'])} lies before asOf`);

  const parts: Placed<unknown>[] = [
    ...authorities,
    ...rules,
    ...sharedSlots,
    ...negotiations,
    ...LANGUAGES.flatMap(language => [files.lexicon[language], files.phrases[language]]),
  ];
  for (const part of parts) checkCitations(part.value, part, facts, problems);
  for (const part of [...routes, ...faq]) {
    const cited = checkCitations(part.value, part, facts, problems);
    checkFacts(part, cited, facts, problems);
  }
  checkSpelledNumbers(files, problems);

  const context: ConditionContext = {
    slots: new Map([...slots].map(([type, placed]) => [type, placed.map(slot => slot.value)])),
    products: new Set(Object.keys(files.lexicon[LANGUAGES[0]].value.products)),
    problems,
  };
  const types = [...context.slots.keys()];
  for (const negotiation of negotiations) checkNegotiation(negotiation, slots.get(negotiation.value.id) ?? [], context);
  for (const route of routes) {
    checkCondition(route.value.when, at(route, 'when'), types, context);
    for (const list of ['first', 'then'] as const)
      for (const [index, { authority }] of route.value[list].entries())
        if (authority !== undefined && !facts.authorities.has(authority)) {
          const path = [...route.path, list, index, 'authority'];
          problems.add(route.source, path, `${showPath(path)}: authorities.yaml has no ${authority}`);
        }
  }
  checkAnswers(files, types, problems);
  checkLanguages(files, problems);
}

function checkNegotiation(file: KnowledgeFiles['negotiations'][number], slots: PlacedSlot[], context: ConditionContext): void {
  const { problems } = context;
  const types = [file.value.id];
  checkUnique(slots, problems);
  for (const list of ['evidence', 'warnings'] as const) {
    const entries = file.value[list].map((value, index) => ({ value, ...at(file, list, index) }));
    checkUnique(entries, problems);
    for (const entry of entries)
      if (entry.value.when) checkCondition(entry.value.when, at(entry, 'when'), types, context);
  }
  for (const slot of slots) {
    const { id, kind, choices, when } = slot.value;
    if (kind === 'choice' && !choices) problems.add(slot.source, slot.path, `${showPath(slot.path)} (${id}) is a choice without choices`);
    if (kind !== 'choice' && choices)
      problems.add(slot.source, [...slot.path, 'choices'], `${showPath(slot.path)} (${id}) has choices, but is a ${kind}`);
    const values = (choices ?? []).map(choice => choice.value);
    for (const value of new Set(values.filter((value, index) => values.indexOf(value) !== index)))
      problems.add(slot.source, [...slot.path, 'choices'], `${showPath(slot.path)} (${id}) has the choice ${value} twice`);
    if (!when) continue;
    // A shared slot's own condition is looked at for each type that takes it, and reported where it is taken.
    checkCondition(when, at(slot, 'when'), types, context);
    if (JSON.stringify(when).includes(`"slot":"${id}"`))
      problems.add(slot.source, [...slot.path, 'when'], `${showPath([...slot.path, 'when'])}: ${id} depends on itself`);
  }
}

function checkAnswers(files: KnowledgeFiles, types: string[], problems: Problems): void {
  const { products, hotlines, actions, asks } = files.lexicon[LANGUAGES[0]].value;
  const facetWords = { about: products, hotline: hotlines, action: actions, ask: asks };
  const answers = new Set(files.faq.map(entry => entry.value.id));
  for (const { value, source } of files.faq) {
    const say = (path: Path, message: string): void => problems.add(source, path, `${showPath(path)}: ${message}`);
    for (const [facet, words] of Object.entries(facetWords) as [keyof typeof facetWords, object][])
      for (const [index, id] of value.facets[facet].entries())
        if (!Object.hasOwn(words, id)) say(['facets', facet, index], `the lexicon has no ${id} to ask for`);
    for (const [index, { type, faq, act }] of value.buttons.entries()) {
      const path = ['buttons', index];
      if ([type, faq, act].filter(target => target !== undefined).length !== 1)
        say(path, 'a button leads to exactly one of type, faq and act');
      if (type !== undefined && !types.includes(type)) say([...path, 'type'], `there is no negotiation type ${type}`);
      if (faq !== undefined && !answers.has(faq)) say([...path, 'faq'], `there is no answer ${faq}`);
    }
  }
}

/** What one language's lexicon names, the others have to name too, or an answer could not be found in them. */
function checkLanguages(files: KnowledgeFiles, problems: Problems): void {
  const tables = ['products', 'hotlines', 'actions', 'asks'] as const;
  for (const table of tables)
    checkSameKeys(table, LANGUAGES.map(language => ({ source: files.lexicon[language].source, keys: files.lexicon[language].value[table] })), problems);
  checkSameKeys('widget', LANGUAGES.map(language => ({ source: files.phrases[language].source, keys: files.phrases[language].value.widget })), problems);
  const authorities = new Set(files.authorities.map(authority => authority.value.id));
  for (const language of LANGUAGES)
    for (const id of Object.keys(files.lexicon[language].value.hotlines))
      if (!authorities.has(id))
        problems.add(files.lexicon[language].source, ['hotlines', id], `hotlines.${id}: authorities.yaml has no ${id}`);
}

function checkSameKeys(name: string, files: { source: YamlSource; keys: object }[], problems: Problems): void {
  for (const key of new Set(files.flatMap(file => Object.keys(file.keys))))
    for (const { source, keys } of files)
      if (!Object.hasOwn(keys, key)) problems.add(source, [name], `${name}.${key} is missing; another language has it`);
}

/** The facts listed exist; and those cited are listed, or a doubtful one would be stated without caution. */
function checkFacts(part: Placed<{ facts: string[] }>, cited: Set<string>, facts: Facts, problems: Problems): void {
  const path = [...part.path, 'facts'];
  for (const [index, fact] of part.value.facts.entries()) {
    const [, kind, id = ''] = /^(authority|rule)\.([a-z0-9-]+)$/.exec(fact) ?? [];
    if (kind === undefined || !(kind === 'authority' ? facts.authorities : facts.rules).has(id))
      problems.add(part.source, [...path, index], `${showPath([...path, index])}: there is no fact ${fact}`);
  }
  for (const fact of cited)
    if (!part.value.facts.includes(fact))
      problems.add(part.source, path, `${showPath(path)}: ${fact} is cited in the text, but not listed`);
}

function checkUnique(entries: Placed<{ id: string }>[], problems: Problems): void {
  const first = new Map<string, Placed<{ id: string }>>();
  for (const entry of entries) {
    const earlier = first.get(entry.value.id);
    if (!earlier) first.set(entry.value.id, entry);
    else {
      const line = earlier.source.lineOf(earlier.path);
      problems.add(entry.source, entry.path, `${showPath(entry.path)}: the id ${entry.value.id} is taken already, on line ${line}`);
    }
  }
}

const at = <T>(place: Placed<T>, ...steps: PropertyKey[]): { source: YamlSource; path: Path } => ({
  source: place.source,
  path: [...place.path, ...steps],
});

const byId = <T extends { id: string }>(entries: Placed<T>[]): Map<string, T> =>
  new Map(entries.map(({ value }) => [value.id, value]));
