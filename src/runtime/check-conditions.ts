import type { Condition } from '../core/knowledge/condition.ts';
import type { SlotDefinition } from '../core/knowledge/negotiation.ts';
import { NON_ANSWERS } from '../core/knowledge/value.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

/** What conditions can name. */
export interface Nameable {
  /** Slots by the type that has them. */
  slots: Map<string, SlotDefinition[]>;
  products: Set<string>;
}

/**
 * Adds a problem for everything that a condition names and that does not exist: it would never hold, or always.
 * @param types the types in which the condition is asked
 */
export function checkCondition(
  condition: Condition,
  where: { file: YamlFile; at: Path },
  types: string[],
  names: Nameable,
  problems: Problem[],
): void {
  const { file, at } = where;
  const add = (path: Path, what: string): void => {
    problems.push(file.problem([...at, ...path], what));
  };
  const into = (inner: Condition, path: Path, asked = types): void =>
    checkCondition(inner, { file, at: [...at, ...path] }, asked, names, problems);

  if ('all' in condition) {
    const narrowed = condition.all.reduce((left, one) => ('type' in one ? left.filter(type => one.type.includes(type)) : left), types);
    condition.all.forEach((one, index) => into(one, ['all', index], 'type' in one ? types : narrowed));
  } else if ('any' in condition) {
    condition.any.forEach((one, index) => into(one, ['any', index]));
  } else if ('not' in condition) {
    into(condition.not, ['not']);
  } else if ('type' in condition) {
    condition.type.forEach((type, index) => {
      if (!names.slots.has(type)) add(['type', index], `there is no negotiation type ${type}`);
    });
  } else {
    checkSlotCondition(condition);
  }

  function checkSlotCondition(about: Extract<Condition, { slot: string }>): void {
    const slots = types.flatMap(type => names.slots.get(type) ?? []).filter(slot => slot.id === about.slot);
    if (slots.length === 0) {
      // Without its types the slot cannot be judged; what is wrong with them is reported where they are named.
      if (types.length > 0) add(['slot'], `no slot ${about.slot} in ${types.join(', ')}`);
      return;
    }
    if ('withinDays' in about && !slots.some(slot => slot.kind === 'date')) {
      add(['withinDays'], `${about.slot} is no date, so it cannot lie within days`);
    }
    if (!('is' in about)) return;
    const possible = new Set([...slots.flatMap(slot => valuesOf(slot, names)), ...NON_ANSWERS]);
    about.is.forEach((value, index) => {
      if (!possible.has(value)) add(['is', index], `${about.slot} can never be ${value}`);
    });
  }
}

/** The words by which conditions may name a slot's values. */
function valuesOf(slot: SlotDefinition, names: Nameable): Iterable<string> {
  switch (slot.kind) {
    case 'choice':
      return (slot.choices ?? []).map(choice => choice.value);
    case 'product':
      return names.products;
    case 'yes-no':
      return ['yes', 'no'];
    default:
      return [];
  }
}
