import type { SlotDefinition } from '../../knowledge/negotiation.ts';
import type { Assignment } from '../fill-slots.ts';
import { amountChoice } from './amount-choice.ts';
import type { Turn } from '../turn.ts';

/** What is no story but a word about the talk; it never becomes the text of an answer. */
const isAboutTheTalk = (turn: Turn): boolean =>
  turn.reading.acts.some(found => found.whole || found.act === 'correct') && turn.reading.clauses.length <= 1;

/**
 * The answer to the asked slot that no recogniser gives: a typed non-answer, or free text taken in the person's own
 * words. Null where the message is no such answer.
 */
export function askedAnswer(turn: Turn, slot: SlotDefinition): Assignment | null {
  const { reading } = turn;
  const whole = { slot, span: turn.everything, certainty: 'stated' as const };
  const keepsOld = turn.state.slots[slot.id] !== undefined && slot.kind !== 'yes-no' && turn.does('deny');
  if (turn.does('skip') || keepsOld)
    return { ...whole, candidates: [{ kind: 'non-answer', reason: 'skipped' }], rule: 'skip' };
  const named = reading.choices.some(
    hit => hit.slot === slot.id && hit.negotiation === turn.state.negotiation,
  );
  if (
    reading.nonAnswer &&
    !named &&
    slot.kind !== 'yes-no' &&
    !reading.values.some(value => value.kind === slot.kind && slot.kind !== 'text')
  ) {
    return { ...whole, candidates: [{ kind: 'non-answer', reason: reading.nonAnswer }], rule: 'non-answer' };
  }
  if (slot.kind === 'choice' && !named) return amountChoice(turn, slot);
  if (slot.kind !== 'text') return null;
  if (turn.looksLikeQuestion || isAboutTheTalk(turn)) return null;
  return { ...whole, candidates: [{ kind: 'text', text: turn.message.text.trim() }], rule: 'own-words' };
}
