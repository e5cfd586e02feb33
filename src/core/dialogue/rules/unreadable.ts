import type { Rule } from '../turn.ts';

/** The longest message the bot reads, in UTF-16 units. A longer one is stored whole, and the person is told. */
export const LONGEST_MESSAGE = 5_000;

/** Nothing to read, or too much of it. */
export const unreadable: Rule = {
  name: 'unreadable',
  apply(turn) {
    const { text, choice, evidence, refusals } = turn.message;
    if (text.length > LONGEST_MESSAGE) {
      turn.understood = true;
      turn.say('too-long', { length: text.length, most: LONGEST_MESSAGE });
      return 'done';
    }
    const nothing = choice === undefined && evidence.length === 0 && refusals.length === 0;
    if (nothing && !turn.pressed && turn.reading.text.trim() === '') {
      turn.understood = true;
      turn.say('empty');
      return 'done';
    }
    return undefined;
  },
};
