import { askSlot } from '../ask.ts';
import { showValue } from '../show-value.ts';
import type { Rule } from '../turn.ts';

/** 「上一步」 takes back the latest answer alone, shows it, and asks again; all others stay. */
export const back: Rule = {
  name: 'back',
  apply(turn) {
    if (!turn.does('back')) return undefined;
    turn.understood = true;
    const { state } = turn;
    const slot = state.case ? null : turn.slot(state.order.at(-1) ?? null);
    if (!slot) {
      turn.say(state.case ? 'filed-already' : 'nothing-to-go-back-to');
      return 'done';
    }
    const fact = state.slots[slot.id];
    const was = fact ? showValue(fact.value, slot, turn.mind.knowledge, state.language) : '';
    if (state.paused) turn.emit({ type: 'IntakeResumed' });
    turn.emit({ type: 'SlotWithdrawn', slot: slot.id });
    turn.say('went-back', { label: slot.label[state.language], was: shorten(was) }, { slot: slot.id });
    askSlot(turn, slot);
    turn.asksOn = false;
    return 'done';
  },
};

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
