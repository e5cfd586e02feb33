import type { Conversation, Stage } from '../conversation/state.ts';
import type { EvidenceElement, Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import { applicable, formOf } from './form.ts';

export type Question = { about: 'slot'; slot: SlotDefinition } | { about: Stage };

/** The slots that matter with what is known now, in the order in which they are asked. */
export function applicableSlots(
  negotiation: Negotiation,
  state: Conversation,
  today: string,
): SlotDefinition[] {
  return applicable(formOf(negotiation).slots, state, today);
}

/** The checklist that fits what is known now. */
export function applicableEvidence(
  negotiation: Negotiation,
  state: Conversation,
  today: string,
): EvidenceElement[] {
  return applicable(formOf(negotiation).evidence, state, today);
}

/**
 * What to ask next, derived from what is known and never from a counter, so that a changed form cannot file an answer
 * under the wrong question. Null when there is nothing to ask: before a type is wanted, and after filing.
 */
export function nextQuestion(
  negotiation: Negotiation | null,
  state: Conversation,
  today: string,
): Question | null {
  if (state.case || state.paused) return null;
  if (!negotiation) return { about: 'type' };
  if (state.attached.some(file => file.element === null)) return { about: 'evidence-element' };
  const open = formOf(negotiation).slots.find(
    ({ part, applies }) => !state.slots[part.id] && applies(state, today),
  );
  if (open) return { about: 'slot', slot: open.part };
  if (!state.evidenceFinished) return { about: 'evidence' };
  if (!state.summaryConfirmed) return { about: 'summary' };
  return { about: 'consent' };
}
