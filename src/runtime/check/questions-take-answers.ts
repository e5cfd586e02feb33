import { LANGUAGES } from '../../core/knowledge/localized.ts';
import type { ConversationEvent } from '../../core/conversation/events.ts';
import type { SlotDefinition } from '../../core/knowledge/negotiation.ts';
import type { SlotValue } from '../../core/knowledge/value.ts';
import { addDays } from '../../core/language/day.ts';
import { normalize } from '../../core/language/normalize.ts';
import { withoutConditions } from './without-conditions.ts';
import type { PlacedSlot } from '../knowledge/resolve-slots.ts';
import type { Check, CheckContext } from './check.ts';
import { report } from './report.ts';
import { asked } from './talk.ts';

/** Every example and every button of a question is understood as its own value when that question was asked, in every language. */
export const questionsTakeAnswers: Check = {
  name: 'questions take their own answers',
  counts: 'examples and buttons',
  run(context) {
    const open = withoutConditions(context.mind);
    let seen = 0;
    for (const [type, slots] of context.slots) {
      for (const slot of slots) {
        for (const language of LANGUAGES) {
          const listens = (text: string, day = context.today): ConversationEvent[] =>
            asked(open, language, day, type, slot.value.id).wouldFollow(text);
          for (const [at, example] of slot.value.examples[language].entries()) {
            seen++;
            const days = slot.value.kind === 'date' ? throughTheYear(context.today) : [context.today];
            for (const day of days) {
              const filled = filledBy(listens(example, day), slot.value.id);
              if (filled?.kind === slot.value.kind) continue;
              const when = day === context.today ? '' : ` on ${day}`;
              report(
                context,
                slot,
                ['examples', language, at],
                `「${example}」 ${saidOf(filled)}${when}; write an answer that is read as a ${slot.value.kind}`,
              );
              break;
            }
          }
          for (const { label, expected, path } of buttonsOf(slot.value, context, language)) {
            seen++;
            const filled = filledBy(listens(label), slot.value.id);
            const got =
              filled && ('choice' in filled ? filled.choice : 'product' in filled ? filled.product : null);
            if (got !== expected)
              report(
                context,
                slot,
                path,
                `typing 「${label}」 ${got ? `chooses ${got}` : saidOf(filled)} and not ${expected}; word the two apart`,
              );
          }
          alike(context, slot, language);
        }
      }
    }
    return seen;
  },
};

/** 「今年9月」 is an example in November and none in March. */
const throughTheYear = (today: string): string[] =>
  [0, 40, 100, 160, 220, 290].map(days => addDays(today, days));

const filledBy = (events: ConversationEvent[], slot: string): SlotValue | undefined =>
  events.flatMap(event => (event.type === 'SlotFilled' && event.slot === slot ? [event.value] : []))[0];

const saidOf = (value: { kind: string } | undefined): string =>
  value ? `is read as a ${value.kind}` : 'is not understood for sure';

function buttonsOf(slot: SlotDefinition, { knowledge }: CheckContext, language: (typeof LANGUAGES)[number]) {
  if (slot.kind === 'choice')
    return (slot.choices ?? []).map(({ label, value }, at) => ({
      label: label[language],
      expected: value,
      path: ['choices', at, 'label', language],
    }));
  if (slot.kind !== 'product') return [];
  return (slot.products ?? []).map((product, at) => ({
    label: knowledge.lexicon[language].products[product]?.label ?? product,
    expected: product,
    path: ['products', at],
  }));
}

/** Two buttons of one question whose labels or sayings a person could not tell apart. */
function alike(context: CheckContext, slot: PlacedSlot, language: (typeof LANGUAGES)[number]): void {
  const owner = new Map<string, string>();
  for (const [at, { value, label, sayings }] of (slot.value.choices ?? []).entries()) {
    for (const words of [label[language], ...(sayings?.[language] ?? [])].map(one =>
      normalize(one).replace(/[\s\p{P}]/gu, ''),
    )) {
      const other = owner.get(words);
      if (other !== undefined && other !== value)
        report(context, slot, ['choices', at], `「${words}」 says ${other} too; keep it with one of them`);
      owner.set(words, value);
    }
  }
}
