import { dayOf, months, oneDay, type Stretch, yearOf } from './date-calendar.ts';
import {
  type Around,
  endOfDigits,
  matchAt,
  nearestYear,
  type Reader,
  type Reading,
  reading,
} from './date-reading.ts';

const YEAR_FIRST =
  /((?:19|20)\d\d)(?:([-./])(\d{1,2})(?:\2(\d{1,2}))?|([。、，,])(\d{1,2})\5(\d{1,2}))(?![\d])/y;
const COMPACT = /((?:19|20)\d\d)(\d\d)(\d\d)(?![\d.a-z])/y;
const YEAR_LAST = /(\d{1,2})([-./])(\d{1,2})\2((?:19|20)\d\d|\d{1,2})(?!\d)/y;
const MONTH_YEAR = /(\d{1,2})([-./])((?:19|20)\d\d)(?![\d./-])/y;
const TWO = /(\d{1,2})([./-])(\d{1,2})(?![\d])/y;
/** What right of a number makes it an amount, a share or part of a longer number. */
const COUNTED = /^\s?(?:[元块万千亿折折%％倍万斤克米度级分版号楼室a-su-z_@/]|[.:-]\d|人|个|次|天|期|套|件|-)/;
/** What right of 3.15 makes it a day. */
const DAY_AFTER =
  /^(?:那天|那次|那日|那会|当天|当日|当晚|号|日|晚会|的时候|晚上|早上|上午|中午|下午|凌晨|活动|大促)/;
/** The second half of a range of dates in figures. */
const RANGE_AFTER = /^[-~](?:(?:19|20)\d\d[-./]\d|\d{1,2}\.\d)/;
const VERSION_BEFORE = /(?:v|版本|系统|ios|安卓|android)\s?$/;

/** Dates in figures: 2024-03-15, 2024.3.15, 20240315, 3/15/2024, 3.15那天. */
export const NUMERIC: Reader = {
  starts: new Set('0123456789'),
  then: new Set('0123456789-./'),
  read: readNumeric,
};

/** What follows the first figures, unless there are eight of them. */
const SEPARATORS = new Set('-./。、，,');

export function readNumeric(text: string, at: number, around: Around): Reading | null {
  const figures = endOfDigits(text, at) - at;
  if (figures === 0 || (figures !== 8 && !SEPARATORS.has(text.charAt(at + figures)))) return null;
  const before = text[at - 1] ?? '';
  if (
    at > around.from &&
    (/[\da-z_$¥￥#@]/.test(before) || (/[.,:/-]/.test(before) && /[\da-z]/.test(text[at - 2] ?? '')))
  )
    return null;
  if (VERSION_BEFORE.test(text.slice(Math.max(0, at - 8), at))) return null;
  return (
    readYearFirst(text, at, around) ??
    readCompact(text, at, around) ??
    readYearLast(text, at, around) ??
    readMonthYear(text, at, around) ??
    readTwo(text, at, around)
  );
}

function readYearFirst(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(YEAR_FIRST, text, at);
  if (!match) return null;
  const [words, year] = match;
  const [month, day] = match[5] ? [match[6], match[7]] : [match[3], match[4]];
  let end = at + words.length;
  const after = text.slice(end, end + 4);
  if (day === undefined) {
    if ((COUNTED.test(after) && !RANGE_AFTER.test(text.slice(end, end + 9))) || after.startsWith('/'))
      return null;
    // 2023.5 may be money.
    if (
      words[4] === '.' &&
      month?.length === 1 &&
      !around.asked &&
      !/^(?:到|至|月|买|办|下单|付|开始|起|的时候)/.test(after)
    )
      return null;
    if (after.startsWith('月')) end++;
    return reading(end, 'year and month in figures', false, [
      months(Number(year), Number(month), Number(month), 'month'),
    ]);
  }
  if (/^[日号]/.test(after)) end++;
  else if (/^(?:[元块%折]|[.:/-]\d|[a-su-z_])/.test(after) && !RANGE_AFTER.test(text.slice(end, end + 9)))
    return null;
  return reading(end, 'date in figures', false, [dayIn(Number(year), Number(month), Number(day))]);
}

const dayIn = (year: number, month: number, day: number): Stretch | null => {
  const found = dayOf(year, month, day);
  return found === null ? null : oneDay(found);
};

/** 20240315, standing alone and of a plausible year: longer digits are a number of an order. */
function readCompact(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(COMPACT, text, at);
  if (!match) return null;
  const year = Number(match[1]);
  const end = at + match[0].length;
  const before = text.slice(Math.max(0, at - 2), at);
  if (
    year < 2000 ||
    year > yearOf(around.today) + 5 ||
    /[单号码:：#]\s?$/.test(before) ||
    COUNTED.test(text.slice(end, end + 4))
  )
    return null;
  return reading(end, 'date in eight figures', false, [dayIn(year, Number(match[2]), Number(match[3]))]);
}

/** 3/15/2024 and 15.3.2024; where both orders are dates, both. */
function readYearLast(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(YEAR_LAST, text, at);
  if (!match) return null;
  const [words, a, separator, b, last = ''] = match;
  const end = at + words.length;
  if (/^(?:[元块%折]|[.:/-]\d|[a-su-z_])/.test(text.slice(end, end + 4))) return null;
  const [first, second] = [Number(a), Number(b)];
  if (last.length <= 2)
    return around.monthFirst && (first >= 15 || (separator !== '.' && words.length === 8))
      ? shortYear(end, around, 2000 + first, second, Number(last))
      : null;
  const monthFirst = dayIn(Number(last), first, second);
  const dayFirst = dayIn(Number(last), second, first);
  const ordered = separator === '.' ? [dayFirst, monthFirst] : [monthFirst, dayFirst];
  return reading(end, 'date in figures, year last', false, first === second ? [monthFirst] : ordered);
}

/** 08/2008; 8/2008 and 08.2008, which may be a share or a price, only where a date was asked. */
function readMonthYear(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(MONTH_YEAR, text, at);
  if (!match) return null;
  const [words, month = '', separator, year] = match;
  const end = at + words.length;
  const certain = month.length === 2 && separator !== '.';
  if ((!certain && !around.asked) || COUNTED.test(text.slice(end, end + 4))) return null;
  return reading(end, 'month and year in figures', false, [
    months(Number(year), Number(month), Number(month), 'month'),
  ]);
}

/** 24.3.15: a date only of the years just past, for a version or a clause looks the same. */
function shortYear(end: number, around: Around, year: number, month: number, day: number): Reading | null {
  if (year > yearOf(around.today) + 1) return null;
  return reading(end, 'date in figures, short year', true, [dayIn(year, month, day)]);
}

/** 3.15那天; 3/15 and 3.15 alone only where a date was asked, for they may be a price or a fraction. */
function readTwo(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(TWO, text, at);
  if (!match) return null;
  const [words, a, separator, b] = match;
  let end = at + words.length;
  const after = text.slice(end, end + 4);
  const marked = DAY_AFTER.test(after);
  if (
    !marked &&
    (!around.asked ||
      (COUNTED.test(after) && !RANGE_AFTER.test(text.slice(end, end + 9))) ||
      (at > 0 && /[了花付共价]/.test(text[at - 1] ?? '')))
  )
    return null;
  // 3-15号 is a range of days.
  if ((separator === '-' && /^[号日]/.test(after)) || after.startsWith('月')) return null;
  if (/^[号日]/.test(after)) end++;
  const [first, second] = [Number(a), Number(b)];
  const pick = (month: number, day: number): Stretch | null =>
    nearestYear(around, year => dayIn(year, month, day));
  const both =
    around.monthFirst || first === second
      ? [pick(first, second)]
      : [pick(first, second), pick(second, first)];
  return reading(end, 'month and day in figures', true, both);
}
