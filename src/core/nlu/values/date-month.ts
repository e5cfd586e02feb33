import { MONTH_HALVES, MONTHS } from '../../language/zh-CN/dates.ts';
import { addMonths, monthOf, months, type Stretch, yearOf } from './date-calendar.ts';
import { halfOf, listed, pairAt, ranged, readInMonth } from './date-in-month.ts';
import { IN_NUMBER, isNumeral, joined, SMALL, small } from './date-number.ts';
import { anyOf, type Around, matchAt, nearestYear, type Reading, reading, startsOf } from './date-reading.ts';

const NUMBERED_MONTH = new RegExp(
  `(${SMALL})(?:(?:\\s?(到|至|-|~|—)\\s?|月?(、|和|或者?))(${SMALL})(?!\\s?月份?\\s?[\\d一二三四五六七八九十初上中下底]))?\\s?月份?`,
  'y',
);
const SINGLE_MONTH = new RegExp(`(${SMALL})\\s?月份?`, 'y');
const NAMED_MONTH = anyOf(Object.keys(MONTHS), '(?!的?(?:今天|今日|这个时候|同期))');
/** What a month can begin with besides a numeral. */
export const MONTH_STARTS = startsOf([...Object.keys(MONTHS), ...Object.keys(MONTH_HALVES), '元月']);
const MONTH_HALF = anyOf(Object.keys(MONTH_HALVES));
/** 三月和九月之间 is a stretch, 三月和九月 are two months. */
const BETWEEN = /月?份?的?(?:之间|中间|间)/y;
const isBetween = (text: string, at: number): boolean => matchAt(BETWEEN, text, at) !== null;
/** 每3月 and 前3月 are not March. */
const COUNTED_BEFORE = /[年每头前后近这过上下]/;
/** A month and what belongs to it: 3月初, 去年 + 3月15日, 上个月15号, 3-5月. */
export function readMonth(text: string, at: number, around: Around, year: number | null): Reading | null {
  if (isNumeral(text[at]))
    return readPairOfMonths(text, at, around, year) ?? readNumbered(text, at, around, year);
  return (year === null ? readNamed(text, at, around) : null) ?? readFirst(text, at, around, year);
}

/** 上个月15号, 上半月. */
function readNamed(text: string, at: number, around: Around): Reading | null {
  const named = matchAt(NAMED_MONTH, text, at);
  if (named) {
    const day = addMonths(around.today, MONTHS[named[1] ?? ''] ?? 0);
    return readInMonth(text, at + named[0].length, around, yearOf(day), monthOf(day));
  }
  const half = matchAt(MONTH_HALF, text, at);
  if (!half) return null;
  const [year, month] = [yearOf(around.today), monthOf(around.today)];
  return reading(at + half[0].length, 'half of month', true, [halfOf(year, month, half[1] ?? '')]);
}

/** 元月 is January, but not in 500元月付. */
function readFirst(text: string, at: number, around: Around, year: number | null): Reading | null {
  if (!text.startsWith('元月', at) || IN_NUMBER.test(text[at - 1] ?? '')) return null;
  return /[租供付费卡]/.test(text[at + 2] ?? '') ? null : readInMonth(text, at + 2, around, year, 1);
}

function readPairOfMonths(text: string, at: number, around: Around, year: number | null): Reading | null {
  const pair = pairAt(text, at);
  if (!pair?.isMonth || joined(text, at, around)) return null;
  const of = (some: number): Stretch | null => listed(months(some, pair.lo, pair.hi, 'month'), '、');
  return reading(pair.end, 'months', year === null, [year === null ? nearestYear(around, of) : of(year)]);
}

function readNumbered(text: string, at: number, around: Around, year: number | null): Reading | null {
  let match = matchAt(NUMBERED_MONTH, text, at);
  // 10月和5月 are no stretch of one year.
  if (match?.[4] && (small(match[1] ?? '') >= small(match[4]) || isBetween(text, at + match[0].length)))
    match = matchAt(SINGLE_MONTH, text, at);
  if (!match) return null;
  if (year === null && (joined(text, at, around) || COUNTED_BEFORE.test(text[at - 1] ?? ''))) return null;
  const [words, first = '', to, and, last] = match;
  const end = at + words.length;
  if (text[end] === '天') return null;
  if (!last) return readInMonth(text, end, around, year, small(first));
  const of = (some: number): Stretch | null => listed(months(some, small(first), small(last), 'month'), and);
  const stretch = year === null ? nearestYear(around, of) : of(year);
  return reading(end, ranged('months', and ?? to), year === null, [stretch]);
}
