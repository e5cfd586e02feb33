import { daysBetween } from '../language/day.ts';
import type { Conversation } from '../conversation/state.ts';
import type { Condition } from '../knowledge/condition.ts';
import type { SlotValue } from '../knowledge/value.ts';

/** What conditions speak of: the type of the matter and the answers given. */
export type Facts = Pick<Conversation, 'negotiation' | 'slots'>;

/** A condition that can be asked. */
export type Test = (facts: Facts, today: string) => boolean;

/** The checker asks a condition thousands of times over, so each is made a test once. */
const tests = new WeakMap<Condition, Test>();

/** Whether a condition is met by what is known. What is not known meets nothing but `known: false` and `not`. */
export function holds(condition: Condition, facts: Facts, today: string): boolean {
  let test = tests.get(condition);
  if (!test) tests.set(condition, (test = testOf(condition)));
  return test(facts, today);
}

export function testOf(condition: Condition): Test {
  if ('all' in condition) {
    const all = condition.all.map(testOf);
    return (facts, today) => all.every(test => test(facts, today));
  }
  if ('any' in condition) {
    const any = condition.any.map(testOf);
    return (facts, today) => any.some(test => test(facts, today));
  }
  if ('not' in condition) {
    const not = testOf(condition.not);
    return (facts, today) => !not(facts, today);
  }
  if ('type' in condition) {
    const types = condition.type;
    return ({ negotiation }) => negotiation !== null && types.includes(negotiation);
  }
  const { slot } = condition;
  if ('known' in condition) {
    const { known } = condition;
    return ({ slots }) => ((slots[slot]?.value.kind ?? 'non-answer') !== 'non-answer') === known;
  }
  if ('is' in condition) {
    const words = condition.is;
    return ({ slots }) => {
      const value = slots[slot]?.value;
      return value !== undefined && words.includes(wordFor(value) ?? '');
    };
  }
  if ('atLeastYuan' in condition) {
    const least = condition.atLeastYuan * 100;
    return ({ slots }) => {
      const value = slots[slot]?.value;
      if (value?.kind !== 'money' || value.each || value.currency !== 'CNY') return false;
      return value.lo !== null && value.lo >= least;
    };
  }
  const { withinDays } = condition;
  return ({ slots }, today) => {
    const value = slots[slot]?.value;
    return value?.kind === 'date' && daysBetween(value.lo.slice(0, 10), today) <= withinDays;
  };
}

/** The word by which conditions name a value: a choice's id, a product's id, `yes` or `no`. */
function wordFor(value: SlotValue): string | null {
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
