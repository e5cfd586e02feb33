import type { Negotiation, SlotDefinition } from '../../knowledge/negotiation.ts';
import type { NonAnswer, SlotValue } from '../../knowledge/value.ts';
import { interpret } from '../../nlu/interpret.ts';
import { impossible } from '../check-value.ts';
import { type Assignment, assignValues } from '../fill-slots.ts';
import { applicableSlots } from '../next-question.ts';
import { citedIn, cite } from '../render.ts';
import { showValue } from '../show-value.ts';
import type { Rule, Turn } from '../turn.ts';
import { STORY } from '../keep-story.ts';
import { askedAnswer } from './asked-answer.ts';

/** A text answer at least this long is a story, and the values told in it are read too; 「晚上8点后」 is no date to file. */
const SHORTEST_STORY = 15;

/** So many answers back a correction that names no slot may reach. */
const CORRECTS_BACK = 6;

/** Correction and answers: every value of the message goes where it belongs, the asked slot first. */
export const fill: Rule = {
  name: 'fill',
  apply(turn) {
    const { negotiation } = turn;
    if (!negotiation || turn.state.case || (!turn.pressed && turn.reading.text.trim() === ''))
      return undefined;
    const asked = turn.asked;
    if (turn.pressed) {
      pressedAnswer(turn, asked);
      return undefined;
    }
    const answer = asked ? askedAnswer(turn, asked) : null;
    if (asked && answer && answer.candidates[0]?.kind === 'non-answer') {
      decline(turn, asked, answer.candidates[0].reason);
      return undefined;
    }
    if (turn.onlyAsks) return undefined;
    if (answer) settle(turn, answer);
    const justAnAnswer = answer !== null && asked?.id !== STORY && turn.message.text.length < SHORTEST_STORY;
    if (!justAnAnswer) settleAll(turn, negotiation, answer ? null : asked);
    return undefined;
  },
};

/** Values open further questions (打我电话 138… fills how, and only then whereto), so it goes on until nothing is added. */
function settleAll(turn: Turn, negotiation: Negotiation, asked: SlotDefinition | null): void {
  const isStory = turn.filled.includes(STORY) || turn.before.negotiation === null;
  const settled = new Set(turn.filled);
  for (let open = true; open; ) {
    const slots = applicableSlots(negotiation, turn.state, turn.today);
    const found = assignValues(turn.reading, negotiation, slots, turn.state, asked, isStory);
    if (found.length === 0 && settled.size === 0) found.push(...rereadAsCorrection(turn, slots));
    const fresh = found.filter(one => !settled.has(one.slot.id));
    for (const one of fresh) {
      settled.add(one.slot.id);
      settle(turn, one);
    }
    open = fresh.length > 0;
  }
}

/**
 * 「不对，是500」 names no slot and no unit: it corrects an answer given lately, the latest that can be read that way.
 * Own words are left out, for anything can be read as those.
 */
function rereadAsCorrection(turn: Turn, slots: SlotDefinition[]): Assignment[] {
  const { negotiation, state } = turn;
  if (!negotiation || !turn.does('correct')) return [];
  const { language, zone } = state;
  for (const id of state.order.slice(-CORRECTS_BACK).toReversed()) {
    const slot = slots.find(one => one.id === id && one.kind !== 'text');
    if (!slot) continue;
    const context = { language, now: turn.moment.now, zone, asked: slot, prefers: slot.prefers };
    const reading = interpret(turn.message.text, turn.mind.understanding, context);
    const found = assignValues(reading, negotiation, slots, state, slot, false).filter(
      one => one.slot.id === id,
    );
    // The words around it say that it is a value, and the answer shows the old and the new one.
    if (found.length > 0) return found.map(one => ({ ...one, certainty: 'stated' }));
  }
  return [];
}

function pressedAnswer(turn: Turn, asked: SlotDefinition | null): void {
  const { pressed } = turn;
  if (pressed?.verb === 'slot') {
    const [id = '', choice = ''] = pressed.argument.split('=');
    const slot = turn.slot(id);
    const value = slot ? valueOfChoice(slot, choice) : null;
    if (slot && value)
      settle(turn, { slot, candidates: [value], span: turn.everything, rule: 'button', certainty: 'stated' });
  }
  if (pressed?.verb === 'answer' && asked) decline(turn, asked, pressed.argument as NonAnswer);
  if (pressed?.verb === 'act' && pressed.argument === 'skip' && asked) decline(turn, asked, 'skipped');
}

function valueOfChoice(slot: SlotDefinition, choice: string): SlotValue | null {
  if (slot.kind === 'yes-no') return { kind: 'yes-no', yes: choice === 'yes' };
  if (slot.kind === 'product') return { kind: 'product', product: choice };
  return slot.choices?.some(one => one.value === choice) ? { kind: 'choice', choice } : null;
}

/** 不知道, 不方便说, 跳过 are answers. A required slot is explained once before a bare 跳过 is taken. */
function decline(turn: Turn, slot: SlotDefinition, reason: NonAnswer): void {
  turn.understood = true;
  if (turn.state.slots[slot.id] && turn.state.slots[slot.id]?.value.kind !== 'non-answer') {
    turn.say('kept-as-is', { label: slot.label[turn.state.language] }, { slot: slot.id });
    turn.filled.push(slot.id);
    return;
  }
  if (slot.required && reason === 'skipped' && turn.state.misses === 0) {
    turn.emit({ type: 'NotUnderstood', about: slot.id });
    const why = slot.why[turn.state.language];
    turn.say(
      'required-slot',
      { why: cite(why, turn.mind.knowledge, turn.state.language) },
      { slot: slot.id, facts: citedIn(why) },
    );
    return;
  }
  turn.fill(slot.id, { kind: 'non-answer', reason }, turn.from(turn.everything, `non-answer-${reason}`));
}

/** A bare number in a sentence about something else (after 7 in the evening) is shown before it counts as money. */
const isGuess = (value: SlotValue, certainty: string, rule: string): boolean =>
  value.kind === 'money' && certainty === 'assumed' && rule === 'money-asked';

function settle(turn: Turn, { slot, candidates, span, rule, certainty }: Assignment): void {
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
  if (JSON.stringify(old) === JSON.stringify(value)) {
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
