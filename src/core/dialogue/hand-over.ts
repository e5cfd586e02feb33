import type { CaseEvidence, CaseFact, CaseFile } from '../case/case-file.ts';
import { dayIn } from '../language/day.ts';
import type { ConversationEvent } from '../conversation/events.ts';
import { conversationOf } from '../conversation/evolve.ts';
import type { AttachedEvidence, Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import { routeLines, routeOf } from './filing.ts';
import { handOverSheet } from './hand-over-sheet.ts';
import { applicableEvidence, applicableSlots } from './next-question.ts';
import { periodsOf } from './periods.ts';
import { cite } from './render.ts';
import { showValue } from './show-value.ts';

/** An event and when it happened, ISO 8601 in UTC. */
export interface Happened {
  at: string;
  event: ConversationEvent;
}

/**
 * The case as it is handed over, out of a conversation that has just filed. Pure, so that a crash between filing and
 * opening the case ends in the same case.
 * @param history all that happened in the conversation up to its filing, which is the last
 */
export function handOver(history: Happened[], conversation: string, knowledge: Knowledge): CaseFile {
  const state = conversationOf(history.map(one => one.event));
  const negotiation = knowledge.negotiations.get(state.negotiation ?? '');
  const filedAt = history.at(-1)?.at;
  const consentAt = history.findLast(one => one.event.type === 'ConsentGiven')?.at;
  if (!negotiation || !state.case || !state.consent || filedAt === undefined || consentAt === undefined)
    throw new Error('only a conversation that has filed can be handed over');
  const { language, zone } = state;
  const today = dayIn(zone, filedAt);
  const slots = applicableSlots(negotiation, state, today);
  const route = routeOf(knowledge, state, today);
  return {
    format: 'parley-case/2',
    number: state.case.number,
    conversation,
    filedAt,
    answerBy: state.case.answerBy,
    zone,
    language,
    negotiation: { id: negotiation.id, label: negotiation.label[language] },
    sheet: handOverSheet(state, negotiation, route, saidAtIn(history), knowledge, today, 'confirmed'),
    periods: periodsOf(state, negotiation, knowledge, today),
    slots: slots.map(slot => caseFact(slot, state, knowledge)).filter(fact => fact !== null),
    missing: slots
      .filter(slot => slot.required && (state.slots[slot.id]?.value.kind ?? 'non-answer') === 'non-answer')
      .map(slot => ({ id: slot.id, label: slot.label[language] })),
    evidence: state.attached.map(file => caseEvidence(file, negotiation, state, history)),
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
    consent: { ...state.consent, at: consentAt },
    knowledgeVersion: knowledge.version,
  };
}

/** When each message was said, by its id. */
export const saidAtIn = (history: Happened[]): ReadonlyMap<string, string> =>
  new Map(
    history.flatMap(({ at, event }) => (event.type === 'UserSaid' ? [[event.message, at] as const] : [])),
  );

/** What is known of a slot, in the words the person saw; null where nothing is. */
export function caseFact(
  slot: SlotDefinition,
  { slots, language }: Conversation,
  knowledge: Knowledge,
): CaseFact | null {
  const fact = slots[slot.id];
  if (!fact) return null;
  const shown = showValue(fact.value, slot, knowledge, language);
  return { id: slot.id, label: slot.label[language], value: fact.value, shown, from: fact.from };
}

/** A file with its place on the checklist, in the words the person saw, and when it came. */
export function caseEvidence(
  file: AttachedEvidence,
  negotiation: Negotiation,
  state: Conversation,
  history: Happened[],
): CaseEvidence {
  const label = negotiation.evidence.find(one => one.id === file.element)?.label[state.language] ?? null;
  const stored = history.find(
    ({ event }) => event.type === 'EvidenceStored' && event.evidence.id === file.id,
  );
  return { ...file, label, storedAt: stored?.at ?? '' };
}
