import type { Conversation } from '../conversation/state.ts';
import type { SlotValue } from '../knowledge/value.ts';
import { normalize } from '../language/normalize.ts';
import { cutOut } from '../nlu/cut-out.ts';
import { privateStretches } from '../nlu/private-stretches.ts';
import type { Span } from '../nlu/span.ts';
import { LEFT_OUT, personalStretches } from '../nlu/without-personal-data.ts';
import { LONGEST_MESSAGE } from './rules/unreadable.ts';
import { STORY } from './keep-story.ts';
import type { Turn } from './turn.ts';

/** The tone of somebody's words is told by so many of them, in UTF-16 units. */
const LONGEST_SENT = 300;

/**
 * What the person said last, for somebody who is to hit its tone and may not learn who says it: what could tell it is
 * left out, whether it is known, recognised or only looks like it. Null where nothing was said, or nothing is left.
 */
export function wordsToSend(turn: Turn): string | null {
  const { message, reading, secrets, state, before, pressed } = turn;
  const { text } = message;
  if (pressed || text.length > LONGEST_MESSAGE) return null;
  const stretches = [
    ...secrets,
    ...known(text, [...valuesIn(before), ...valuesIn(state)]),
    ...personalStretches(text, reading.values),
    ...privateStretches(text, state.language, reading.hotlines),
  ];
  const bare = text.replace(/[⟦⟧＊]/g, ' ');
  const sent = cutOut(bare, stretches, nth => `${LEFT_OUT}${nth}`).slice(0, LONGEST_SENT);
  return /\p{L}/u.test(sent) ? sent.trim() : null;
}

/** All that is known of the person in so many words, and the words in which they told it. */
function valuesIn({ slots, proposed, stored, storedBefore, contact, handoff }: Conversation): string[] {
  // Of what happened every word would be one; it is looked through as any other message is.
  const facts = Object.entries(slots).flatMap(([slot, { value, from }]) =>
    slot === STORY ? [] : namesIn(value, from.words),
  );
  const asked = proposed?.candidates.flatMap(value => namesIn(value, proposed.from.words)) ?? [];
  const files = [...Object.values(stored), ...Object.values(storedBefore)].map(({ name }) => name);
  const mediator = handoff.state === 'mediator' ? [handoff.mediator.name] : [];
  return [...facts, ...asked, ...files, ...mediator, contact ?? ''];
}

function namesIn(value: SlotValue, words: string): string[] {
  switch (value.kind) {
    case 'counterparty':
      return [value.name, words];
    case 'phone':
    case 'order-number':
      return [value.number, words];
    case 'text':
      return [value.text, words];
    default:
      return [];
  }
}

/** Where any of these texts stands in the message, however it is written there. */
function known(text: string, values: readonly string[]): Span[] {
  const normal = normalize(text);
  return values.flatMap(value => {
    const sought = normalize(value).trim();
    const found: Span[] = [];
    if (sought === '') return found;
    for (let at = normal.indexOf(sought); at >= 0; at = normal.indexOf(sought, at + sought.length))
      found.push({ start: at, end: at + sought.length });
    return found;
  });
}
