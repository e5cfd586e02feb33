import { holds } from '../../core/dialogue/holds.ts';
import type { Condition } from '../../core/knowledge/condition.ts';
import { showPath, type YamlSource } from '../knowledge/yaml-source.ts';
import type { Check, CheckContext } from './check.ts';
import { report } from './report.ts';
import { Situations } from './situations.ts';

export const situationsOf = ({ slots, knowledge, today }: CheckContext, type: string): Situations =>
  new Situations(
    type,
    (slots.get(type) ?? []).map(slot => slot.value),
    Object.keys(knowledge.lexicon['zh-CN'].products),
    today,
  );

/** Every condition of a type can be met, and no questions wait for each other. */
export const conditionsCanBeMet: Check = {
  name: 'conditions can be met',
  counts: 'conditions',
  run(context) {
    let seen = 0;
    for (const file of context.files.negotiations) {
      const type = file.value.id;
      const situations = situationsOf(context, type);
      const circle = situations.circle();
      if (circle) {
        const first = context.slots.get(type)?.find(slot => slot.value.id === circle[0]);
        if (first)
          report(
            context,
            first,
            ['when'],
            `is asked only after itself: ${circle.join(' → ')}; cut one of these conditions`,
          );
        continue;
      }
      const canHold = (when: Condition): boolean =>
        situations.find([when], state => holds(when, state, context.today)) !== null;
      for (const slot of context.slots.get(type) ?? []) {
        if (!slot.value.when) continue;
        seen++;
        if (!canHold(slot.value.when))
          report(
            context,
            slot,
            ['when'],
            `can never hold in ${type}, so ${slot.value.required ? 'this required question' : 'it'} is never asked; change the condition or leave the slot out`,
          );
      }
      for (const list of ['evidence', 'warnings', 'periods'] as const) {
        for (const [at, { id, when }] of file.value[list].entries()) {
          if (!when) continue;
          seen++;
          if (!canHold(when))
            say(
              context,
              file.source,
              [list, at, 'when'],
              `(${id}) can never hold; change the condition or leave it out`,
            );
        }
      }
    }
    return seen;
  },
};

/** In every situation of every type some row of the decision table holds, and every row is the first that does somewhere. */
export const routesDecide: Check = {
  name: 'every situation has a route, and every route a situation',
  counts: 'situations',
  run(context) {
    const { routes } = context.files;
    const taken = new Set<string>();
    let seen = 0;
    for (const type of context.slots.keys()) {
      const situations = situationsOf(context, type);
      if (situations.circle()) continue;
      for (const state of situations.of(
        routes.map(route => route.value.when).filter(when => concerns(when, type)),
      )) {
        seen++;
        const route = routes.find(({ value }) => holds(value.when, state, context.today));
        if (route) taken.add(route.value.id);
        else {
          const known = Object.entries(state.slots).map(
            ([slot, { value }]) =>
              `${slot}: ${'choice' in value ? value.choice : 'product' in value ? value.product : value.kind}`,
          );
          const last = routes.at(-1);
          if (last)
            say(
              context,
              last.source,
              last.path,
              `no row holds for ${type} with ${known.join(', ') || 'nothing known'}; end the type's rows with { type: [${type}] }`,
            );
          break;
        }
      }
    }
    for (const { value, source, path } of routes)
      if (!taken.has(value.id))
        say(
          context,
          source,
          [...path, 'when'],
          `(${value.id}) is never the first row to hold; an earlier row takes all its cases, so move it up or narrow that one`,
        );
    return seen;
  },
};

/** Whether a condition can hold for a type at all, going by what it says of types. */
function concerns(condition: Condition, type: string): boolean {
  if ('all' in condition) return condition.all.every(one => concerns(one, type));
  if ('any' in condition) return condition.any.some(one => concerns(one, type));
  return 'type' in condition ? condition.type.includes(type) : true;
}

function say(
  { problems }: CheckContext,
  source: YamlSource,
  path: PropertyKey[] | readonly PropertyKey[],
  message: string,
): void {
  problems.add(source, path, `${showPath(path)} ${message}`);
}
