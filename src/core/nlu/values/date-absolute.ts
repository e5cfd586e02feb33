import { MONTHS, THIRDS, YEAR_PARTS } from '../../language/zh-CN/dates.ts';
import { addMonths, dayOf, lengthOfMonth, monthOf, months, oneDay, type Stretch, third, yearOf } from './date-calendar.ts';
import { readHoliday } from './date-holiday.ts';
import { readLunar } from './date-lunar-words.ts';
import { isNumeral, joined, SMALL, small } from './date-number.ts';
import { anyOf, type Around, matchAt, nearestMonth, nearestYear, type Reading, reading, severed } from './date-reading.ts';
import { readYear } from './date-year.ts';

const NUMBERED_MONTH = new RegExp(`(${SMALL})(?:(?:\\s?(到|至|-|~|—)\\s?|月?(、|和|或者?))(${SMALL})(?!\\s?月份?\\s?[\\d一二三四五六七八九十初上中下底]))?\\s?月份?`, 'y');
const YEARS = /((?:19|20)\d\d)年?\s?(?:-|~|到|至|—)\s?((?:19|20)\d\d)年(?!\s?\d)/y;
const SINGLE_MONTH = new RegExp(`(${SMALL})\\s?月份?`, 'y');
/** 三四月, 七八号: one or the other. */
const PAIR = /([一二三四五六七八])([二三四五六七八九])(月份?|[号日])/y;
const SOME_DAY = /的?(?:([12])0|([一二]?十))?(?:几|多)[号日]/y;
const NAMED_MONTH = anyOf(Object.keys(MONTHS));
const THIRD = anyOf(Object.keys(THIRDS), '', '的?');
const MIDDLE = /中(?=$|[\s,，。;；、!！?？的])/y;
const BARE_THIRD = anyOf(['月初', '月中', '月末', '月底', '上旬', '中旬', '下旬'].filter(word => word in THIRDS));
const YEAR_PART = anyOf(Object.keys(YEAR_PARTS), '', '的?');
const WINTER = /的?冬[天季]/y;
const QUARTER = /的?(?:第?([一二三四1-4])季度|第([一二三四1-4])季|q([1-4])(?![\da-z]))/y;
const DAY = new RegExp(`的?\\s?(${SMALL})(?:\\s?[号日])?(?:\\s?(到|至|-|~|—|、|和|或者?)\\s?(${SMALL}))?\\s?([号日])`, 'y');
/** 3月15 is a day only where what follows is not what is counted: 3月2单 is not the second. */
const UNMARKED_DAY = new RegExp(
  `(\\d{1,2}(?![\\d.:])|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?)` +
    '(?=$|[\\s,，。;；、!！?？(（)）]|那天|当天|早|中午|上午|下午|晚|凌晨|买|下单|付|支付|购|收|发|退|在|的|左右|之?[前后]|以[前后]|到|至|我|他|她|商|卖|客|就|才|还|又|也|开始|起|签|交|扣|充|订)',
  'y',
);
/** After 15日 these make it a length of time or a thing; after 15号 a place or a thing. */
const SPAN_AFTER = /^(?:内|以内|之内|无理由|均|游|的?期限|的?时间|期(?!间)|后|之后|以后)/;
const PLACE_AFTER = /^(?:楼|店|线|门|仓|码|机|房|文|令|公告|库|院|床|车|客服|员工|链接|商品|电池|公馆|铺|柜|窗|专|位|选手)/;
/** Before 15号 these make it a number of something, or of a month that was not read. */
const NAME_BEFORE = /(?:单|工|编|型|账|卡|尾|号|满|每日?|个月|每月|当月|同月|次月|某月|几月|隔月|月)$/;

/** Dates with a year, a month or a day in figures: 2024年3月15日, 去年3月初, 上个月15号, 15号. */
export function readAbsolute(text: string, at: number, around: Around): Reading | null {
  const years = isNumeral(text[at]) ? matchAt(YEARS, text, at) : null;
  if (years && !joined(text, at, around)) {
    const [lo, hi] = [months(Number(years[1]), 1, 12, 'year'), months(Number(years[2]), 1, 12, 'year')];
    return reading(at + years[0].length, 'years', false, [lo && hi && lo.lo < hi.lo ? { ...lo, hi: hi.hi } : null]);
  }
  const year = readYear(text, at, around);
  if (!year) return readInYear(text, at, around, null);
  const rest = /[\s的,，]/.test(text[year.end] ?? '') ? year.end + 1 : year.end;
  const inYear = readInYear(text, rest, around, year.value);
  if (inYear) return { ...inYear, rule: `year, ${inYear.rule}`, assumed: inYear.assumed };
  // A month that does not exist must not shrink to its year.
  if (/^[\d一二三四五六七八九十]{1,3}\s?月/.test(text.slice(rest, rest + 5))) return null;
  return year.alone ? reading(year.end, 'year', year.assumed, [months(year.value, 1, 12, 'year')]) : null;
}

function readInYear(text: string, at: number, around: Around, year: number | null): Reading | null {
  return (
    readLunar(text, at, around, year) ??
    readHoliday(text, at, around, year) ??
    readMonth(text, at, around, year) ??
    readYearPart(text, at, around, year) ??
    (year === null ? readBare(text, at, around) : null)
  );
}

function readMonth(text: string, at: number, around: Around, year: number | null): Reading | null {
  const numeral = isNumeral(text[at]);
  const named = year === null && !numeral && !severed(text, at) ? matchAt(NAMED_MONTH, text, at) : null;
  if (named) {
    const day = addMonths(around.today, MONTHS[named[1] ?? ''] ?? 0);
    return within(text, at + named[0].length, around, yearOf(day), monthOf(day));
  }
  if (!numeral) return null;
  const pair = matchAt(PAIR, text, at);
  if (pair?.[3]?.startsWith('月') && !joined(text, at, around)) {
    const make = (some: number): Stretch | null => listed(months(some, small(pair[1] ?? ''), small(pair[2] ?? ''), 'month'), '、');
    return reading(at + pair[0].length, 'months', year === null, [year === null ? nearestYear(around, make) : make(year)]);
  }
  let numbered = matchAt(NUMBERED_MONTH, text, at);
  // 10月和5月 are no stretch of one year.
  if (numbered?.[4] && small(numbered[1] ?? '') >= small(numbered[4])) numbered = matchAt(SINGLE_MONTH, text, at);
  if (!numbered) return null;
  if (year === null && (joined(text, at, around) || /[年每头前后近这过]/.test(text[at - 1] ?? ''))) return null;
  const end = at + numbered[0].length;
  const first = small(numbered[1] ?? '');
  if (text[end] === '天') return null;
  if (!numbered[4]) return within(text, end, around, year, first);
  const last = small(numbered[4]);
  const span = (some: number): Stretch | null => listed(months(some, first, last, 'month'), numbered[3]);
  if (year !== null) return reading(end, 'months', false, [span(year)]);
  return reading(end, 'months', true, [nearestYear(around, span)]);
}

/** What follows a month: a day, days, a third, or nothing. */
function within(text: string, at: number, around: Around, year: number | null, month: number): Reading | null {
  const pick = (end: number, rule: string, make: (year: number) => Stretch | null): Reading | null =>
    reading(end, rule, year === null, [year === null ? nearestYear(around, make) : make(year)]);
  const part = matchAt(THIRD, text, at);
  if (part) return pick(at + part[0].length, 'third of month', some => third(some, month, THIRDS[part[1] ?? ''] ?? 1));
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
      const stretch = tens > 0 ? daysOf(year, month, tens + 1, Math.min(tens + 9, lengthOfMonth(year, month))) : months(year, month, month, 'month');
      return stretch && { ...stretch, approx: true };
    });
  }
  const pair = matchAt(PAIR, text, at);
  if (pair && !pair[3]?.startsWith('月')) {
    return pick(at + pair[0].length, 'month and days', year => listed(daysOf(year, month, small(pair[1] ?? ''), small(pair[2] ?? '')), '、'));
  }
  const day = matchAt(DAY, text, at);
  if (day) return pick(at + day[0].length, 'month and day', some => listed(daysOf(some, month, small(day[1] ?? ''), day[3] ? small(day[3]) : undefined), day[2]));
  const unmarked = matchAt(UNMARKED_DAY, text, at);
  if (unmarked) {
    const date = small(unmarked[1] ?? '');
    return pick(at + unmarked[0].length, 'month and day', some => daysOf(some, month, date));
  }
  return pick(at, 'month', some => months(some, month, month, 'month'));
}

/** One day or days of a month; a range that runs backwards or a day the month has not is none. */
function daysOf(year: number, month: number, first: number, last = first): Stretch | null {
  const lo = dayOf(year, month, first);
  const hi = dayOf(year, month, last);
  return lo && hi && lo <= hi ? oneDay(lo, { hi }) : null;
}

/** 3、4月 and 15或16号 say one or the other, or both: the stretch of both, vague. */
const listed = (stretch: Stretch | null, by: string | undefined): Stretch | null =>
  stretch && by && /[、和或]/.test(by) ? { ...stretch, approx: true } : stretch;

function readYearPart(text: string, at: number, around: Around, year: number | null): Reading | null {
  const winter = matchAt(WINTER, text, at);
  if (winter) {
    // 去年冬天 is the one that began last year, or the one that ended then.
    const from = (some: number): Stretch | null => {
      const first = months(some, 12, 12, 'quarter');
      return first && { ...first, hi: `${some + 1}-02-${lengthOfMonth(some + 1, 2)}`, approx: true };
    };
    const stretches = year === null ? [nearestYear(around, from)] : [from(year), from(year - 1)];
    return reading(at + winter[0].length, 'part of year', year === null, stretches);
  }
  const quarter = matchAt(QUARTER, text, at);
  const part = quarter ? null : matchAt(YEAR_PART, text, at);
  if (!quarter && !part) return null;
  let make: (some: number) => Stretch | null;
  if (quarter) {
    const which = '一二三四'.indexOf(quarter[1] ?? quarter[2] ?? '') + 1 || Number(quarter[1] ?? quarter[2] ?? quarter[3]);
    make = some => months(some, which * 3 - 2, which * 3, 'quarter');
  } else {
    const { months: [first, last], grain, approx } = YEAR_PARTS[part?.[1] ?? ''] ?? { months: [1, 12], grain: 'half' };
    // 初 and 底 alone are parts of a year only right after one.
    if (year === null && (part?.[0] ?? '').length < 2) return null;
    make = some => withVagueness(months(some, first, last, grain), approx === true);
  }
  const end = at + (quarter ?? part ?? [''])[0].length;
  return reading(end, 'part of year', year === null, [year === null ? nearestYear(around, make) : make(year)]);
}

const withVagueness = (stretch: Stretch | null, approx: boolean): Stretch | null => stretch && { ...stretch, approx };

/** 月底 and 15号, without a month. */
function readBare(text: string, at: number, around: Around): Reading | null {
  const numeral = isNumeral(text[at]);
  const part = numeral ? null : matchAt(BARE_THIRD, text, at);
  const named = (): boolean => at > around.from && NAME_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  if (part) {
    if (named()) return null;
    const which = THIRDS[part[1] ?? ''] ?? 1;
    return reading(at + part[0].length, 'third of month', true, [nearestMonth(around, (year, month) => third(year, month, which))]);
  }
  if (!numeral) return null;
  const pair = matchAt(PAIR, text, at);
  if (pair?.[3] === '号' && !joined(text, at, around) && !named()) {
    const [lo, hi] = [small(pair[1] ?? ''), small(pair[2] ?? '')];
    return reading(at + pair[0].length, 'days', true, [nearestMonth(around, (year, month) => listed(daysOf(year, month, lo, hi), '、'))]);
  }
  const day = matchAt(DAY, text, at);
  if (!day || joined(text, at, around) || named()) return null;
  const end = at + day[0].length;
  const after = text.slice(end, end + 4);
  if (day[4] === '日' ? SPAN_AFTER.test(after) : PLACE_AFTER.test(after)) return null;
  const first = small(day[1] ?? '');
  const last = day[3] ? small(day[3]) : first;
  return reading(end, 'day', true, [nearestMonth(around, (year, month) => listed(daysOf(year, month, first, last), day[2]))]);
}
