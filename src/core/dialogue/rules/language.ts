import { Language } from '../../knowledge/localized.ts';
import type { Rule } from '../turn.ts';

/** Chinese or English, at any time; what was filled stays. */
export const language: Rule = {
  name: 'language',
  apply(turn) {
    const wanted =
      turn.pressed?.verb === 'language' ? turn.pressed.argument : turn.pressed ? null : turn.reading.language;
    if (wanted === null) return undefined;
    const parsed = Language.safeParse(wanted);
    if (!parsed.success) return undefined;
    turn.understood = true;
    turn.emit({ type: 'LanguageChosen', language: parsed.data });
    turn.say('language-changed');
    return 'done';
  },
};
