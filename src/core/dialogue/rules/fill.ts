import type { Negotiation, SlotDefinition } from '../../knowledge/negotiation.ts';
import { NonAnswer, type SlotValue } from '../../knowledge/value.ts';
import type { Interpretation } from '../../nlu/interpret.ts';
import type { Span } from '../../nlu/span.ts';
import { assignValues } from '../fill-slots.ts';
import { cite, factsOf } from '../render.ts';
import { settle } from '../settle.ts';
import type { Rule, Turn } from '../turn.ts';
import { STORY } from '../keep-story.ts';
import { askedAnswer } from './asked-answer.ts';

/** A text answer at least this long is a story, and the values told in it are read too; 「晚上8点后」 is no date to file. */
const SHORTEST_STORY = 15;

/** Every value of the message goes where it belongs, the asked slot first. */
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
    const answer = asked && turn.corrected.length === 0 ? askedAnswer(turn, asked) : null;
    if (asked && answer && answer.candidates[0]?.kind === 'non-answer') {
      decline(turn, asked, answer.candidates[0].reason);
      return undefined;
    }
    if (turn.onlyAsks) return undefined;
    if (answer) settle(turn, answer);
    const justAnAnswer = answer !== null && asked?.id !== STORY && turn.message.text.length < SHORTEST_STORY;
    const askedHere = answer || turn.corrected.length > 0 ? null : asked;
    if (!justAnAnswer) settleAll(turn, negotiation, askedHere);
    return undefined;
  },
};

/** Takes from the message what answers this slot, and nothing else. */
export function answerSlot(turn: Turn, slot: SlotDefinition): void {
  const { negotiation, pressed } = turn;
  if (!negotiation) return;
  if (pressed) {
    if (pressed.verb !== 'slot' || pressed.argument.startsWith(`${slot.id}=`)) pressedAnswer(turn, slot);
    return;
  }
  const answer = askedAnswer(turn, slot);
  const reason = answer?.candidates[0]?.kind === 'non-answer' ? answer.candidates[0].reason : null;
  if (reason) return decline(turn, slot, reason);
  if (answer) return settle(turn, answer);
  const found = assignValues(turn.reading, negotiation, turn.slots, turn.state, slot, false);
  const mine = found.find(one => one.slot.id === slot.id);
  if (mine) settle(turn, mine);
}

/** Values open further questions (打我电话 138… fills how, and only then whereto), so it goes on until nothing is added. */
function settleAll(turn: Turn, negotiation: Negotiation, asked: SlotDefinition | null): void {
  const isStory = turn.filled.includes(STORY) || turn.before.negotiation === null;
  const settled = new Set(turn.filled);
  for (let open = true; open; ) {
    const found = assignValues(besideCorrections(turn), negotiation, turn.slots, turn.state, asked, isStory);
    const fresh = found.filter(one => !settled.has(one.slot.id));
    for (const one of fresh) {
      settled.add(one.slot.id);
      settle(turn, one);
    }
    open = fresh.length > 0;
  }
}

/** What the message tells beside what it puts right. */
function besideCorrections({ reading, corrected }: Turn): Interpretation {
  if (corrected.length === 0) return reading;
  const isBeside = ({ start, end }: Span): boolean =>
    !corrected.some(one => start < one.end && one.start < end);
  return {
    ...reading,
    values: reading.values.filter(isBeside),
    choices: reading.choices.filter(isBeside),
    products: reading.products.filter(isBeside),
  };
}

function pressedAnswer(turn: Turn, asked: SlotDefinition | null): void {
  const { pressed } = turn;
  if (pressed?.verb === 'slot') {
    const [id = '', choice = ''] = pressed.argument.split('=');
    const slot = turn.slot(id);
    const value = slot ? valueOfChoice(turn, slot, choice) : null;
    if (slot && value)
      settle(turn, { slot, candidates: [value], span: turn.everything, rule: 'button', certainty: 'stated' });
  }
  const reason = pressed?.verb === 'answer' ? NonAnswer.safeParse(pressed.argument).data : undefined;
  if (reason && asked) decline(turn, asked, reason);
  if (pressed?.verb === 'act' && pressed.argument === 'skip' && asked) decline(turn, asked, 'skipped');
}

/** Null where no button says this; whoever writes to the socket may send anything. */
function valueOfChoice({ mind, state }: Turn, slot: SlotDefinition, choice: string): SlotValue | null {
  switch (slot.kind) {
    case 'yes-no':
      return choice === 'yes' || choice === 'no' ? { kind: 'yes-no', yes: choice === 'yes' } : null;
    case 'product':
      return Object.hasOwn(mind.knowledge.lexicon[state.language].products, choice)
        ? { kind: 'product', product: choice }
        : null;
    default:
      return slot.choices?.some(one => one.value === choice) ? { kind: 'choice', choice } : null;
  }
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
    const { knowledge } = turn.mind;
    const { language } = turn.state;
    const why = slot.why[language];
    turn.say(
      'required-slot',
      { why: cite(why, knowledge, language) },
      { slot: slot.id, facts: factsOf(why, knowledge, language) },
    );
    return;
  }
  turn.fill(slot.id, { kind: 'non-answer', reason }, turn.from(turn.everything, `non-answer-${reason}`));
}
