import { LANGUAGES } from '../../core/knowledge/localized.ts';
import { checkCitations, type Facts } from './check-citations.ts';
import { checkCondition, type ConditionContext } from './check-conditions.ts';
import { checkAnswers } from './check-answers.ts';
import { checkLanguages } from './check-languages.ts';
import { checkNegotiation } from './check-negotiation.ts';
import { checkTells } from './check-tells.ts';
import { checkUnique } from './check-unique.ts';
import { checkSpokenNumbers } from './check-spoken-numbers.ts';
import { checkValueMarks } from './check-value-marks.ts';
import type { Problems } from './problems.ts';
import { at, type KnowledgeFiles, type Placed } from './read-knowledge.ts';
import type { PlacedSlot } from './resolve-slots.ts';
import { showPath } from './yaml-source.ts';

/** Checks that whatever one piece of knowledge names in another exists, and that nothing is there twice. */
export function checkReferences(
  files: KnowledgeFiles,
  slots: Map<string, PlacedSlot[]>,
  problems: Problems,
): void {
  const { authorities, rules, routes, sharedSlots, negotiations, faq, replies } = files;
  for (const list of [authorities, rules, routes, sharedSlots, replies]) checkUnique(list, problems);

  const facts: Facts = { authorities: byId(authorities), rules: byId(rules) };
  for (const { value, source, path } of [...authorities, ...rules])
    if (value.reviewBy < value.asOf)
      problems.add(source, [...path, 'reviewBy'], `${showPath([...path, 'reviewBy'])} lies before asOf`);

  checkNeverPublished(files, problems);

  const parts: Placed<unknown>[] = [
    ...authorities,
    ...files.neverPublish,
    ...rules,
    ...sharedSlots,
    ...negotiations,
    ...replies,
    ...LANGUAGES.flatMap(language => [files.lexicon[language], files.phrases[language]]),
  ];
  for (const part of parts) checkCitations(part.value, part, facts, problems);
  for (const part of [...routes, ...faq]) {
    const cited = checkCitations(part.value, part, facts, problems);
    checkFacts(part, cited, facts, problems);
  }
  checkSpokenNumbers(files, problems);
  checkValueMarks(files, problems);

  const context: ConditionContext = {
    slots: new Map([...slots].map(([type, placed]) => [type, placed.map(slot => slot.value)])),
    products: new Set(Object.keys(files.lexicon[LANGUAGES[0]].value.products)),
    rules: facts.rules,
    problems,
  };
  const types = [...context.slots.keys()];
  for (const negotiation of negotiations)
    checkNegotiation(negotiation, slots.get(negotiation.value.id) ?? [], context);
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
  checkTells(files, problems);
}

/** No authority has a number that must not be shown; and what people look for instead exists. */
function checkNeverPublished({ authorities, neverPublish }: KnowledgeFiles, problems: Problems): void {
  for (const { value, source, path } of neverPublish) {
    const owner = authorities.find(one => one.value.phone?.replace(/\D/g, '') === value.number);
    if (owner)
      problems.add(
        owner.source,
        [...owner.path, 'phone'],
        `${showPath([...owner.path, 'phone'])} ${value.number} is never to be published (never-publish.yaml:${source.lineOf(path)}); remove one of the two`,
      );
    if (value.instead !== undefined && !authorities.some(one => one.value.id === value.instead))
      problems.add(
        source,
        [...path, 'instead'],
        `${showPath([...path, 'instead'])}: authorities.yaml has no ${value.instead}`,
      );
  }
}

/** The facts listed exist; and those cited are listed, or a doubtful one would be stated without caution. */
function checkFacts(
  part: Placed<{ facts: string[] }>,
  cited: Set<string>,
  facts: Facts,
  problems: Problems,
): void {
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

const byId = <T extends { id: string }>(entries: Placed<T>[]): Map<string, T> =>
  new Map(entries.map(({ value }) => [value.id, value]));
