import type { Rule } from '../turn.ts';

/** The person was asked which of several readings holds. Until they say, the value that was there before stays. */
export const settleProposal: Rule = {
  name: 'settle-proposal',
  apply(turn) {
    const { proposed } = turn.state;
    if (!proposed) return undefined;
    const chosen =
      turn.pressed?.verb === 'candidate' ? proposed.candidates[Number(turn.pressed.argument)] : undefined;
    const affirmed = turn.saysYes && proposed.candidates.length === 1 ? proposed.candidates[0] : undefined;
    const value = chosen ?? affirmed;
    if (value) {
      turn.fill(proposed.slot, value, { ...proposed.from, certainty: 'stated' });
      return undefined;
    }
    if (turn.pressed?.verb === 'candidate' || turn.does('deny')) {
      turn.understood = true;
      turn.emit({ type: 'SlotRejected', slot: proposed.slot, reason: 'none-of-these', from: proposed.from });
      turn.say('proposal-dropped', {}, { slot: proposed.slot });
    }
    return undefined;
  },
};
