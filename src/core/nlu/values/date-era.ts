import { CENTURIES, ERAS } from '../../language/zh-CN/dates.ts';
import { FIRST_YEAR, months, type Stretch, yearOf } from './date-calendar.ts';
import { COUNT, countOf, small } from './date-number.ts';
import {
  type Around,
  alternatives,
  anyOf,
  firsts,
  matchAt,
  type Reader,
  type Reading,
  reading,
  seconds,
} from './date-reading.ts';

const ERA_YEAR = anyOf(Object.keys(ERAS), `(?:(元)|(${COUNT}))年`);
const DECADE = new RegExp(
  `(?:(${alternatives(Object.keys(CENTURIES))})的?)?(?:([1-9]0|[0０]0)|([二三四五六七八九]十|零零|一零|一十))年代(初期?|早期|中期|末期?|后期|晚期)?`,
  'y',
);

/** A year counted from the first of a reign, and where it ends in the text: 康熙三年, 民国114年. */
export function eraYear(text: string, at: number): { end: number; value: number } | null {
  const match = matchAt(ERA_YEAR, text, at);
  if (!match) return null;
  const count = match[2] ? { lo: 1, hi: 1 } : countOf(match[3] ?? '');
  const first = ERAS[match[1] ?? ''] ?? 0;
  if (!count || count.lo !== count.hi || count.lo < 1 || first < FIRST_YEAR) return null;
  return { end: at + match[0].length, value: first + count.lo - 1 };
}

/** Which years of ten the beginning, the middle and the end of a decade are. */
const PARTS: Record<string, [first: number, last: number]> = {
  初: [0, 3],
  早: [0, 3],
  中: [4, 6],
  末: [7, 9],
  后: [6, 9],
  晚: [7, 9],
};

/** Ten years: 九十年代, 上世纪80年代末. Without a century the nearest on the preferred side. */
function readDecade(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(DECADE, text, at);
  if (!match) return null;
  const [words, century, digits, numeral, part] = match;
  const tens = digits ? Number(digits) : numeral === '零零' ? 0 : small(numeral ?? '');
  const [first, last] = PARTS[part?.charAt(0) ?? ''] ?? [0, 9];
  const decade = (hundred: number): Stretch | null => {
    const [from, until] = [hundred + tens + first, hundred + tens + last].map(year =>
      months(year, 1, 12, 'year'),
    );
    return from && until ? { ...from, hi: until.hi, approx: part !== undefined } : null;
  };
  const end = at + words.length;
  if (century) return reading(end, 'decade', false, [decade(CENTURIES[century] ?? 1900)]);
  const here = yearOf(around.today);
  const current = Math.floor(here / 100) * 100;
  const isPast = around.side === 'past';
  const fits = isPast ? current + tens + first <= here : current + tens + last >= here;
  return reading(end, 'decade', true, [decade(fits ? current : isPast ? current - 100 : current + 100)]);
}

export const DECADE_READER: Reader = {
  starts: new Set([...firsts(Object.keys(CENTURIES)), ...'0123456789一二三四五六七八九零']),
  then: new Set([...seconds(Object.keys(CENTURIES)), ...'0０十零']),
  afterDigits: new Set('年'),
  read: readDecade,
};
