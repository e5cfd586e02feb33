import { monthOf, type Stretch, yearOf } from './date-calendar.ts';

/** What a date is read against. */
export interface Around {
  /** The day of now in the person's zone, YYYY-MM-DD. */
  today: string;
  /** The time of now in the person's zone, HH:mm. */
  clock: string;
  /** An open date is the last that begins by `pivot`, or the first that ends on it or after. */
  side: 'past' | 'future';
  /** Today, or for the second half of a range the day on which the first begins. */
  pivot: string;
  /** Whether a date was asked for: then shapes that are mostly something else count too. */
  asked: boolean;
  /** Whether 3/4 is March 4 for certain (Chinese) or may be 4 March (English). */
  monthFirst: boolean;
  /** Where the last value ended: a numeral before this is not part of the next date. */
  from: number;
  /** What was last spoken of; its `day` is null unless it was one day. A time of day alone lies on that day. */
  last: { day: string | null; lo: string } | null;
}

/** A date found at a place in the text. `stretches` has the likeliest reading first and is never empty. */
export interface Reading {
  end: number;
  rule: string;
  /** True where a part was supplied by the reader: the year, or which Friday. */
  assumed: boolean;
  stretches: Stretch[];
}

export type Read = (text: string, at: number, around: Around) => Reading | null;

/**
 * A reader with the characters that what it reads can begin with, and, if given, those that can follow the first. It is
 * asked nowhere else. `afterDigits`: those that can follow, where it begins with two digits or more, all these digits; a
 * Chinese numeral can always.
 */
export interface Reader<R = Read> {
  starts: ReadonlySet<string>;
  then?: ReadonlySet<string>;
  afterDigits?: ReadonlySet<string>;
  read: R;
}

/** The first characters of words. */
export const firsts = (words: Iterable<string>): ReadonlySet<string> =>
  new Set([...words].map(word => word.charAt(0)));

/** The second characters of words. */
export const seconds = (words: Iterable<string>): ReadonlySet<string> =>
  new Set([...words].map(word => word.charAt(1)));

/** Where words of two characters or more can begin: `starts` and `then` of a reader of them. */
export const startsOf = (words: readonly string[]): Pick<Reader, 'starts' | 'then'> => ({
  starts: firsts(words),
  then: seconds(words),
});

/** Readers by a character that follows; the rest of them take any or none. */
interface Choice<R> {
  byNext: ReadonlyMap<number, readonly Reader<R>[]>;
  other: readonly Reader<R>[];
}

/** The readers that a character can begin something for: by the one after it, and by what follows all digits. */
interface Group<R> {
  next: Choice<R>;
  /** By the second digit. */
  digits: Choice<R>[];
}

function choiceBy<R>(
  readers: readonly Reader<R>[],
  following: (reader: Reader<R>) => ReadonlySet<string> | undefined,
): Choice<R> {
  const characters = new Set(readers.flatMap(reader => [...(following(reader) ?? [])]));
  return {
    byNext: new Map(
      [...characters].map(next => [
        next.charCodeAt(0),
        readers.filter(reader => following(reader)?.has(next) ?? true),
      ]),
    ),
    other: readers.filter(reader => !following(reader)),
  };
}

const chosen = <R>({ byNext, other }: Choice<R>, next: number): readonly Reader<R>[] =>
  byNext.get(next) ?? other;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** No date is written in so many digits, and of a longer run it tells nothing where it ends. */
const MOST_DIGITS = 9;

/** Where the ASCII digits end that stand at a place, or the ninth of them. */
export function endOfDigits(text: string, at: number): number {
  let end = at;
  while (end - at < MOST_DIGITS && isDigit(text.charCodeAt(end))) end++;
  return end;
}

/**
 * The readers, in their order, that the character at a place and the one after it can begin something for. Most places
 * of a message begin nothing, so that looking them up here is most of the cost of reading.
 */
export function readersByStart<R>(
  readers: readonly Reader<R>[],
): (text: string, at: number) => readonly Reader<R>[] {
  const none: readonly Reader<R>[] = [];
  const groups: Group<R>[] = [];
  const groupOf = new Uint16Array(0x10000);
  for (const start of new Set(readers.flatMap(({ starts }) => [...starts]))) {
    const begun = readers.filter(({ starts }) => starts.has(start));
    groups.push({
      next: choiceBy(begun, ({ then }) => then),
      digits: Array.from('0123456789', digit =>
        choiceBy(
          begun.filter(({ then }) => !then || then.has(digit)),
          ({ afterDigits }) => afterDigits,
        ),
      ),
    });
    groupOf[start.charCodeAt(0)] = groups.length;
  }
  return (text, at) => {
    const unit = text.charCodeAt(at);
    const group = groups[(groupOf[unit] ?? 0) - 1];
    if (!group) return none;
    const next = text.charCodeAt(at + 1);
    if (!isDigit(unit) || !isDigit(next)) return chosen(group.next, next);
    const after = text.charCodeAt(endOfDigits(text, at));
    const digits = CHINESE_NUMERALS.has(after) ? undefined : group.digits[next - 0x30];
    return digits ? chosen(digits, after) : chosen(group.next, next);
  };
}

/** A reading of the stretches that exist; null where none does. */
export function reading(
  end: number,
  rule: string,
  assumed: boolean,
  stretches: (Stretch | null)[],
): Reading | null {
  const real = stretches.filter(stretch => stretch !== null);
  return real.length > 0 ? { end, rule, assumed, stretches: real } : null;
}

/** Leap days and the thirtieth of a lunar month skip some years. */
const MOST_TRIES = 14;

/** The stretch nearest to the pivot on the preferred side, of those that `make` gives for consecutive numbers. */
function nearest(around: Around, near: number, make: (count: number) => Stretch | null): Stretch | null {
  const step = around.side === 'past' ? -1 : 1;
  for (let tries = 0, count = near - step * 2; tries < MOST_TRIES; tries++, count += step) {
    const stretch = make(count);
    if (!stretch) continue;
    if (step < 0 ? stretch.lo.slice(0, 10) <= around.pivot : stretch.hi.slice(0, 10) >= around.pivot)
      return stretch;
  }
  return null;
}

export const nearestYear = (around: Around, make: (year: number) => Stretch | null): Stretch | null =>
  nearest(around, yearOf(around.pivot), make);

export const nearestMonth = (
  around: Around,
  make: (year: number, month: number) => Stretch | null,
): Stretch | null =>
  nearest(around, yearOf(around.pivot) * 12 + monthOf(around.pivot) - 1, count =>
    make(Math.floor(count / 12), (count % 12) + 1),
  );

/** The match of a sticky pattern at a place, or null. Patterns are bounded, so that reading stays linear. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** One of the words, the longest first, as a pattern source. */
export const alternatives = (words: Iterable<string>): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replaceAll('.', '\\.'))
    .join('|');

/** A sticky pattern of `before`, one of the words, and `after`; the word is its first group. */
export const anyOf = (words: Iterable<string>, after = '', before = ''): RegExp =>
  new RegExp(`${before}(${alternatives(words)})${after}`, 'y');

const CHINESE_NUMERALS = new Set(
  Array.from('零〇一二两俩仨三四五六七八九十百廿卅', one => one.charCodeAt(0)),
);

const PLACE = /[网线路店街身手晚早马车床楼以底]/;

/**
 * Whether 上 or 下 at a place belongs to the word before it, or is the tail of a run that was not read:
 * 网上上周 is 网上 and 上周.
 */
export function severed(text: string, at: number): boolean {
  const here = text[at];
  if (here !== '上' && here !== '下') return false;
  const before = text[at - 1] ?? '';
  if (before === here) return !PLACE.test(text[at - 2] ?? '');
  return PLACE.test(before);
}
