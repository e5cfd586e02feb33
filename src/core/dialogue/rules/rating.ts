import { RATINGS } from '../../conversation/events.ts';
import type { Rule, Turn } from '../turn.ts';

/** How it went, in one tap; the last tap counts. */
export const rating: Rule = {
  name: 'rating',
  apply(turn) {
    if (turn.pressed?.verb !== 'rating' || turn.state.rating === null) return undefined;
    const given = RATINGS.find(one => String(one) === turn.pressed?.argument);
    if (given === undefined) return undefined;
    turn.understood = true;
    turn.emit({ type: 'RatingGiven', rating: given });
    turn.say('rating-given');
    return 'done';
  },
};

export function askRating(turn: Turn): void {
  if (turn.state.rating !== null) return;
  turn.emit({ type: 'RatingAsked' });
  const buttons = RATINGS.toReversed().map(one => turn.button(`button-rating-${one}`, `rating:${one}`));
  turn.say('ask-rating', {}, { buttons });
}
