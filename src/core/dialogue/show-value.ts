import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Language } from '../knowledge/localized.ts';
import type { SlotDefinition } from '../knowledge/negotiation.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { sayUnmistakably, sayValue } from '../language/say.ts';
import { phrase } from './render.ts';

/** A value as the person sees it in summaries and questions. */
export function showValue(
  value: SlotValue,
  slot: SlotDefinition,
  knowledge: Knowledge,
  language: Language,
): string {
  switch (value.kind) {
    case 'choice':
      return slot.choices?.find(choice => choice.value === value.choice)?.label[language] ?? value.choice;
    case 'product':
      return knowledge.lexicon[language].products[value.product]?.label ?? value.product;
    case 'non-answer':
      return phrase(knowledge, language, `non-answer-${value.reason}`);
    case 'yes-no':
      return phrase(knowledge, language, value.yes ? 'yes' : 'no');
    case 'text':
      return value.text;
    default:
      return sayValue(value, language);
  }
}

/**
 * Readings among which the person is to choose. Two amounts that differ by a place (35,000 and 30,005) are taken for one
 * another in digits, so they are said in words as well.
 */
export function showCandidates(
  candidates: readonly SlotValue[],
  slot: SlotDefinition,
  knowledge: Knowledge,
  language: Language,
): string[] {
  const amounts = candidates.filter(({ kind }) => kind === 'money').length;
  return candidates.map(value =>
    amounts > 1 && value.kind === 'money'
      ? sayUnmistakably(value, language)
      : showValue(value, slot, knowledge, language),
  );
}
