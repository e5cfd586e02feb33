import type { SlotDefinition } from '../../knowledge/negotiation.ts';
import type { SlotValue } from '../../knowledge/value.ts';
import { recognise } from '../../nlu/values/recognise.ts';
import type { Assignment } from '../fill-slots.ts';
import type { Turn } from '../turn.ts';

/**
 * 「四千五」 as the answer to a choice among ranges of money: the range it lies in, or all it touches as candidates.
 * Null where the slot has no ranges or the message names no amount.
 */
export function amountChoice(turn: Turn, slot: SlotDefinition): Assignment | null {
  const ranges = (slot.choices ?? []).filter(choice => choice.amounts);
  if (ranges.length === 0) return null;
  const { language, zone } = turn.state;
  const asked: SlotDefinition = { ...slot, kind: 'money' };
  const context = { language, now: turn.moment.now, zone, asked, prefers: slot.prefers };
  const found = recognise(turn.message.text, context).filter(value => value.kind === 'money');
  const [money] = found;
  const [value] = money?.candidates ?? [];
  if (!money || found.length > 1 || money.candidates.length > 1 || value?.kind !== 'money') return null;
  const [lo, hi] = [value.lo ?? 0, value.hi ?? Number.POSITIVE_INFINITY];
  const candidates = ranges
    .filter(
      ({ amounts }) =>
        amounts && lo < (amounts.below ?? Number.POSITIVE_INFINITY) * 100 && hi >= amounts.from * 100,
    )
    .map((choice): SlotValue => ({ kind: 'choice', choice: choice.value }));
  if (candidates.length === 0) return null;
  const span = { start: money.start, end: money.end };
  return { slot, candidates, span, rule: 'amount in range', certainty: 'stated' };
}
