import type { Condition } from '../../core/knowledge/condition.ts';
import type { Rule } from '../../core/knowledge/rule.ts';
import type { SlotDefinition } from '../../core/knowledge/negotiation.ts';
import { NON_ANSWERS } from '../../core/knowledge/value.ts';
import type { Problems } from './problems.ts';
import { type Path, showPath, type YamlSource } from './yaml-source.ts';

export interface ConditionContext {
  /** The slots of each type, by the type's id. */
  slots: Map<string, SlotDefinition[]>;
  products: Set<string>;
  rules: Map<string, Rule>;
  problems: Problems;
}

/**
 * Reports what a condition names that does not exist, so that it could never hold.
 * @param types the types for which it is looked at
 */
export function checkCondition(
  condition: Condition,
  place: { source: YamlSource; path: Path },
  types: string[],
  context: ConditionContext,
): void {
  const { source, path } = place;
  const say = (path: Path, message: string): void =>
    context.problems.add(source, path, `${showPath(path)}: ${message}`);
  const inner = (one: Condition, ...steps: PropertyKey[]): void =>
    checkCondition(one, { source, path: [...path, ...steps] }, types, context);

  if ('not' in condition) return inner(condition.not, 'not');
  if ('any' in condition) return condition.any.forEach((one, at) => inner(one, 'any', at));
  if ('type' in condition) {
    for (const [at, type] of condition.type.entries())
      if (!context.slots.has(type)) say([...path, 'type', at], `there is no negotiation type ${type}`);
    return;
  }
  if ('all' in condition) {
    const narrowed = condition.all.reduce(
      (left, one) => ('type' in one ? left.filter(type => one.type.includes(type)) : left),
      types,
    );
    const known = condition.all.every(
      one => !('type' in one) || one.type.every(type => context.slots.has(type)),
    );
    if (known && narrowed.length === 0) return say(path, 'no type meets this');
    const scope = known ? narrowed : types;
    for (const [at, one] of condition.all.entries())
      checkCondition(one, { source, path: [...path, 'all', at] }, scope, context);
    return;
  }

  const slots = types.flatMap(
    type => context.slots.get(type)?.filter(slot => slot.id === condition.slot) ?? [],
  );
  if (slots.length === 0) {
    const where = types.length === context.slots.size ? 'no type' : `${types.join(', ')}: here no type`;
    return say([...path, 'slot'], `${where} has a slot ${condition.slot}`);
  }
  if ('withinDays' in condition && !slots.some(slot => slot.kind === 'date'))
    say([...path, 'withinDays'], `${condition.slot} is not a date`);
  if ('atLeastYuan' in condition && !slots.some(slot => slot.kind === 'money'))
    say([...path, 'atLeastYuan'], `${condition.slot} is no amount of money`);
  if (!('is' in condition)) return;
  for (const [at, value] of condition.is.entries())
    if (!slots.some(slot => valuesOf(slot, context.products).has(value)))
      say([...path, 'is', at], `${condition.slot} cannot be ${value}`);
}

/** The words by which a condition can name a value of this slot. */
function valuesOf(slot: SlotDefinition, products: Set<string>): Set<string> {
  const named: Iterable<string> =
    slot.kind === 'product'
      ? products
      : slot.kind === 'yes-no'
        ? ['yes', 'no']
        : (slot.choices ?? []).map(choice => choice.value);
  return new Set([...named, ...NON_ANSWERS]);
}
