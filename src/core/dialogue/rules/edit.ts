import { askSlot } from '../ask.ts';
import { namesSlot } from '../names-slot.ts';
import { chooseEdit, showSummary, summaryLines } from '../summary.ts';
import type { SlotDefinition } from '../../knowledge/negotiation.ts';
import type { Rule, Turn } from '../turn.ts';

/** Who names a line says little else. */
const LONGEST_NAMING = 24;

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
    const named = turn.pressed ? null : lineNamed(turn);
    if (turn.state.case || (!named && turn.pressed?.verb !== 'edit')) return undefined;
    turn.understood = true;
    const slot = named ?? turn.slot(turn.pressed?.argument ?? null);
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

/** The one line that is named in answer to which one is wrong: 「商家」, 「金额那行」. */
function lineNamed(turn: Turn): SlotDefinition | null {
  if (turn.before.asking !== 'edit' || turn.reading.text.length > LONGEST_NAMING) return null;
  const named = summaryLines(turn)
    .map(line => turn.slot(line.slot))
    .filter(slot => slot !== null && namesSlot(turn, slot, turn.everything));
  return named.length === 1 ? (named[0] ?? null) : null;
}
