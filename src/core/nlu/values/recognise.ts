import type { SlotKind, Value } from '../../knowledge/value.ts';
import { normalize } from '../../language/normalize.ts';
import { count } from './count.ts';
import { counterparty } from './counterparty.ts';
import { date } from './date.ts';
import { money } from './money.ts';
import { noValuesIn } from './no-value.ts';
import { orderNumber } from './order-number.ts';
import { otherTimes } from './other-times.ts';
import { phone } from './phone.ts';
import { rate } from './rate.ts';
import type { ReadingContext, Recognised, Recogniser } from './recogniser.ts';
import { text as ownWords } from './text.ts';

/** Every recogniser, the more specific shape first: of two readings of the same characters the earlier wins. */
export const RECOGNISERS: readonly Recogniser[] = [
  orderNumber,
  phone,
  date,
  otherTimes,
  rate,
  money,
  count,
  counterparty,
];

/**
 * All values of a message, by start, none overlapping another but lengths of time and counts; a text value, which is the
 * whole message, stands beside them. Of overlapping readings the longer wins, then the kind that was asked for, then the
 * more specific one. What only looks like a value (三倍, 第二次, 42码) competes as well and leaves nothing.
 * @param raw the message as given; `words`, names and numbers keep its spelling
 */
export function recognise(raw: string, context: ReadingContext): Recognised[] {
  const text = normalize(raw);
  const found: Recognised[] = [];
  for (const find of RECOGNISERS) for (const value of find(text, context, raw)) found.push(value);
  const values = undisputed(withoutSentences(found), text, context);
  values.push(...ownWords(text, context));
  values.sort((a, b) => a.start - b.start);
  return raw === text ? values : values.map(value => asWritten(value, raw));
}

/** The values that win over all that overlaps them. */
function undisputed(found: Recognised[], text: string, { asked }: ReadingContext): Recognised[] {
  if (found.length === 0) return [];
  const rivals = [
    ...noValuesIn(text).map(({ start, end }) => ({ start, end, rank: -1, value: null })),
    ...found.map(value => ({
      start: value.start,
      end: value.end,
      rank: rankOf(value, asked?.kind),
      value,
    })),
  ].sort((a, b) => b.end - b.start - (a.end - a.start) || a.rank - b.rank);
  const taken = new Uint8Array(text.length);
  return rivals.flatMap(({ start, end, value }) => {
    const own = (value && OWN_PLACE[value.kind]) ?? EVERY_PLACE;
    for (let at = start; at < end; at++) if (((taken[at] ?? 0) & own) !== 0) return [];
    for (let at = start; at < end; at++) taken[at] = (taken[at] ?? 0) | own;
    return value ? [value] : [];
  });
}

/** No name is made of so long a date: 我07年以后就没再来过学校 ends like the name of a school and is a sentence. */
const LONG_DATE = 4;

function withoutSentences(found: Recognised[]): Recognised[] {
  if (!found.some(({ kind }) => kind === 'counterparty')) return found;
  const dates = found.filter(({ kind, start, end }) => kind === 'date' && end - start >= LONG_DATE);
  if (dates.length === 0) return found;
  return found.filter(
    ({ kind, rule, start, end }) =>
      kind !== 'counterparty' ||
      rule !== 'ending' ||
      !dates.some(date => start <= date.start && date.end < end),
  );
}

/** A length of time and a count stand beside each other on the same characters: 逾期10天 is both. */
const OWN_PLACE: Partial<Record<Value['kind'], number>> = { count: 1, duration: 2 };
const EVERY_PLACE = 3;

const KINDS: readonly Value['kind'][] = [
  'order-number',
  'phone',
  'date',
  'recurrence',
  'rate',
  'money',
  'count',
  'duration',
  'now',
  'counterparty',
];

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
