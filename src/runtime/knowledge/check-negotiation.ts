import { lengthOf } from '../../core/knowledge/period.ts';
import { type ConditionContext, checkCondition } from './check-conditions.ts';
import { checkUnique } from './check-unique.ts';
import { at, type KnowledgeFiles } from './read-knowledge.ts';
import type { PlacedSlot } from './resolve-slots.ts';
import { showPath } from './yaml-source.ts';

/** Checks one type within itself: its slots, its choices, and what its conditions name. */
export function checkNegotiation(
  file: KnowledgeFiles['negotiations'][number],
  slots: PlacedSlot[],
  context: ConditionContext,
): void {
  const { problems } = context;
  const types = [file.value.id];
  checkUnique(slots, problems);
  for (const list of ['evidence', 'warnings', 'periods'] as const) {
    const entries = file.value[list].map((value, index) => ({ value, ...at(file, list, index) }));
    checkUnique(entries, problems);
    for (const entry of entries)
      if (entry.value.when) checkCondition(entry.value.when, at(entry, 'when'), types, context);
  }
  for (const [index, period] of file.value.periods.entries()) {
    const path = ['periods', index];
    const from = slots.find(slot => slot.value.id === period.from);
    if (from?.value.kind !== 'date')
      problems.add(
        file.source,
        [...path, 'from'],
        `${showPath([...path, 'from'])}: ${file.value.id} has no date slot ${period.from}`,
      );
    if (lengthOf(period, context.rules) === null)
      problems.add(
        file.source,
        [...path, 'within'],
        `${showPath([...path, 'within'])}: ${period.within} is no whole number of days, working days, months or years in rules.yaml`,
      );
  }
  for (const slot of slots) {
    const { id, kind, choices, products, when } = slot.value;
    if (kind === 'choice' && !choices)
      problems.add(slot.source, slot.path, `${showPath(slot.path)} (${id}) is a choice without choices`);
    if (kind !== 'choice' && choices)
      problems.add(
        slot.source,
        [...slot.path, 'choices'],
        `${showPath(slot.path)} (${id}) has choices, but is a ${kind}`,
      );
    const values = (choices ?? []).map(choice => choice.value);
    for (const value of new Set(values.filter((value, index) => values.indexOf(value) !== index)))
      problems.add(
        slot.source,
        [...slot.path, 'choices'],
        `${showPath(slot.path)} (${id}) has the choice ${value} twice`,
      );
    for (const product of products ?? [])
      if (kind !== 'product' || !context.products.has(product))
        problems.add(
          slot.source,
          [...slot.path, 'products'],
          `${showPath(slot.path)} (${id}): there is no product ${product} to offer`,
        );
    if (!when) continue;
    // A shared slot's own condition is looked at for each type that takes it, and reported where it is taken.
    checkCondition(when, at(slot, 'when'), types, context);
    if (JSON.stringify(when).includes(`"slot":"${id}"`))
      problems.add(
        slot.source,
        [...slot.path, 'when'],
        `${showPath([...slot.path, 'when'])}: ${id} depends on itself`,
      );
  }
}
