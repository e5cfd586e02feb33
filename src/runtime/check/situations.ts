import { addDays } from '../../core/language/day.ts';
import { emptyConversation, type Conversation } from '../../core/conversation/state.ts';
import { holds } from '../../core/dialogue/holds.ts';
import { type Condition, type SlotCondition, slotConditions } from '../../core/knowledge/condition.ts';
import type { SlotDefinition } from '../../core/knowledge/negotiation.ts';
import type { NonAnswer, SlotValue } from '../../core/knowledge/value.ts';
import { FROM_NO_MESSAGE } from './talk.ts';

/**
 * All situations a form of one type can be in, as far as some conditions can tell them apart. The condition language is
 * closed, so each slot has finitely many values that differ for them, and what is found here is decided, not sampled.
 */
export class Situations {
  readonly #type: string;
  readonly #slots: SlotDefinition[];
  readonly #products: string[];
  readonly #today: string;

  constructor(type: string, slots: SlotDefinition[], products: string[], today: string) {
    this.#type = type;
    this.#slots = slots;
    this.#products = products;
    this.#today = today;
  }

  /** Slots that depend on each other in a circle, and so may wait for each other for ever; null where there are none. */
  circle(): string[] | null {
    const done = new Set<string>();
    const visit = (id: string, path: string[]): string[] | null => {
      if (path.includes(id)) return [...path.slice(path.indexOf(id)), id];
      if (done.has(id)) return null;
      for (const next of this.#dependsOn(id)) {
        const found = visit(next, [...path, id]);
        if (found) return found;
      }
      done.add(id);
      return null;
    };
    for (const { id } of this.#slots) {
      const found = visit(id, []);
      if (found) return found;
    }
    return null;
  }

  /** The first situation in which `wanted` holds, `conditions` being all that it looks at; null where there is none. */
  find(conditions: Condition[], wanted: (state: Conversation) => boolean): Conversation | null {
    for (const state of this.of(conditions)) if (wanted(state)) return state;
    return null;
  }

  /** Every situation that the conditions can tell apart. A slot has a value only where it is asked. */
  *of(conditions: Condition[]): Generator<Conversation> {
    const slots = this.#inOrder(conditions.flatMap(slotConditions).map(atom => atom.slot));
    const atoms = [...conditions, ...slots.flatMap(slot => slot.when ?? [])].flatMap(slotConditions);
    const values = slots.map(slot =>
      this.#valuesOf(
        slot,
        atoms.filter(atom => atom.slot === slot.id),
      ),
    );
    yield* this.#fill({ ...emptyConversation, started: true, negotiation: this.#type }, slots, values, 0);
  }

  *#fill(
    state: Conversation,
    slots: SlotDefinition[],
    values: SlotValue[][],
    at: number,
  ): Generator<Conversation> {
    const slot = slots[at];
    if (!slot) return yield state;
    if (slot.when && !holds(slot.when, state, this.#today))
      return yield* this.#fill(state, slots, values, at + 1);
    for (const value of values[at] ?? [])
      yield* this.#fill(
        { ...state, slots: { ...state.slots, [slot.id]: { value, from: FROM_NO_MESSAGE } } },
        slots,
        values,
        at + 1,
      );
  }

  /** The slots named, and all that decide whether these are asked, each after those it depends on. */
  #inOrder(ids: string[]): SlotDefinition[] {
    const ordered = new Map<string, SlotDefinition>();
    const add = (id: string, path: string[]): void => {
      const slot = this.#slots.find(one => one.id === id);
      if (!slot || ordered.has(id) || path.includes(id)) return;
      for (const before of this.#dependsOn(id)) add(before, [...path, id]);
      ordered.set(id, slot);
    };
    for (const id of ids) add(id, []);
    return [...ordered.values()];
  }

  #dependsOn(id: string): string[] {
    const when = this.#slots.find(slot => slot.id === id)?.when;
    return when ? [...new Set(slotConditions(when).map(atom => atom.slot))] : [];
  }

  /** One value for each way in which the atoms can judge the slot. */
  #valuesOf(slot: SlotDefinition, atoms: SlotCondition[]): SlotValue[] {
    const byVerdict = new Map<string, SlotValue>();
    for (const value of [...this.#known(slot, atoms), ...unanswered(atoms)]) {
      const state = { ...emptyConversation, slots: { [slot.id]: { value, from: FROM_NO_MESSAGE } } };
      const verdict = atoms.map(atom => holds(atom, state, this.#today)).join();
      if (!byVerdict.has(verdict)) byVerdict.set(verdict, value);
    }
    return [...byVerdict.values()];
  }

  #known(slot: SlotDefinition, atoms: SlotCondition[]): SlotValue[] {
    switch (slot.kind) {
      case 'choice':
        return (slot.choices ?? []).map(({ value }) => ({ kind: 'choice', choice: value }));
      case 'product':
        return (slot.products ?? this.#products).map(product => ({ kind: 'product', product }));
      case 'yes-no':
        return [true, false].map(yes => ({ kind: 'yes-no', yes }));
      case 'date': {
        const limits = atoms.flatMap(atom => ('withinDays' in atom ? [atom.withinDays] : []));
        return [0, ...limits, ...limits.map(days => days + 1)].map(days => this.#daysAgo(days));
      }
      case 'money': {
        const limits = atoms.flatMap(atom => ('atLeastYuan' in atom ? [atom.atLeastYuan * 100] : []));
        return [1, ...limits, ...limits.map(fen => fen - 1)].map(yuanOf);
      }
      default:
        return [{ kind: 'text', text: '…' }];
    }
  }

  #daysAgo(days: number): SlotValue {
    const day = addDays(this.#today, -days);
    return {
      kind: 'date',
      lo: day,
      hi: day,
      grain: 'day',
      calendar: 'solar',
      zone: 'Asia/Shanghai',
      reference: `${this.#today}T00:00:00.000Z`,
      approx: false,
    };
  }
}

const yuanOf = (fen: number): SlotValue => ({
  kind: 'money',
  lo: fen,
  hi: fen,
  currency: 'CNY',
  approx: false,
});

/** The ways of not answering that a condition names, and one it does not. */
function unanswered(atoms: SlotCondition[]): SlotValue[] {
  const named = new Set<string>(atoms.flatMap(atom => ('is' in atom ? atom.is : [])));
  const reasons = (['unknown', 'nothing', 'skipped'] satisfies NonAnswer[]).filter(
    reason => reason === 'skipped' || named.has(reason),
  );
  return reasons.map(reason => ({ kind: 'non-answer', reason }));
}
