import type { Rule } from '../turn.ts';

/** While a mediator speaks with the person, the bot is silent. */
export const mediatorPresent: Rule = {
  name: 'mediator-present',
  apply(turn) {
    if (turn.state.handoff !== 'mediator') return undefined;
    turn.understood = true;
    turn.asksOn = false;
    return 'done';
  },
};
