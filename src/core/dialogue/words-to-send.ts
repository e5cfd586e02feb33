import type { Conversation } from '../conversation/state.ts';
import type { SlotKind, SlotValue } from '../knowledge/value.ts';
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

/** Kinds whose answers are names, numbers, addresses and the like, whatever they look like. */
const TELLING = new Set<SlotKind>(['text', 'counterparty', 'phone', 'order-number']);

/** Whether the message is what was asked for and nothing beside it: that has no tone, but often a name. */
function isBareAnswer({ asked, before, reading }: Turn): boolean {
  if (asked && TELLING.has(asked.kind)) return true;
  const saysMore = reading.isQuestion || reading.acts.length > 0 || reading.clauses.length > 1;
  return before.asking !== null && !saysMore;
}

/**
 * What the person said last, for somebody who is to hit its tone and may not learn who says it: what could tell it is
 * left out, whether it is known, recognised or only looks like it. Null where nothing was said, or nothing is left.
 */
export function wordsToSend(turn: Turn): string | null {
  const { message, reading, secrets, state, before, pressed } = turn;
  const { text } = message;
  if (pressed || text.length > LONGEST_MESSAGE || isBareAnswer(turn)) return null;
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

/** Of a value this short any part may be a name: 名鞋汇 of 名鞋汇旗舰店. In UTF-16 units. */
const SHORT = 24;
/** The least that tells of a part: two Chinese characters, or four of anything else. */
const PARTS = [/^\p{Script=Han}{2}$/u, /^\S{4}$/];

/** Where any of these texts, or a part of a short one, stands in the message, however it is written there. */
function known(text: string, values: readonly string[]): Span[] {
  const normal = normalize(text);
  const sought = values.map(value => normalize(value).trim()).filter(value => value !== '');
  const whole = sought.flatMap(value => placesOf(value, normal));
  const short = sought.filter(value => value.length <= SHORT);
  const parts = new Set(short.flatMap(partsOf).map(({ part }) => part));
  const inPart = partsOf(normal).filter(({ part }) => parts.has(part));
  return [...whole, ...inPart];
}

function placesOf(sought: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
    places.push({ start: at, end: at + sought.length });
  return places;
}

const partsOf = (text: string): (Span & { part: string })[] =>
  Array.from({ length: text.length }, (_, at) => at).flatMap(start =>
    [2, 4].flatMap((length, kind) => {
      const part = text.slice(start, start + length);
      return PARTS[kind]?.test(part) ? [{ start, end: start + length, part }] : [];
    }),
  );
