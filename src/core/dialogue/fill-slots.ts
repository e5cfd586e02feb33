import type { Conversation } from '../conversation/state.ts';
import type { Negotiation, SlotDefinition } from '../knowledge/negotiation.ts';
import { isSlotValue, type SlotKind, type SlotValue, type Value } from '../knowledge/value.ts';
import { sumsOf } from './sums-of.ts';
import { clauseAt } from '../nlu/clauses.ts';
import type { Interpretation } from '../nlu/interpret.ts';
import type { Span } from '../nlu/span.ts';

/** A value on its way into a slot. More than one candidate means: ask which. */
export interface Assignment {
  slot: SlotDefinition;
  candidates: SlotValue[];
  span: Span;
  rule: string;
  certainty: 'stated' | 'assumed';
}

type Reading = Omit<Assignment, 'slot'> & { kind: Value['kind'] };

/** The slot that was asked outweighs a lone value's other homes; a word beside the value outweighs the question. */
const WEIGHT = { asked: 4, cue: 5, corrects: 2, open: 1 };

/** A shop's name or an order's number, said alone while something else is asked, can be meant for one slot only. */
const SPEAKS_FOR_ITSELF = new Set<SlotKind>(['counterparty', 'order-number', 'phone']);
/** 「名鞋汇旗舰店。」 */
const FEW_MORE = 2;

/** The rule of an amount of which it is open whether it is all there is. */
export const COMES_AGAIN = 'money-comes-again';

const distinct = (values: SlotValue[]): SlotValue[] =>
  values.length < 2 ? values : [...new Map(values.map(value => [JSON.stringify(value), value])).values()];

/** A story names many days and counts (昨天问了客服), so its kind alone says too little about where one belongs. */
const NEEDS_CUE = new Set<SlotKind>(['date', 'count']);

/** Whether there is nothing in a message that could go into any slot but one for free text. */
const tellsNothing = ({ values, products, choices, acts, nonAnswer }: Interpretation): boolean =>
  values.length + products.length + choices.length + acts.length === 0 && nonAnswer === null;

/**
 * Decides which value of a message belongs to which slot. Every value goes to the slot that speaks for it most
 * strongly; a tie leaves it out, for a question later costs less than a wrong entry.
 * @param slots the slots that apply
 * @param asked the slot that was asked, if one was
 * @param isStory whether the message tells what happened; only then a value may go where nothing but its kind leads
 */
export function assignValues(
  reading: Interpretation,
  negotiation: Negotiation,
  slots: readonly SlotDefinition[],
  state: Conversation,
  asked: SlotDefinition | null,
  isStory: boolean,
): Assignment[] {
  if (tellsNothing(reading)) return [];
  const corrects = reading.acts.some(found => found.act === 'correct');
  const taken = new Map<string, Assignment>();
  const offer = (assignment: Assignment): void => {
    if (!taken.has(assignment.slot.id)) taken.set(assignment.slot.id, assignment);
  };

  for (const choice of choiceAssignments()) offer(choice);
  const answer = yesNo();
  if (answer) offer(answer);
  for (const value of valueAssignments()) offer(value);
  return [...taken.values()];

  /** 「花了299，只退了100」: of several values with one home the strongest takes it; equals become candidates to ask about. */
  function valueAssignments(): Assignment[] {
    const homes = new Map<string, { slot: SlotDefinition; score: number; values: Reading[] }>();
    for (const value of valuesToPlace()) {
      const home = homeOf(value);
      if (!home) continue;
      const { slot, score } = home;
      const before = homes.get(slot.id);
      if (!before || score > before.score) homes.set(slot.id, { slot, score, values: [value] });
      else if (score === before.score) before.values.push(value);
    }
    return [...homes.values()].flatMap(({ slot, values }) => {
      const [first] = values;
      const candidates = distinct(values.flatMap(value => value.candidates));
      return first ? [asSum({ slot, ...first, candidates })] : [];
    });
  }

  /** 每期1200 is no answer to how much it is altogether: what it comes to is asked about. */
  function asSum(assignment: Assignment): Assignment {
    const { slot, candidates } = assignment;
    const comesAgain = candidates.some(value => value.kind === 'money' && value.each);
    if (slot.each || !comesAgain) return assignment;
    const sums = candidates.flatMap((value): SlotValue[] =>
      value.kind === 'money' ? sumsOf(value, reading) : [value],
    );
    return { ...assignment, candidates: distinct(sums), rule: COMES_AGAIN };
  }

  function choiceAssignments(): Assignment[] {
    const found: Assignment[] = [];
    const ofType = reading.choices.filter(hit => hit.negotiation === negotiation.id);
    if (ofType.length === 0) return found;
    for (const slot of slots) {
      if (slot.kind !== 'choice') continue;
      const isAsked = slot.id === asked?.id;
      const hits = ofType.filter(hit => hit.slot === slot.id && (isAsked || volunteered(hit)));
      const [first] = hits;
      if (!first) continue;
      const settled = isAnswered(slot) && !isAsked && !corrects;
      const values = [...new Set(hits.map(hit => hit.value))];
      // Several in a story: few enough are asked about, where the answer is needed; otherwise the question comes anyway.
      const isUnclear = values.length > 1 && !isAsked && (!slot.required || values.length > 3);
      if (settled || isUnclear) continue;
      const candidates = values.map((choice): SlotValue => ({ kind: 'choice', choice }));
      found.push({
        slot,
        candidates,
        span: first,
        rule: 'choice',
        certainty: isAsked ? 'stated' : 'assumed',
      });
    }
    return found;
  }

  /** A choice nobody asked for counts in a telling sentence, or where the message is its label and no other slot's. */
  function volunteered(hit: Interpretation['choices'][number]): boolean {
    if (!hit.whole) return !inQuestion(hit);
    const homes = reading.choices.filter(other => other.whole && slots.some(slot => slot.id === other.slot));
    return homes.every(other => other.slot === hit.slot || other.negotiation !== hit.negotiation);
  }

  function isAnswered(slot: SlotDefinition): boolean {
    return (state.slots[slot.id]?.value.kind ?? 'non-answer') !== 'non-answer';
  }

  /** Yes and no to the asked question, be it a yes-no slot or a choice between `yes` and `no`. */
  function yesNo(): Assignment | null {
    const isChoice = ['yes', 'no'].every(value => asked?.choices?.some(choice => choice.value === value));
    if (!asked || (asked.kind !== 'yes-no' && !isChoice)) return null;
    const act = reading.acts.find(found => found.act === 'affirm' || found.act === 'deny');
    const none = reading.nonAnswer === 'nothing';
    if (!act && !none) return null;
    const yes = act?.act === 'affirm';
    const span = act ?? { start: 0, end: reading.text.length };
    const value: SlotValue = isChoice
      ? { kind: 'choice', choice: yes ? 'yes' : 'no' }
      : { kind: 'yes-no', yes };
    return { slot: asked, candidates: [value], span, rule: 'yes-no', certainty: 'stated' };
  }

  function valuesToPlace(): Reading[] {
    const read = reading.values.map(
      ({ kind, candidates, start, end, rule, certainty }): Reading => ({
        kind,
        candidates: candidates.filter(isSlotValue),
        span: { start, end },
        rule,
        certainty,
      }),
    );
    const taken = reading.products.filter(hit =>
      slots.some(slot => slot.kind === 'product' && (slot.products ?? [hit.id]).includes(hit.id)),
    );
    const narrow = taken.filter(hit => hit.id !== 'alipay' && hit.id !== 'goods');
    const products = narrow.length > 0 ? narrow : taken;
    const ids = [...new Set(products.map(hit => hit.id))];
    const [first] = products;
    if (first && (ids.length === 1 || asked?.kind === 'product')) {
      const candidates = ids.map((product): SlotValue => ({ kind: 'product', product }));
      read.push({ kind: 'product', candidates, span: first, rule: 'product', certainty: 'stated' });
    }
    return read.filter(
      value => value.kind !== 'text' && (!inQuestion(value.span) || value.kind === asked?.kind),
    );
  }

  function homeOf(value: Reading): { slot: SlotDefinition; score: number } | null {
    const scored = slots
      .filter(slot => slot.kind === value.kind && !taken.has(slot.id))
      .map(slot => ({ slot, score: scoreOf(slot, value) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score);
    const [best, second] = scored;
    if (!best || (second && second.score === best.score)) return null;
    const overwrites = isAnswered(best.slot) && best.score < WEIGHT.corrects;
    return overwrites ? null : best;
  }

  function scoreOf(slot: SlotDefinition, value: Reading): number {
    const isFilled = isAnswered(slot);
    let score = 0;
    if (slot.id === asked?.id) score += WEIGHT.asked;
    if (hasCue(slot, value)) score += WEIGHT.cue;
    if (score === 0 && comesOtherwise(slot, value)) return 0;
    if (corrects && isFilled) score += WEIGHT.corrects;
    if (!isFilled && isStory && !NEEDS_CUE.has(slot.kind)) score += WEIGHT.open;
    else if (!isFilled && SPEAKS_FOR_ITSELF.has(slot.kind) && isAllThatIsSaid(value)) score += WEIGHT.open;
    return score;
  }

  function isAllThatIsSaid({ span }: Reading): boolean {
    return reading.text.trim().length - (span.end - span.start) <= FEW_MORE;
  }

  /** Whether the amount comes again and again and a sum is asked for, or the reverse. */
  function comesOtherwise(slot: SlotDefinition, { candidates }: Reading): boolean {
    const [value] = candidates;
    return value?.kind === 'money' && value.each !== slot.each;
  }

  /** Whether a word that points to the slot stands in the value's clause, no other value of the kind being nearer to it. */
  function hasCue(slot: SlotDefinition, value: Reading): boolean {
    const clause = clauseAt(reading.clauses, value.span.start, reading.text);
    return reading.cues.some(
      cue =>
        cue.negotiation === negotiation.id &&
        cue.slot === slot.id &&
        cue.start >= clause.start &&
        cue.end <= clause.end &&
        nearestValue(cue, value.kind) === value.span.start,
    );
  }

  function nearestValue(cue: Span, kind: Value['kind']): number {
    let nearest = Number.POSITIVE_INFINITY;
    let start = -1;
    for (const value of reading.values) {
      if (value.kind !== kind) continue;
      const distance = value.start >= cue.end ? value.start - cue.end : Math.max(0, cue.start - value.end);
      if (distance < nearest) [nearest, start] = [distance, value.start];
    }
    return kind === 'product' ? (reading.products[0]?.start ?? -1) : start;
  }

  function inQuestion(span: Span): boolean {
    return reading.questions.some(clause => clause.start <= span.start && span.start < clause.end);
  }
}
