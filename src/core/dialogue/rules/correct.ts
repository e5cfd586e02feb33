import type { SlotDefinition } from '../../knowledge/negotiation.ts';
import type { SlotValue } from '../../knowledge/value.ts';
import type { Correction } from '../../nlu/corrections.ts';
import { interpret, type Interpretation } from '../../nlu/interpret.ts';
import type { Span } from '../../nlu/span.ts';
import { type Assignment, assignValues } from '../fill-slots.ts';
import { askSlot } from '../ask.ts';
import { STORY } from '../keep-story.ts';
import { namesSlot } from '../names-slot.ts';
import { settle } from '../settle.ts';
import { chooseEdit } from '../summary.ts';
import type { Rule, Turn } from '../turn.ts';

/** What speaks for a correction of an answer, strongest first. */
const SPEAKS = { named: 4, oldIsThis: 3, ofItsKind: 2, readsAsThis: 1 };
/** 2899 and 三千五 are no names and no descriptions. */
const ONLY_NUMBERS = /^[\d\s.,:：/\-零一二两三四五六七八九十百千万亿年月日号点块元毛分wk]+$/i;
/** A message that puts something right and does not say what, is about so long. */
const SHORT = 30;

/**
 * 「把399改成499」, 「不对，是四只松鼠」: the answer that is put right is the one with the old value, the one that is
 * named, or the latest that the new words can be. What cannot be placed is asked about and never taken for an answer.
 */
export const correct: Rule = {
  name: 'correct',
  apply(turn) {
    if (!turn.negotiation || turn.state.case || turn.pressed || turn.onlyAsks) return undefined;
    for (const correction of turn.reading.corrections) {
      const place = placeOf(turn, correction);
      if (!place) continue;
      turn.corrected.push(correction);
      settle(turn, place);
    }
    const [first] = turn.reading.corrections;
    if (turn.corrected.length > 0 || !first || !leavesNothingElse(turn, first)) return undefined;
    const named = turn.before.order.map(id => turn.slot(id)).find(slot => slot && isNamed(turn, slot, first));
    // 「余额不对」 is no word about what was noted, unless there is a line for it.
    if (!named && !first.new && first.old) return undefined;
    turn.understood = true;
    turn.asksOn = false;
    if (named) askSlot(turn, named, 'edit');
    else chooseEdit(turn);
    return 'done';
  },
};

/** Whether the message says that something noted is wrong, nothing beside it, and it could be the answer to no question. */
function leavesNothingElse(turn: Turn, { how, start, end }: Correction): boolean {
  const { text } = turn.reading;
  const beside = text.length - (end - start);
  const { asked, reading } = turn;
  const isAnswer =
    asked !== null &&
    asked.kind !== 'text' &&
    asked.kind !== 'counterparty' &&
    (reading.values.some(value => value.kind === asked.kind) ||
      reading.choices.some(choice => choice.slot === asked.id) ||
      asked.kind === 'yes-no');
  return (
    (how === 'change' || how === 'wrong') &&
    turn.before.order.length > 0 &&
    text.length <= SHORT &&
    beside <= 4 &&
    !isAnswer &&
    !turn.reading.isQuestion
  );
}

function placeOf(turn: Turn, correction: Correction): Assignment | null {
  const { slots, state } = turn;
  const kinds = kindsIn(turn, correction);
  let best: { score: number; place: Assignment } | null = null;
  for (const id of turn.before.order.toReversed()) {
    const slot = slots.find(one => one.id === id && state.slots[id]?.value.kind !== 'non-answer');
    const score = slot ? scoreOf(turn, slot, correction, kinds) : 0;
    if (!slot || score <= (best?.score ?? 0)) continue;
    const place = readAs(turn, slot, correction);
    if (place) best = { score, place };
  }
  return best?.place ?? null;
}

function scoreOf(turn: Turn, slot: SlotDefinition, correction: Correction, kinds: Set<string>): number {
  const { old, how } = correction;
  if (isNamed(turn, slot, correction)) return SPEAKS.named;
  if (old && isNow(turn, slot, old)) return SPEAKS.oldIsThis;
  // 不是假货，是质量问题 and 应该是399 may answer what was asked.
  const asked = turn.asked && !turn.state.slots[turn.asked.id] ? turn.asked : null;
  if (how === 'not-but' || (how === 'should' && asked && (kinds.size === 0 || kinds.has(asked.kind))))
    return 0;
  if (kinds.has(slot.kind)) return SPEAKS.ofItsKind;
  // Any words can be a name or a text: only what was said just before is put right by them.
  const takesAnything = slot.kind === 'text' || slot.kind === 'counterparty';
  if (takesAnything && correction.new && ONLY_NUMBERS.test(wordsIn(turn, correction.new))) return 0;
  return kinds.size > 0 || (takesAnything && turn.before.order.at(-1) !== slot.id) ? 0 : SPEAKS.readsAsThis;
}

const isNamed = (turn: Turn, slot: SlotDefinition, { start, end, old }: Correction): boolean =>
  namesSlot(turn, slot, old ?? { start, end });

/** Whether the old words are what the slot holds, or the words it came from. */
function isNow(turn: Turn, slot: SlotDefinition, old: Span): boolean {
  const fact = turn.state.slots[slot.id];
  const words = wordsIn(turn, old);
  if (!fact) return false;
  if (fact.value.kind === 'text') return slot.id !== STORY && fact.value.text.split(words).length === 2;
  if (fact.value.kind === 'counterparty' && fact.value.name.includes(words)) return true;
  if (fact.from.words === words) return true;
  const read = readAt(turn, slot, old);
  return read.some(one => one.candidates.some(value => JSON.stringify(value) === JSON.stringify(fact.value)));
}

/** The new words as a value of the slot. Of a text the old words alone are replaced. */
function readAs(turn: Turn, slot: SlotDefinition, { old, new: now }: Correction): Assignment | null {
  if (!now) return null;
  const fact = turn.state.slots[slot.id]?.value;
  const words = wordsIn(turn, now);
  if (slot.kind === 'text') {
    const text = fact?.kind === 'text' && old ? fact.text.replace(wordsIn(turn, old), words) : words;
    const candidates: SlotValue[] = [{ kind: 'text', text }];
    return { slot, candidates, span: now, rule: 'corrected', certainty: 'stated' };
  }
  const [read] = readAt(turn, slot, now);
  if (!read) return null;
  const span = { start: now.start + read.span.start, end: now.start + read.span.end };
  return { ...read, span, certainty: 'stated' };
}

function readAt(turn: Turn, slot: SlotDefinition, span: Span): Assignment[] {
  const { negotiation, state } = turn;
  if (!negotiation) return [];
  const reading = readWords(turn, wordsIn(turn, span), slot);
  return assignValues(reading, negotiation, [slot], state, slot, false);
}

function readWords(turn: Turn, words: string, asked: SlotDefinition | null): Interpretation {
  const { language, zone } = turn.state;
  const prefers = asked?.prefers ?? 'past';
  return interpret(words, turn.mind.understanding, { language, now: turn.moment.now, zone, asked, prefers });
}

/** The kinds of value that the new words are by themselves, whatever was asked. */
function kindsIn(turn: Turn, { new: now }: Correction): Set<string> {
  if (!now) return new Set();
  const { values, products, choices } = readWords(turn, wordsIn(turn, now), null);
  const ofThis = choices.filter(hit => hit.negotiation === turn.state.negotiation);
  return new Set([
    ...values.map(({ kind }) => kind),
    ...(products.length > 0 ? ['product'] : []),
    ...(ofThis.length > 0 ? ['choice'] : []),
  ]);
}

const wordsIn = (turn: Turn, { start, end }: Span): string => turn.message.text.slice(start, end);
