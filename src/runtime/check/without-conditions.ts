import type { Mind } from '../../core/dialogue/mind.ts';

/** The same mind with every slot always open: a question must take its answers whenever it is asked. */
export function withoutConditions(mind: Mind): Mind {
  const negotiations = [...mind.knowledge.negotiations].map(
    ([id, negotiation]) =>
      [id, { ...negotiation, slots: negotiation.slots.map(({ when: _, ...slot }) => slot) }] as const,
  );
  return { ...mind, knowledge: { ...mind.knowledge, negotiations: new Map(negotiations) } };
}
