import type { Negotiation, NegotiationFile, SlotDefinition } from '../core/knowledge/negotiation.ts';
import type { Written } from './knowledge-files.ts';
import type { Path, Problem, YamlFile } from './yaml-file.ts';

/** A slot of a type. Its fields may come from two files: the type's own, and the shared one that it uses. */
export interface WrittenSlot extends Written<SlotDefinition> {
  /** Where a field was written. */
  whereIs(field: keyof SlotDefinition): { file: YamlFile; at: Path };
}

export interface ResolvedType extends Written<Negotiation> {
  slots: WrittenSlot[];
}

/** The type with each `use:` replaced by the shared slot; fields given in the type win. */
export function resolveSlots(
  { data, file, at }: Written<NegotiationFile>,
  shared: Written<SlotDefinition>[],
  problems: Problem[],
): ResolvedType {
  const slots = data.slots.flatMap((slot, index): WrittenSlot[] => {
    const here = { file, at: [...at, 'slots', index] };
    const inType = (field: string) => ({ file, at: [...here.at, field] });
    if (!('use' in slot)) return [{ data: slot, ...here, whereIs: inType }];
    const { use, ...given } = slot;
    const base = shared.find(one => one.data.id === use);
    if (!base) {
      problems.push(file.problem([...here.at, 'use'], `slots.${index} uses ${use}, which is not in slots.yaml`));
      return [];
    }
    const whereIs: WrittenSlot['whereIs'] = field =>
      field in given ? inType(field) : { file: base.file, at: [...base.at, field] };
    return [{ data: { ...base.data, ...given } as SlotDefinition, ...here, whereIs }];
  });
  return { data: { ...data, slots: slots.map(slot => slot.data) }, file, at, slots };
}
