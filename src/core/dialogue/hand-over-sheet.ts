import type { HandOverSheet } from '../case/case-file.ts';
import type { Conversation } from '../conversation/state.ts';
import { slotConditions } from '../knowledge/condition.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import type { Route } from '../knowledge/route.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { applicableEvidence, applicableSlots } from './next-question.ts';
import { cite, phrase } from './render.ts';
import { showValue } from './show-value.ts';

interface Known {
  slot: SlotDefinition;
  label: string;
  value: Exclude<SlotValue, { kind: 'non-answer' }>;
  shown: string;
}

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
  const slots = applicableSlots(negotiation, state, today);
  const known = slots.flatMap((slot): Known[] => {
    const value = state.slots[slot.id]?.value;
    if (!value || value.kind === 'non-answer') return [];
    return [{ slot, label: slot.label[language], value, shown: showValue(value, slot, knowledge, language) }];
  });
  const inWords = ({ label, shown }: Known): string =>
    `${label}${phrase(knowledge, language, 'colon')}${shown}`;
  const missing = slots
    .filter(slot => slot.required && !known.some(one => one.slot.id === slot.id))
    .map(slot => slot.label[language]);
  const demand = known.find(one => one.slot.id === 'demand' || one.slot.id === 'wish')?.shown ?? null;
  const counterparty =
    known.find(one => one.value.kind === 'counterparty') ?? known.find(one => one.value.kind === 'product');
  return {
    summary: summaryOf(),
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
      demand,
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

  function summaryOf(): string {
    const separator = phrase(knowledge, language, 'item-separator');
    const facts = known
      .filter(({ slot, value }) => value.kind !== 'text' && !slot.sensitive && value.kind !== 'order-number')
      .map(inWords);
    const none = phrase(knowledge, language, 'sheet-none');
    return phrase(knowledge, language, as === 'confirmed' ? 'sheet-summary' : 'sheet-summary-so-far', {
      label: negotiation.label[language],
      facts: facts.join(separator) || none,
      demand: demand ?? phrase(knowledge, language, 'sheet-not-said'),
      missing: missing.join(phrase(knowledge, language, 'list-separator')) || none,
    });
  }

  function reasonOf(): string[] {
    const decided = new Set(route ? slotConditions(route.when).map(one => one.slot) : []);
    const facts = known.filter(({ slot }) => decided.has(slot.id));
    return [negotiation.label[language], ...facts.map(inWords)];
  }
}
