import type { HandOverSheet } from '../case/case-file.ts';
import type { Conversation } from '../conversation/state.ts';
import { slotConditions } from '../knowledge/condition.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import type { Route } from '../knowledge/route.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { applicableEvidence } from './next-question.ts';
import { cite, phrase } from './render.ts';
import { demandOf, type Known, knownOf, sheetSummary } from './sheet-summary.ts';

const isFlag = (slot: SlotDefinition, value: SlotValue): boolean =>
  value.kind === 'choice' &&
  (slot.choices ?? []).some(choice => choice.value === value.choice && choice.flag);

/**
 * The case on one page, from what is known when it is filed, or so far.
 * @param as whether the person has confirmed what is known, or only told it
 * @param saidAt when each message was said, by its id
 * @param today the day of filing in the conversation's zone
 */
export function handOverSheet(
  state: Conversation,
  negotiation: Negotiation,
  route: Route | null,
  saidAt: ReadonlyMap<string, string>,
  knowledge: Knowledge,
  today: string,
  as: 'confirmed' | 'told',
): HandOverSheet {
  const { language } = state;
  const known = knownOf(state, negotiation, knowledge, today);
  const inWords = ({ label, shown }: Known): string =>
    `${label}${phrase(knowledge, language, 'colon')}${shown}`;
  const counterparty =
    known.find(one => one.value.kind === 'counterparty') ?? known.find(one => one.value.kind === 'product');
  const summary = sheetSummary(state, negotiation, knowledge, today, as).join('');
  const phrased = state.phrasedSummary?.phrasing.draft === summary ? state.phrasedSummary : null;
  return {
    summary: phrased?.text ?? summary,
    ...(phrased ? { summaryPhrasing: phrased.phrasing } : {}),
    ownWords: known
      .filter(one => one.value.kind === 'text')
      .map(({ slot, label, shown }) => {
        const message = state.slots[slot.id]?.from.message ?? '';
        return { slot: slot.id, label, text: shown, at: saidAt.get(message) ?? null };
      }),
    timeline: known
      .flatMap(({ value, label, shown }) =>
        value.kind === 'date' ? [{ from: value.lo, to: value.hi, label, shown }] : [],
      )
      .sort((a, b) => a.from.localeCompare(b.from)),
    counterparty: counterparty?.shown ?? null,
    claim: {
      demand: demandOf(known),
      amounts: known.filter(one => one.value.kind === 'money').map(({ label, shown }) => ({ label, shown })),
    },
    proof: applicableEvidence(negotiation, state, today).map(({ id, label, proves, level }) => ({
      element: id,
      label: label[language],
      proves: cite(proves[language], knowledge, language),
      level,
      evidence: state.attached.filter(file => file.element === id).map(file => file.id),
    })),
    deadlines: known
      .flatMap(({ slot, value, label }) =>
        value.kind === 'date' && slot.prefers === 'future' ? [{ label, day: value.hi.slice(0, 10) }] : [],
      )
      .sort((a, b) => a.day.localeCompare(b.day)),
    flags: known.filter(({ slot, value }) => isFlag(slot, value)).map(inWords),
    reason: reasonOf(),
  };

  function reasonOf(): string[] {
    const decided = new Set(route ? slotConditions(route.when).map(one => one.slot) : []);
    const facts = known.filter(({ slot }) => decided.has(slot.id));
    return [negotiation.label[language], ...facts.map(inWords)];
  }
}
