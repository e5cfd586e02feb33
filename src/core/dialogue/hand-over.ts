import type { CaseEvidence, CaseFile } from '../case/case-file.ts';
import { dayIn } from '../language/day.ts';
import type { AttachedEvidence, Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Negotiation } from '../knowledge/negotiation.ts';
import { routeLines, routeOf } from './filing.ts';
import { applicableEvidence, applicableSlots } from './next-question.ts';
import { cite } from './render.ts';
import { showValue } from './show-value.ts';

/**
 * The case as it is handed over, out of a conversation that has just filed. Pure, so that a crash between filing and
 * opening the case ends in the same case.
 * @param filedAt instant of filing, ISO 8601 in UTC
 */
export function handOver(
  state: Conversation,
  conversation: string,
  filedAt: string,
  knowledge: Knowledge,
): CaseFile {
  const negotiation = knowledge.negotiations.get(state.negotiation ?? '');
  if (!negotiation || !state.case || !state.consent)
    throw new Error('only a conversation that has filed can be handed over');
  const { language, zone } = state;
  const today = dayIn(zone, filedAt);
  const slots = applicableSlots(negotiation, state, today);
  const route = routeOf(knowledge, state, today);
  return {
    format: 'parley-case/1',
    number: state.case.number,
    conversation,
    filedAt,
    answerBy: state.case.answerBy,
    zone,
    language,
    negotiation: { id: negotiation.id, label: negotiation.label[language] },
    slots: slots.flatMap(slot => {
      const fact = state.slots[slot.id];
      if (!fact) return [];
      const shown = showValue(fact.value, slot, knowledge, language);
      return [{ id: slot.id, label: slot.label[language], value: fact.value, shown, from: fact.from }];
    }),
    missing: slots
      .filter(slot => slot.required && (state.slots[slot.id]?.value.kind ?? 'non-answer') === 'non-answer')
      .map(slot => ({ id: slot.id, label: slot.label[language] })),
    evidence: state.attached.map(file => caseEvidence(file, negotiation, state)),
    missingEvidence: applicableEvidence(negotiation, state, today)
      .filter(one => one.level === 'needed' && !state.attached.some(file => file.element === one.id))
      .map(one => ({ element: one.id, label: one.label[language] })),
    routing: route && {
      route: route.id,
      problem: route.problem[language],
      first: routeLines(route.first, knowledge, language),
      then: routeLines(route.then, knowledge, language),
      notes: route.notes.map(note => cite(note[language], knowledge, language)),
      facts: route.facts,
    },
    warningsShown: state.warned,
    safety: state.safety,
    consent: state.consent,
    knowledgeVersion: knowledge.version,
  };
}

/** A file with its place on the checklist, in the words the person saw. */
export function caseEvidence(
  file: AttachedEvidence,
  negotiation: Negotiation,
  state: Conversation,
): CaseEvidence {
  const label = negotiation.evidence.find(one => one.id === file.element)?.label[state.language] ?? null;
  return { ...file, label };
}
