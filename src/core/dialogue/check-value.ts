import type { SlotDefinition } from '../knowledge/negotiation.ts';
import type { SlotValue } from '../knowledge/value.ts';

/** Why a value that was read cannot be right; the reason is the end of a phrase key, `reject-value-<reason>`. */
export type Impossible = 'future' | 'nothing' | 'too-short';

/**
 * Whether a value can be what the slot asks for. Hard impossibilities only: doubtful shapes are hints for the
 * mediator, for turning away a true order number hurts more than taking an odd one.
 * @param today the day in the conversation's zone, YYYY-MM-DD
 */
export function impossible(value: SlotValue, slot: SlotDefinition, today: string): Impossible | null {
  if (value.kind === 'date' && slot.prefers === 'past' && value.lo.slice(0, 10) > today) return 'future';
  if (value.kind === 'money' && value.hi === 0) return 'nothing';
  if (value.kind === 'text' && value.text.trim().length === 0) return 'too-short';
  return null;
}
