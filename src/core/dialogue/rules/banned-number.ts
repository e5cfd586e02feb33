import { sayStrange } from '../say-strange.ts';
import type { Rule } from '../turn.ts';
import { unknownHotline } from '../unknown-hotline.ts';

/** A number known to go round wrongly is named as such wherever somebody tells of it; the talk goes on. */
export const bannedNumber: Rule = {
  name: 'banned-number',
  apply(turn) {
    if (turn.pressed || turn.asked?.kind === 'phone' || turn.asked?.kind === 'order-number') return undefined;
    const strange = unknownHotline(turn.reading.text, turn.mind);
    // Asked about, it is answered with the nearest questions; told of, it is only corrected.
    if (strange?.banned && !turn.reading.isQuestion)
      sayStrange(turn, strange, [turn.button('button-human', 'act:human')]);
    return undefined;
  },
};
