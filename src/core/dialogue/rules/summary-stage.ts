import { file, sayRoute } from '../filing.ts';
import { chooseEdit } from '../summary.ts';
import type { Rule, Turn } from '../turn.ts';

/** Before filing the person checks everything, changes what is wrong, and agrees that it is handed over. */
export const summaryStage: Rule = {
  name: 'summary-stage',
  apply(turn) {
    if (turn.state.asking === 'summary') return confirm(turn);
    if (turn.state.asking === 'consent') return consent(turn);
    return undefined;
  },
};

function confirm(turn: Turn): undefined {
  const yes = turn.pressed?.verb === 'confirm' || turn.saysYes;
  if (yes && turn.filled.length === 0) {
    turn.understood = true;
    turn.emit({ type: 'SummaryConfirmed' });
  } else if (!turn.pressed && turn.does('deny') && turn.filled.length === 0) {
    turn.understood = true;
    chooseEdit(turn);
    turn.asksOn = false;
  }
  return undefined;
}

function consent(turn: Turn): 'done' | undefined {
  const said = turn.pressed?.verb === 'consent' ? turn.pressed.argument : null;
  if (said === 'yes' || turn.saysYes) {
    turn.understood = true;
    const { receiver } = turn.moment;
    turn.emit({
      type: 'ConsentGiven',
      receiver,
      from: turn.from(turn.everything, turn.pressed ? 'button' : 'affirm'),
    });
    file(turn);
    return 'done';
  }
  if (said === 'no' || turn.does('deny')) {
    turn.understood = true;
    turn.asksOn = false;
    turn.emit({ type: 'ConsentRefused' });
    turn.emit({ type: 'IntakePaused' });
    turn.say(
      'consent-refused',
      {},
      {
        buttons: [turn.button('button-resume', 'act:resume'), turn.button('button-human', 'act:human')],
      },
    );
    sayRoute(turn);
    return 'done';
  }
  return undefined;
}
