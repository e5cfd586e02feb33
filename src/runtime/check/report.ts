import type { PlacedSlot } from '../knowledge/resolve-slots.ts';
import { showPath } from '../knowledge/yaml-source.ts';
import type { CheckContext } from './check.ts';

/** Reports at the slot's own file where the words stand there, else where they are shared. */
export function report(context: CheckContext, slot: PlacedSlot, steps: PropertyKey[], message: string): void {
  const own = slot.shared && !ownsField(slot, steps[0]) ? slot.shared : slot;
  const path = [...own.path, ...steps];
  context.problems.add(own.source, path, `${showPath(path)} (${slot.value.id}): ${message}`);
}

/** Whether a type that takes a shared slot has words of its own for a field. */
function ownsField(slot: PlacedSlot, field: PropertyKey | undefined): boolean {
  let node: unknown = slot.source.data;
  for (const step of [...slot.path, ...(field === undefined ? [] : [field])])
    node =
      typeof node === 'object' && node !== null ? (node as Record<PropertyKey, unknown>)[step] : undefined;
  return node !== undefined;
}
