import type { SlotKind, Value } from '../../knowledge/value.ts';
import { normalize } from '../../language/normalize.ts';
import { count } from './count.ts';
import { counterparty } from './counterparty.ts';
import { date } from './date.ts';
import { money } from './money.ts';
import { noValuesIn } from './no-value.ts';
import { orderNumber } from './order-number.ts';
import { phone } from './phone.ts';
import type { ReadingContext, Recognised, Recogniser } from './recogniser.ts';
import { text as ownWords } from './text.ts';

/** Every recogniser, the more specific shape first: of two readings of the same characters the earlier wins. */
export const RECOGNISERS: readonly Recogniser[] = [orderNumber, phone, date, money, count, counterparty];

/**
 * All values of a message, by start, none overlapping another; a text value, which is the whole message, stands beside
 * them. Of overlapping readings the longer wins, then the kind that was asked for, then the more specific one. What
 * only looks like a value (八折, 第二次, 42码) competes as well and leaves nothing.
 * @param raw the message as given; `words`, names and numbers keep its spelling
 */
export function recognise(raw: string, context: ReadingContext): Recognised[] {
  const text = normalize(raw);
  const found = RECOGNISERS.flatMap(find => find(text, context));
  const rivals = [
    ...noValuesIn(text).map(({ start, end }) => ({ start, end, rank: -1, value: null })),
    ...found.map(value => ({
      start: value.start,
      end: value.end,
      rank: rankOf(value, context.asked?.kind),
      value,
    })),
  ].sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank);
  const taken = new Uint8Array(text.length);
  const kept: Recognised[] = [];
  for (const { start, end, value } of rivals) {
    if (taken.subarray(start, end).includes(1)) continue;
    taken.fill(1, start, end);
    if (value) kept.push(asWritten(value, raw));
  }
  return [...kept, ...ownWords(text, context).map(value => asWritten(value, raw))].sort(
    (a, b) => a.start - b.start,
  );
}

const KINDS: readonly Value['kind'][] = ['order-number', 'phone', 'date', 'money', 'count', 'counterparty'];

const rankOf = ({ kind }: Recognised, asked: SlotKind | undefined): number =>
  kind === asked ? -2 : KINDS.indexOf(kind);

/** Names and numbers go to others, so they keep the capitals and characters the person wrote. */
function asWritten(value: Recognised, raw: string): Recognised {
  const words = raw.slice(value.start, value.end);
  const candidates = value.candidates.map(candidate => {
    if (candidate.kind === 'counterparty') return { ...candidate, name: words };
    if (candidate.kind === 'text') return { ...candidate, text: words };
    if (candidate.kind === 'order-number')
      return { ...candidate, number: asSpelled(candidate.number, words) };
    return candidate;
  });
  return { ...value, words, candidates };
}

/** The characters of a normalised number as the person spelled them, without what stands between them. */
function asSpelled(number: string, words: string): string {
  let spelled = '';
  for (const character of words.normalize('NFKC'))
    if (character.toLowerCase() === number.charAt(spelled.length)) spelled += character;
  return spelled.length === number.length ? spelled : number;
}
