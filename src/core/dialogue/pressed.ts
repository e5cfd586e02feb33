import type { Button } from '../conversation/events.ts';
import type { Conversation } from '../conversation/state.ts';
import { characterClass } from '../language/character-class.ts';
import { normalize } from '../language/normalize.ts';

/** A button's value is `verb` or `verb:argument`; this is the grammar of everything a button can mean. */
export interface Pressed {
  verb:
    | 'type'
    | 'slot'
    | 'faq'
    | 'act'
    | 'edit'
    | 'element'
    | 'candidate'
    | 'answer'
    | 'language'
    | 'confirm'
    | 'consent'
    | 'handoff'
    | 'rating';
  argument: string;
}

const VERBS = new Set<string>([
  'type',
  'slot',
  'faq',
  'act',
  'edit',
  'element',
  'candidate',
  'answer',
  'language',
  'confirm',
  'consent',
  'handoff',
  'rating',
]);

/** A typed label may have so many marks and spaces more or fewer. */
const MARKS = 8;

const isMark = characterClass(/[\s\p{P}]/u);

/** Whether two normalised texts are the same but for marks and blanks. */
function isSame(one: string, other: string): boolean {
  for (let at = 0, beside = 0; ; at++, beside++) {
    while (isMark(one, at)) at++;
    while (isMark(other, beside)) beside++;
    if (at >= one.length || beside >= other.length) return at >= one.length && beside >= other.length;
    if (one.charCodeAt(at) !== other.charCodeAt(beside)) return false;
  }
}

/**
 * The button a message presses: by the value it carries, or by typing the value or the label of one just offered, or
 * its place in the list (`2`) where a number could mean nothing else.
 */
export function pressedIn(
  message: { text: string; choice?: string | undefined },
  state: Conversation,
  numbersChoose: boolean,
): Pressed | null {
  const value = message.choice ?? typedButton(message.text, state, numbersChoose)?.value;
  if (!value) return null;
  const colon = value.indexOf(':');
  const verb = colon < 0 ? value : value.slice(0, colon);
  return VERBS.has(verb)
    ? { verb: verb as Pressed['verb'], argument: colon < 0 ? '' : value.slice(colon + 1) }
    : null;
}

function typedButton(
  text: string,
  { lastReplies }: Conversation,
  numbersChoose: boolean,
): Button | undefined {
  const words = text.trim();
  if (words.length === 0 || words.length > 80) return undefined;
  const normal = normalize(words);
  const means = ({ value, label }: Button): boolean =>
    value === words || (Math.abs(label.length - words.length) <= MARKS && isSame(normalize(label), normal));
  for (const { buttons } of lastReplies) {
    const exact = buttons?.find(means);
    if (exact) return exact;
  }
  if (!numbersChoose) return undefined;
  const place = /^[1-9]\d?[.、)）]?$/.test(words) ? Number.parseInt(words, 10) : 0;
  // A number means the list that was shown last; an earlier bubble's buttons are not counted in.
  return lastReplies.findLast(reply => (reply.buttons ?? []).length > 0)?.buttons?.[place - 1];
}
