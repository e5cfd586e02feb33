import { keepUntold } from '../keep-story.ts';
import { safetyButtons } from './safety.ts';
import type { Rule } from '../turn.ts';

/** From this miss on a human is offered beside the ways to go on. */
const OFFER_HUMAN_AT = 2;

/** Nothing fitted. Each miss changes the form: other words and an example, then the ways out, a human among them. */
export const notUnderstood: Rule = {
  name: 'not-understood',
  apply(turn) {
    if (turn.understood) return undefined;
    if (turn.before.asking === 'safety') {
      turn.understood = true;
      turn.say('safety-stay', {}, { buttons: safetyButtons(turn) });
      return undefined;
    }
    if (!turn.negotiation && !turn.state.case && !turn.reading.isQuestion && keepUntold(turn)) {
      turn.say('story-kept');
      return undefined;
    }
    turn.emit({ type: 'NotUnderstood', about: turn.state.asking });
    if (turn.state.case) {
      turn.say(
        'filed-already',
        {},
        { buttons: [turn.button('button-human', 'act:human'), turn.button('button-types', 'act:types')] },
      );
      return undefined;
    }
    const { misses, language } = turn.state;
    const slot = turn.asked;
    const key = slot
      ? misses < OFFER_HUMAN_AT
        ? 'not-understood-example'
        : 'not-understood-ways-out'
      : 'not-understood-open';
    const example = slot?.examples[language][0] ?? '';
    turn.say(
      'not-understood',
      { label: slot?.label[language] ?? '', example },
      {
        key,
        ...(slot ? { slot: slot.id } : {}),
        ...(turn.state.paused
          ? {
              buttons: [turn.button('button-resume', 'act:resume'), turn.button('button-human', 'act:human')],
            }
          : {}),
        ...(misses >= OFFER_HUMAN_AT ? { buttons: [turn.button('button-human', 'act:human')] } : {}),
      },
    );
    return undefined;
  },
};
