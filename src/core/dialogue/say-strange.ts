import type { Button } from '../conversation/events.ts';
import { titleOf } from './basis.ts';
import type { Turn } from './turn.ts';
import type { StrangeHotline } from './unknown-hotline.ts';

/** A number nobody could verify is not confirmed; what is known to go round wrongly is said to be so. */
export function sayStrange(turn: Turn, { number, near, banned }: StrangeHotline, buttons: Button[]): void {
  const { language } = turn.state;
  const { knowledge } = turn.mind;
  if (!banned) {
    const key = near ? 'unknown-hotline-near' : 'unknown-hotline';
    return turn.say('unknown-hotline', { number, near: near ?? '' }, { key, buttons });
  }
  const fact = banned.instead === undefined ? null : `authority.${banned.instead}`;
  turn.say(
    'never-publish',
    { number, why: banned.why[language], instead: fact ? titleOf(fact, knowledge, language) : '' },
    { key: fact ? 'never-publish' : 'never-publish-alone', facts: fact ? [fact] : [], buttons },
  );
}
