import type { Rule } from '../turn.ts';

/** A person may ask for a human at any time, and may stop waiting for one. */
export const human: Rule = {
  name: 'human',
  apply(turn) {
    if (turn.state.handoff === 'requested' && turn.does('stop-waiting')) {
      turn.understood = true;
      turn.emit({ type: 'HandoffCancelled' });
      turn.say('human-cancelled');
      return 'done';
    }
    if (!turn.does('human')) return undefined;
    turn.understood = true;
    const waiting = turn.state.handoff === 'requested';
    if (!waiting) turn.emit({ type: 'HandoffRequested', reason: 'asked' });
    turn.say(
      'human-requested',
      { receiver: turn.moment.receiver },
      {
        key: waiting ? 'human-still-waiting' : 'human-requested',
        buttons: [turn.button('button-stop-waiting', 'act:stop-waiting')],
      },
    );
    return 'done';
  },
};
