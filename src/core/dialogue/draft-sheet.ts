import type { CaseFact, HandOverSheet } from '../case/case-file.ts';
import { conversationOf } from '../conversation/evolve.ts';
import type { Conversation } from '../conversation/state.ts';
import { dayIn } from '../language/day.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { routeOf } from './filing.ts';
import { caseFact, type Happened, saidAtIn } from './hand-over.ts';
import { handOverSheet } from './hand-over-sheet.ts';
import { applicableEvidence, applicableSlots } from './next-question.ts';

/** What is known so far of a matter that is not filed yet; null where it is not even known of what kind it is. */
export function draftSheet(
  history: Happened[],
  knowledge: Knowledge,
  now: string,
): { sheet: HandOverSheet; facts: CaseFact[] } | null {
  const state = conversationOf(history.map(one => one.event));
  const negotiation = knowledge.negotiations.get(state.negotiation ?? '');
  if (!negotiation) return null;
  const today = dayIn(state.zone, now);
  const route = routeOf(knowledge, state, today);
  const slots = applicableSlots(negotiation, state, today);
  return {
    sheet: handOverSheet(state, negotiation, route, saidAtIn(history), knowledge, today, 'told'),
    facts: slots.map(slot => caseFact(slot, state, knowledge)).filter(fact => fact !== null),
  };
}

export interface MayAsk {
  slots: { id: string; label: string; isKnown: boolean }[];
  elements: { id: string; label: string; files: number }[];
}

/** What a mediator may have the person asked: questions of the form, documents of the checklist. */
export function mayAsk(state: Conversation, knowledge: Knowledge, now: string): MayAsk {
  const negotiation = knowledge.negotiations.get(state.negotiation ?? '');
  if (!negotiation) return { slots: [], elements: [] };
  const today = dayIn(state.zone, now);
  const { language } = state;
  return {
    slots: applicableSlots(negotiation, state, today).map(({ id, label }) => ({
      id,
      label: label[language],
      isKnown: (state.slots[id]?.value.kind ?? 'non-answer') !== 'non-answer',
    })),
    elements: applicableEvidence(negotiation, state, today).map(({ id, label }) => ({
      id,
      label: label[language],
      files: state.attached.filter(file => file.element === id).length,
    })),
  };
}
