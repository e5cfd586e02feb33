import type { SlotValue } from '../knowledge/value.ts';
import { impossible } from './check-value.ts';
import { type Assignment, COMES_AGAIN } from './fill-slots.ts';
import { showValue } from './show-value.ts';
import type { Turn } from './turn.ts';

/**
 * A bare number in a sentence about something else (after 7 in the evening) is shown before it counts as money, and so is
 * one instalment before it counts as all.
 */
const isGuess = (value: SlotValue, certainty: string, rule: string): boolean =>
  value.kind === 'money' && (rule === COMES_AGAIN || (certainty === 'assumed' && rule === 'money-asked'));

/**
 * Puts a value into its slot: as a question where several readings are open, with what it was before where it changes
 * an answer, or refused with the reason.
 */
export function settle(turn: Turn, { slot, candidates, span, rule, certainty }: Assignment): void {
  const from = turn.from(span, rule, certainty);
  const possible = candidates.filter(value => impossible(value, slot, turn.today) === null);
  const [value] = possible;
  const old = turn.state.slots[slot.id]?.value;
  turn.understood = true;
  if (!value) {
    const reason = candidates[0] ? impossible(candidates[0], slot, turn.today) : null;
    turn.emit({ type: 'SlotRejected', slot: slot.id, reason: reason ?? 'unreadable', from });
    turn.say(
      'reject-value',
      { words: from.words, label: slot.label[turn.state.language] },
      {
        key: reason ? `reject-value-${reason}` : 'reject-value',
        slot: slot.id,
      },
    );
    return;
  }
  if (possible.length > 1 || isGuess(value, certainty, rule)) {
    turn.emit({ type: 'SlotProposed', slot: slot.id, candidates: possible.slice(0, 4), from });
    return;
  }
  if (old && JSON.stringify(old) === JSON.stringify(value)) {
    turn.filled.push(slot.id);
    return;
  }
  turn.fill(slot.id, value, from);
  if (old && old.kind !== 'non-answer') {
    const { knowledge } = turn.mind;
    const { language } = turn.state;
    turn.say(
      'corrected',
      {
        label: slot.label[language],
        was: showValue(old, slot, knowledge, language),
        now: showValue(value, slot, knowledge, language),
      },
      { slot: slot.id },
    );
  }
}
