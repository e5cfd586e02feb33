import type { KnowledgeFiles, Written } from './knowledge-files.ts';
import { checkCitations, checkCitedFactsAreListed, checkFactIds } from './check-citations.ts';
import { checkCondition, type Nameable } from './check-conditions.ts';
import { checkFaq } from './check-faq.ts';
import type { ResolvedType } from './resolve-slots.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

export type ResolvedFiles = Omit<KnowledgeFiles, 'negotiations'> & { negotiations: ResolvedType[] };

/** Adds a problem for everything that one piece of knowledge says of another and that is not so. */
export function checkReferences(files: ResolvedFiles, problems: Problem[]): void {
  const { authorities, rules, routes, slots, negotiations, faq } = files;
  const facts = {
    authorities: new Map(authorities.map(({ data }) => [data.id, data])),
    rules: new Map(rules.map(({ data }) => [data.id, data])),
  };
  const names: Nameable = {
    slots: new Map(negotiations.map(({ data }) => [data.id, data.slots])),
    products: new Set(Object.values(files.lexicon ?? {}).flatMap(lexicon => Object.keys(lexicon.products))),
  };
  for (const list of [authorities, rules, routes, slots]) checkIdsDiffer(list, problems);
  for (const file of files.read) checkCitations(file, facts, problems);
  for (const type of negotiations) checkType(type, names, problems);
  for (const item of [...routes, ...faq]) {
    checkFactIds(item, facts, problems);
    checkCitedFactsAreListed(item, problems);
  }
  for (const { data, file, at } of routes) {
    checkCondition(data.when, { file, at: [...at, 'when'] }, [...names.slots.keys()], names, problems);
    for (const part of ['first', 'then'] as const) {
      data[part].forEach(({ authority }, index) => {
        if (authority === undefined || facts.authorities.has(authority)) return;
        problems.push(file.problem([...at, part, index, 'authority'], `there is no authority ${authority}`));
      });
    }
  }
  checkFaq(files, problems);
}

function checkType(type: ResolvedType, names: Nameable, problems: Problem[]): void {
  const { data, file, slots } = type;
  const own = [data.id];
  checkIdsDiffer(slots, problems);
  for (const slot of slots) {
    const { id, kind, choices, when } = slot.data;
    const whereChoices = slot.whereIs('choices');
    if (when) checkCondition(when, slot.whereIs('when'), own, names, problems);
    if (kind === 'choice' && !choices) problems.push(slot.file.problem(slot.at, `the choice slot ${id} has no choices`));
    const written = (choices ?? []).map((choice, index) => ({
      data: { id: choice.value },
      file: whereChoices.file,
      at: [...whereChoices.at, index],
    }));
    checkIdsDiffer(written, problems, 'value');
  }
  for (const part of ['evidence', 'warnings'] as const) {
    const items = data[part].map((item, index) => ({ data: item, file, at: [part, index] }));
    checkIdsDiffer(items, problems);
    for (const item of items) {
      if (item.data.when) checkCondition(item.data.when, { file, at: [...item.at, 'when'] }, own, names, problems);
    }
  }
}

/** Adds a problem for each item whose id an earlier one has: the later would silently replace it. */
function checkIdsDiffer(
  items: { data: { id: string }; file: YamlFile; at: Path }[] | Written<{ id: string }>[],
  problems: Problem[],
  field = 'id',
): void {
  const seen = new Set<string>();
  for (const { data, file, at } of items) {
    if (seen.has(data.id)) problems.push(file.problem([...at, field], `the ${field} ${data.id} is used twice`));
    seen.add(data.id);
  }
}
