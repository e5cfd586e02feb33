import { MONTH_HALVES, MONTHS, THIRDS } from '../../language/zh-CN/dates.ts';
import {
  addMonths,
  dayOf,
  lengthOfMonth,
  monthOf,
  months,
  oneDay,
  type Stretch,
  third,
  yearOf,
} from './date-calendar.ts';
import { IN_NUMBER, isNumeral, joined, SMALL, small } from './date-number.ts';
import { anyOf, type Around, matchAt, nearestYear, type Reading, reading, startsOf } from './date-reading.ts';

const NUMBERED_MONTH = new RegExp(
  `(${SMALL})(?:(?:\\s?(到|至|-|~|—)\\s?|月?(、|和|或者?))(${SMALL})(?!\\s?月份?\\s?[\\d一二三四五六七八九十初上中下底]))?\\s?月份?`,
  'y',
);
const SINGLE_MONTH = new RegExp(`(${SMALL})\\s?月份?`, 'y');
const SOME_DAY = /的?(?:([12])0|([一二]?十))?(?:几|多)(?:[号日]|(?=$|[\s,，。的买]))/y;
const NAMED_MONTH = anyOf(Object.keys(MONTHS), '(?!的?(?:今天|今日|这个时候|同期))');
/** What a month can begin with besides a numeral. */
export const MONTH_STARTS = startsOf([...Object.keys(MONTHS), ...Object.keys(MONTH_HALVES), '元月']);
const HALF = anyOf(Object.keys(MONTH_HALVES), '', '的?');
const MONTH_HALF = anyOf(Object.keys(MONTH_HALVES));
/** 三月和九月之间 is a stretch, 三月和九月 are two months. */
const BETWEEN = /^月?份?的?(?:之间|中间|间)/;
const THIRD = anyOf(Object.keys(THIRDS), '', '的?');
const MIDDLE = /中(?=$|[\s,，。;；、!！?？的])/y;
/** 3月15 is a day only where what follows is not what is counted: 3月2单 is not the second. */
const DAY_WORDS = '\\d{1,2}(?![\\d.:])|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?';
const UNMARKED_DAY = new RegExp(
  `(${DAY_WORDS})(?:[号日]?(到|至|-|~)(${DAY_WORDS}))?` +
    '(?=$|[\\s,，。;；、!！?？(（)）]|那天|当天|早|中午|上午|下午|晚|凌晨|买|下单|付|支付|购|收|发|退|在|的|左右|之?[前后]|以[前后]|到|至|我|他|她|商|卖|客|就|才|还|又|也|开始|起|签|交|扣|充|订|[-~]\\s?[\\d一二三四五六七八九十]{1,3}月)',
  'y',
);
/** 三四月, 七八号, 十五六号: one or the other. */
const PAIR = /([二三]?十)?([一二三四五六七八])([二三四五六七八九])(月份?|[号日])/y;

/** Two neighbours of which one is meant, and whether they are months or days. */
export function pairAt(
  text: string,
  at: number,
): { end: number; lo: number; hi: number; isMonth: boolean } | null {
  const match = matchAt(PAIR, text, at);
  if (!match) return null;
  const [words, tens = '', first = '', second = '', unit = ''] = match;
  const [lo, hi] = [small(tens + first), small(tens + second)];
  return hi === lo + 1 ? { end: at + words.length, lo, hi, isMonth: unit.startsWith('月') } : null;
}
export const DAY = new RegExp(
  `的?\\s?(${SMALL})(?:\\s?[号日])?(?:\\s?(到|至|-|~|—|、|和|或者?)\\s?(${SMALL}))?\\s?([号日])`,
  'y',
);

/** A month and what belongs to it: 3月初, 去年 + 3月15日, 上个月15号, 3-5月. */
export function readMonth(text: string, at: number, around: Around, year: number | null): Reading | null {
  const numeral = isNumeral(text[at]);
  const named = year === null && !numeral ? matchAt(NAMED_MONTH, text, at) : null;
  if (named) {
    const day = addMonths(around.today, MONTHS[named[1] ?? ''] ?? 0);
    return within(text, at + named[0].length, around, yearOf(day), monthOf(day));
  }
  const half = year === null && !numeral ? matchAt(MONTH_HALF, text, at) : null;
  if (half) {
    const [thisYear, month] = [yearOf(around.today), monthOf(around.today)];
    return reading(at + half[0].length, 'half of month', true, [halfOf(thisYear, month, half[1] ?? '')]);
  }
  // 元月 is January, but not in 500元月付.
  if (
    text.startsWith('元月', at) &&
    !IN_NUMBER.test(text[at - 1] ?? '') &&
    !/[租供付费卡]/.test(text[at + 2] ?? '')
  ) {
    return within(text, at + 2, around, year, 1);
  }
  if (!numeral) return null;
  const pair = pairAt(text, at);
  if (pair?.isMonth && !joined(text, at, around)) {
    const make = (some: number): Stretch | null => listed(months(some, pair.lo, pair.hi, 'month'), '、');
    return reading(pair.end, 'months', year === null, [
      year === null ? nearestYear(around, make) : make(year),
    ]);
  }
  let numbered = matchAt(NUMBERED_MONTH, text, at);
  // 10月和5月 are no stretch of one year.
  if (
    numbered?.[4] &&
    (small(numbered[1] ?? '') >= small(numbered[4]) ||
      BETWEEN.test(text.slice(at + numbered[0].length, at + numbered[0].length + 6)))
  )
    numbered = matchAt(SINGLE_MONTH, text, at);
  if (!numbered) return null;
  if (year === null && (joined(text, at, around) || /[年每头前后近这过上下]/.test(text[at - 1] ?? '')))
    return null;
  const end = at + numbered[0].length;
  const first = small(numbered[1] ?? '');
  if (text[end] === '天') return null;
  if (!numbered[4]) return within(text, end, around, year, first);
  const last = small(numbered[4]);
  const span = (some: number): Stretch | null => listed(months(some, first, last, 'month'), numbered[3]);
  if (year !== null) return reading(end, ranged('months', numbered[3] ?? numbered[2]), false, [span(year)]);
  return reading(end, ranged('months', numbered[3] ?? numbered[2]), true, [nearestYear(around, span)]);
}

/** What follows a month: a day, days, a third, or nothing. */
function within(
  text: string,
  at: number,
  around: Around,
  year: number | null,
  month: number,
): Reading | null {
  const pick = (end: number, rule: string, make: (year: number) => Stretch | null): Reading | null =>
    reading(end, rule, year === null, [year === null ? nearestYear(around, make) : make(year)]);
  const part = matchAt(THIRD, text, at);
  if (part)
    return pick(at + part[0].length, 'third of month', some =>
      third(some, month, THIRDS[part[1] ?? ''] ?? 1),
    );
  const half = matchAt(HALF, text, at);
  if (half) {
    return pick(at + half[0].length, 'half of month', some => halfOf(some, month, half[1] ?? ''));
  }
  if (matchAt(MIDDLE, text, at)) {
    return pick(at + 1, 'third of month', some => {
      const middle = third(some, month, 2);
      return middle && { ...middle, approx: true };
    });
  }
  const some = matchAt(SOME_DAY, text, at);
  if (some) {
    const tens = some[1] ? Number(some[1]) * 10 : some[2] ? small(some[2]) : 0;
    return pick(at + some[0].length, 'some day of month', year => {
      const stretch =
        tens > 0
          ? daysOf(year, month, tens + 1, Math.min(tens + 9, lengthOfMonth(year, month)))
          : months(year, month, month, 'month');
      return stretch && { ...stretch, approx: true };
    });
  }
  const pair = pairAt(text, at);
  if (pair && !pair.isMonth)
    return pick(pair.end, 'month and days', year => listed(daysOf(year, month, pair.lo, pair.hi), '、'));
  const day = matchAt(DAY, text, at);
  if (day)
    return pick(at + day[0].length, ranged('month and day', day[2]), some =>
      listed(daysOf(some, month, small(day[1] ?? ''), day[3] ? small(day[3]) : undefined), day[2]),
    );
  const unmarked = matchAt(UNMARKED_DAY, text, at);
  if (unmarked) {
    const [, lo = '', link, hi = lo] = unmarked;
    return pick(at + unmarked[0].length, ranged('month and day', link), some =>
      daysOf(some, month, small(lo), small(hi)),
    );
  }
  if (NOT_A_MONTH.test(text[at] ?? '')) return null;
  const whole = pick(at, 'month', some => months(some, month, month, 'month'));
  const doubtful = doubtfulDay(text, at);
  const asDay = doubtful && pick(doubtful.end, 'month and day', some => daysOf(some, month, doubtful.date));
  return asDay && whole ? { ...asDay, stretches: [...asDay.stretches, ...whole.stretches] } : whole;
}

/** 3月饼 counts cakes. */
const NOT_A_MONTH = /[饼球亮嫂牙]/;
const UNREAD_DAY = new RegExp(`([\\dlio]{1,2}|[一二三四五六七八九])(?![\\d.:：%％])(?:曰)?`, 'y');
const COUNTED =
  /^\s?(?:[元块万千百亿多余来个件单次笔家台条张部盒箱瓶份双套只本包人位名期折倍wk角分毛年月天周/])/;
const ENDS = /^(?:$|[\s,，。;；、!！?？的买在])/;

/** A number right of a month that nothing marks as a day: 3月15曰 and 二月二 may be a day, or the month and a slip. */
function doubtfulDay(text: string, at: number): { end: number; date: number } | null {
  const match = matchAt(UNREAD_DAY, text, at);
  if (!match) return null;
  const end = at + match[0].length;
  const after = text.slice(end, end + 2);
  const isWord = /[一二三四五六七八九]/.test(match[1] ?? '');
  if (isWord ? !ENDS.test(after) : COUNTED.test(after)) return null;
  const date = small((match[1] ?? '').replaceAll(/[li]/g, '1').replaceAll('o', '0'));
  return { end: /^[日号]/.test(after) ? end + 1 : end, date };
}

/** The first fifteen days of a month, or the rest of it. */
export function halfOf(year: number, month: number, word: string): Stretch | null {
  const [first, last] = MONTH_HALVES[word] ?? [1, 31];
  const stretch = daysOf(year, month, first, Math.min(last, lengthOfMonth(year, month)));
  return stretch && { ...stretch, grain: 'half' };
}

/** One day or days of a month; a range that runs backwards or a day the month has not is none. */
export function daysOf(year: number, month: number, first: number, last = first): Stretch | null {
  const lo = dayOf(year, month, first);
  const hi = dayOf(year, month, last);
  return lo && hi && lo <= hi ? oneDay(lo, { hi }) : null;
}

/** The rule of two days or months, which are a range unless they are only listed. */
export const ranged = (rule: string, link: string | undefined): string =>
  link && !/[、和或,]/.test(link) ? `${rule}, range` : rule;

/** 3、4月 and 15或16号 say one or the other, or both: the stretch of both, vague. */
export const listed = (stretch: Stretch | null, by: string | undefined): Stretch | null =>
  stretch && by && /[、和或,]/.test(by) ? { ...stretch, approx: true } : stretch;
