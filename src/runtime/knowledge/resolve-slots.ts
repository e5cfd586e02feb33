import type { NegotiationFile, SlotDefinition } from '../../core/knowledge/negotiation.ts';
import type { Problems } from './problems.ts';
import type { Placed } from './read-knowledge.ts';

/** A type's slot and where it stands: for a shared one, where the type takes it. */
export type PlacedSlot = Placed<SlotDefinition> & { shared: Placed<SlotDefinition> | null };

/** The slots of a type in file order, shared ones taken in with the type's own wording on top. */
export function resolveSlots(
  file: Placed<NegotiationFile>,
  shared: Placed<SlotDefinition>[],
  problems: Problems,
): PlacedSlot[] {
  const slots: PlacedSlot[] = [];
  for (const [at, slot] of file.value.slots.entries()) {
    const place = { source: file.source, path: ['slots', at] };
    if (!('use' in slot)) {
      slots.push({ ...place, value: slot, shared: null });
      continue;
    }
    const { use, ...own } = slot;
    const found = shared.find(one => one.value.id === use);
    if (found) slots.push({ ...place, value: { ...found.value, ...withoutUndefined(own) }, shared: found });
    else problems.add(file.source, [...place.path, 'use'], `slots[${at}].use: slots.yaml has no slot ${use}`);
  }
  return slots;
}

function withoutUndefined<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
