import type { Rule, Turn } from '../turn.ts';

/** Stopping keeps every answer; starting afresh is asked twice where there is something to lose. */
export const stop: Rule = {
  name: 'stop',
  apply(turn) {
    if (turn.state.asking === 'restart') return settleRestart(turn);
    if (turn.does('restart')) return askRestart(turn);
    if (turn.does('cancel')) return pause(turn);
    if (turn.does('resume')) return resume(turn);
    return undefined;
  },
};

const hasAnswers = (turn: Turn): boolean => turn.state.negotiation !== null || turn.state.order.length > 0;

function pause(turn: Turn): 'done' {
  turn.understood = true;
  turn.asksOn = false;
  if (!turn.state.negotiation || turn.state.case) {
    turn.say('nothing-to-cancel', {}, { buttons: [turn.button('button-types', 'act:types')] });
    return 'done';
  }
  turn.emit({ type: 'IntakePaused' });
  turn.say(
    'cancelled',
    {},
    {
      buttons: [turn.button('button-resume', 'act:resume'), turn.button('button-restart', 'act:restart')],
    },
  );
  return 'done';
}

function resume(turn: Turn): 'done' {
  turn.understood = true;
  turn.goesOn = true;
  if (turn.state.paused) turn.emit({ type: 'IntakeResumed' });
  turn.say('resumed');
  return 'done';
}

function askRestart(turn: Turn): 'done' {
  turn.understood = true;
  if (!hasAnswers(turn)) {
    turn.say('restarted');
    return 'done';
  }
  turn.asksOn = false;
  turn.emit({ type: 'QuestionAsked', about: 'restart' });
  turn.say(
    'confirm-restart',
    { count: turn.state.order.length },
    {
      buttons: [
        turn.button('button-restart-yes', 'confirm:restart'),
        turn.button('button-restart-no', 'act:resume'),
      ],
    },
  );
  return 'done';
}

function settleRestart(turn: Turn): 'done' | undefined {
  if (turn.pressed?.verb === 'confirm' || turn.saysYes || turn.does('restart')) {
    turn.understood = true;
    turn.emit({ type: 'ConversationRestarted' });
    turn.say('restarted');
    return 'done';
  }
  if (turn.does('deny') || turn.does('resume') || turn.does('cancel')) {
    return resume(turn);
  }
  return undefined;
}
