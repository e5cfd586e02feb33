import type { Negotiation, NegotiationFile, SlotDefinition } from '../core/knowledge/negotiation.ts';
import type { Written } from './knowledge-files.ts';
import type { Problem } from './yaml-file.ts';

/** The type with each `use:` replaced by the shared slot; fields given in the type win. */
export function resolveSlots(
  type: Written<NegotiationFile>,
  shared: Written<SlotDefinition>[],
  problems: Problem[],
): Negotiation {
  const slots = type.data.slots.flatMap((slot, index): SlotDefinition[] => {
    if (!('use' in slot)) return [slot];
    const { use, ...given } = slot;
    const base = shared.find(one => one.data.id === use)?.data;
    if (base) return [{ ...base, ...given } as SlotDefinition];
    problems.push(type.file.problem(['slots', index, 'use'], `slots.${index} uses ${use}, which is not in slots.yaml`));
    return [];
  });
  return { ...type.data, slots };
}
