import type { Conversation } from '../conversation/state.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { applicableSlots } from './next-question.ts';
import { phrase, phraseParts } from './render.ts';
import { showValue } from './show-value.ts';

/** A slot of which something is known, in the words the person saw. */
export interface Known {
  slot: SlotDefinition;
  label: string;
  value: Exclude<SlotValue, { kind: 'non-answer' }>;
  shown: string;
}

/** What is known of a matter, in the order in which it is asked. */
export function knownOf(
  state: Conversation,
  negotiation: Negotiation,
  knowledge: Knowledge,
  today: string,
): Known[] {
  const { language } = state;
  return applicableSlots(negotiation, state, today).flatMap((slot): Known[] => {
    const value = state.slots[slot.id]?.value;
    if (!value || value.kind === 'non-answer') return [];
    return [{ slot, label: slot.label[language], value, shown: showValue(value, slot, knowledge, language) }];
  });
}

/** What the person wants to come of it. */
export const demandOf = (known: readonly Known[]): string | null =>
  known.find(one => one.slot.id === 'demand' || one.slot.id === 'wish')?.shown ?? null;

/**
 * The matter in one neutral paragraph: words, a value as the person gave it, words … words. Free texts, sensitive slots
 * and order numbers are left to other parts of the sheet.
 * @param as whether the person has confirmed what is known, or only told it
 */
export function sheetSummary(
  state: Conversation,
  negotiation: Negotiation,
  knowledge: Knowledge,
  today: string,
  as: 'confirmed' | 'told',
): string[] {
  const { language } = state;
  const say = (key: Parameters<typeof phrase>[2]): string => phrase(knowledge, language, key);
  const known = knownOf(state, negotiation, knowledge, today);
  const facts = known.filter(
    ({ slot, value }) => value.kind !== 'text' && !slot.sensitive && value.kind !== 'order-number',
  );
  const missing = applicableSlots(negotiation, state, today)
    .filter(slot => slot.required && !known.some(one => one.slot.id === slot.id))
    .map(slot => slot.label[language]);
  const demand = demandOf(known);
  /** Of each parameter its own parts. */
  const filled: Record<string, string[]> = {
    label: [negotiation.label[language]],
    facts: facts.length === 0 ? [say('sheet-none')] : factParts(),
    demand: demand === null ? [say('sheet-not-said')] : ['', demand, ''],
    missing: [missing.join(say('list-separator')) || say('sheet-none')],
  };
  const names = Object.fromEntries(Object.keys(filled).map(name => [name, name]));
  const key = as === 'confirmed' ? 'sheet-summary' : 'sheet-summary-so-far';
  const parts = phraseParts(knowledge, language, key, names);
  return parts.reduce<string[]>(
    (all, part, at) => joined(all, at % 2 === 0 ? [part] : (filled[part] ?? [])),
    [''],
  );

  function factParts(): string[] {
    return facts.reduce<string[]>(
      (all, { label, shown }, at) => {
        const before = at === 0 ? '' : say('item-separator');
        return joined(all, [`${before}${label}${say('colon')}`, shown, '']);
      },
      [''],
    );
  }
}

/** Two texts in parts, one behind the other: the words that meet become one part. */
const joined = (first: readonly string[], second: readonly string[]): string[] => [
  ...first.slice(0, -1),
  `${first.at(-1) ?? ''}${second[0] ?? ''}`,
  ...second.slice(1),
];
