import { askSlot } from '../ask.ts';
import { chooseEdit, showSummary } from '../summary.ts';
import type { Rule } from '../turn.ts';

/** Looking at what was noted, and changing a line of it, at any time before filing. */
export const edit: Rule = {
  name: 'edit',
  apply(turn) {
    if (turn.does('summary') && turn.negotiation && !turn.state.case) {
      turn.understood = true;
      turn.asksOn = false;
      showSummary(turn);
      return 'done';
    }
    if (turn.pressed?.verb !== 'edit' || turn.state.case) return undefined;
    turn.understood = true;
    const slot = turn.slot(turn.pressed.argument);
    if (slot) {
      turn.emit({ type: 'SummaryReopened' });
      askSlot(turn, slot, 'edit');
    } else {
      chooseEdit(turn);
    }
    turn.asksOn = false;
    return 'done';
  },
};
