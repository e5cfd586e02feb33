import { daysBetween } from '../language/day.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Condition } from '../knowledge/condition.ts';
import type { SlotValue } from '../knowledge/value.ts';

/** Whether a condition is met by what is known. What is not known meets nothing but `known: false` and `not`. */
export function holds(condition: Condition, state: Conversation, today: string): boolean {
  if ('all' in condition) return condition.all.every(one => holds(one, state, today));
  if ('any' in condition) return condition.any.some(one => holds(one, state, today));
  if ('not' in condition) return !holds(condition.not, state, today);
  if ('type' in condition) return state.negotiation !== null && condition.type.includes(state.negotiation);
  const value = state.slots[condition.slot]?.value;
  if ('known' in condition) return (value !== undefined && value.kind !== 'non-answer') === condition.known;
  if (!value) return false;
  if ('is' in condition) return condition.is.includes(tokenOf(value) ?? '');
  return value.kind === 'date' && daysBetween(value.lo.slice(0, 10), today) <= condition.withinDays;
}

/** The word by which conditions name a value: a choice's id, a product's id, `yes` or `no`. */
function tokenOf(value: SlotValue): string | null {
  switch (value.kind) {
    case 'choice':
      return value.choice;
    case 'product':
      return value.product;
    case 'yes-no':
      return value.yes ? 'yes' : 'no';
    case 'non-answer':
      return value.reason;
    default:
      return null;
  }
}
