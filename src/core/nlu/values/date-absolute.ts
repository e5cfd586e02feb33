import { THIRDS } from '../../language/zh-CN/dates.ts';
import { months, third } from './date-calendar.ts';
import { HOLIDAY_STARTS, readHoliday } from './date-holiday.ts';
import { LUNAR_STARTS, readLunar } from './date-lunar-words.ts';
import { DAY, daysOf, listed, pairAt, ranged } from './date-in-month.ts';
import { MONTH_STARTS, readMonth } from './date-month.ts';
import { figuresOr, figuresThen, isNumeral, joined, small } from './date-number.ts';
import {
  anyOf,
  type Around,
  endOfDigits,
  matchAt,
  nearestMonth,
  type Read,
  type Reader,
  type Reading,
  reading,
  readersByStart,
  startsOf,
} from './date-reading.ts';
import { IN_YEAR_STARTS, readYearPart, YEAR_PART_STARTS } from './date-year-part.ts';
import { readYear, YEAR_STARTS } from './date-year.ts';

const YEARS = /((?:19|20)\d\d)年?\s?(-|~|到|至|、|和|或|,)\s?((?:19|20)\d\d)年(?!\s?\d)/y;
const BARE_THIRDS = ['月初', '月中', '月末', '月底', '上旬', '中旬', '下旬', '上中旬', '中下旬'];
const BARE_THIRD = anyOf(BARE_THIRDS);
/** After 15日 these make it a length of time or a thing; after 15号 a place or a thing. */
const SPAN_AFTER = /^(?:内|以内|之内|无理由|均|游|的?期限|的?时间|期(?!间)|后|之后|以后)/;
const PLACE_AFTER =
  /^(?:楼|店|线|门|仓|码|机|房|文|令|公告|库|院|床|车|客服|员工|链接|商品|电池|公馆|铺|柜|窗|专|位|选手)/;
/** Before 15号 these make it a number of something, or of a month that was not read. */
const NAME_BEFORE = /(?:(?<!下)单|工|编|型|账|卡|尾|号|满|每日?|个月|每月|当月|同月|次月|某月|几月|隔月|月)$/;

function readYears(text: string, at: number, around: Around): Reading | null {
  const years = matchAt(YEARS, text, at);
  if (!years || joined(text, at, around)) return null;
  const [words, first, link = '', last] = years;
  const [lo, hi] = [months(Number(first), 1, 12, 'year'), months(Number(last), 1, 12, 'year')];
  if (!lo || !hi || lo.lo >= hi.lo) return null;
  // 2024年和2025年 are two values, 2024、2025年 one.
  if (/[、和或,]/.test(link) && words.startsWith(`${first}年`)) return null;
  return reading(at + words.length, ranged('years', link), false, [listed({ ...lo, hi: hi.hi }, link)]);
}

/** A year and what belongs to it: 2024年3月15日, 去年3月初, 去年双十一, 康熙三年五月. */
function readWithYear(text: string, at: number, around: Around): Reading | null {
  const figures = endOfDigits(text, at) - at;
  if (figures === 3 || figures > 4) return null;
  const year = readYear(text, at, around);
  if (!year) return readUnmarkedYear(text, at, around) ?? readBareYear(text, at, around);
  const rest = /[\s的,，]/.test(text[year.end] ?? '') ? year.end + 1 : year.end;
  const hedge = matchAt(HEDGE, text, rest);
  const hedged = hedge && readInYear(text, rest + hedge[0].length, around, year.value);
  if (hedged) {
    const stretches = hedged.stretches.map(stretch => ({ ...stretch, approx: true }));
    return { ...hedged, rule: `year, ${hedged.rule}`, assumed: hedged.assumed || year.assumed, stretches };
  }
  const inYear = readInYear(text, rest, around, year.value);
  if (inYear) return { ...inYear, rule: `year, ${inYear.rule}`, assumed: inYear.assumed || year.assumed };
  // A month that does not exist must not shrink to its year.
  if (/^[\d一二三四五六七八九十]{1,3}\s?月/.test(text.slice(rest, rest + 5))) return null;
  const whole = (): Reading | null =>
    reading(year.end, 'year', year.assumed, [months(year.value, 1, 12, 'year')]);
  return year.alone || PICKED.test(text.slice(year.end, year.end + 2)) ? whole() : null;
}

/** 去年大概三四月份: the month is vague, the year is not. */
const HEDGE = /(?:大概|大约|差不多|好像|应该|可能|估计)(?:是在|是|在)?/y;
const UNMARKED_YEAR = /((?:19|20)\d\d|[12]\d)(?!\d)\s?/y;

/** 2024国庆, 2024 3月15日, 24双十一: a year without 年, right before what has none of its own. */
function readUnmarkedYear(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(UNMARKED_YEAR, text, at);
  if (!match || joined(text, at, around)) return null;
  const [words, figures = ''] = match;
  const isShort = figures.length === 2;
  const year = isShort ? 2000 + Number(figures) : Number(figures);
  const end = at + words.length;
  // 24 3月15日 and 24 上半年 may count something.
  const read = isShort ? readHoliday : readInYear;
  const found = isNumeral(text[end]) && !words.endsWith(' ') ? null : read(text, end, around, year);
  return found && { ...found, rule: `year, ${found.rule}`, assumed: isShort };
}

/** 去年第二周 and 21年最后一天 make a year of what alone is none. */
const PICKED = /^的?[第最]/;
const BARE_YEAR = /(?:19|20)\d\d(?=\s*(?:$|[,，。;；)）](?!\s*\d)))/y;

/** 2019, in answer to the question when. */
function readBareYear(text: string, at: number, around: Around): Reading | null {
  if (!around.asked || !/^\s*(?:.*[=是在于,，])?\s*$/.test(text.slice(Math.max(0, at - 8), at))) return null;
  const match = matchAt(BARE_YEAR, text, at);
  return match && reading(at + 4, 'year', false, [months(Number(match[0]), 1, 12, 'year')]);
}

type ReadInYear = (text: string, at: number, around: Around, year: number | null) => Reading | null;

const NUMERALS = new Set('0123456789零一二两三四五六七八九十廿卅');

const inYearAt = readersByStart<ReadInYear>([
  { starts: new Set([...NUMERALS, ...LUNAR_STARTS]), read: readLunar },
  { ...HOLIDAY_STARTS, read: readHoliday },
  { starts: new Set([...NUMERALS, ...MONTH_STARTS.starts]), read: readMonth },
  { starts: IN_YEAR_STARTS, read: readYearPart },
]);

function readInYear(text: string, at: number, around: Around, year: number): Reading | null {
  for (const { read } of inYearAt(text, at)) {
    const found = read(text, at, around, year);
    if (found) return found;
  }
  return null;
}

/** What may stand between two months or days, or between one and its unit. */
const LINKS = ' \n到至-~—、和或';

const openYear =
  (read: ReadInYear): Read =>
  (text, at, around) =>
    read(text, at, around, null);

/** Dates with a year, a month or a day in figures: 2024年3月15日, 去年3月初, 上个月15号, 15号. */
export const ABSOLUTE: readonly Reader[] = [
  {
    starts: new Set('12'),
    then: new Set('90'),
    afterDigits: new Set('年 \n-~到至、和或,'),
    read: readYears,
  },
  { starts: NUMERALS, then: figuresOr('千年'), read: readWithYear },
  { ...YEAR_STARTS, read: readWithYear },
  { starts: NUMERALS, ...figuresThen('月'), read: openYear(readLunar) },
  { starts: LUNAR_STARTS, read: openYear(readLunar) },
  { ...HOLIDAY_STARTS, read: openYear(readHoliday) },
  { starts: NUMERALS, ...figuresThen(`月${LINKS}`), read: openYear(readMonth) },
  { ...MONTH_STARTS, read: openYear(readMonth) },
  { ...YEAR_PART_STARTS, read: openYear(readYearPart) },
  { starts: NUMERALS, ...figuresThen(`号日${LINKS}`), read: readBare },
  { ...startsOf(BARE_THIRDS), read: readBare },
];

/** 月底 and 15号, without a month. */
function readBare(text: string, at: number, around: Around): Reading | null {
  const numeral = isNumeral(text[at]);
  const part = numeral ? null : matchAt(BARE_THIRD, text, at);
  const named = (): boolean => at > around.from && NAME_BEFORE.test(text.slice(Math.max(0, at - 2), at));
  if (part) {
    if (named()) return null;
    const which = THIRDS[part[1] ?? ''] ?? 1;
    return reading(at + part[0].length, 'third of month', true, [
      nearestMonth(around, (year, month) => third(year, month, which)),
    ]);
  }
  if (!numeral) return null;
  const pair = pairAt(text, at);
  if (pair && text[pair.end - 1] === '号' && !joined(text, at, around) && !named()) {
    return reading(pair.end, 'days', true, [
      nearestMonth(around, (year, month) => listed(daysOf(year, month, pair.lo, pair.hi), '、')),
    ]);
  }
  const day = matchAt(DAY, text, at);
  if (!day || joined(text, at, around) || named()) return null;
  const end = at + day[0].length;
  const after = text.slice(end, end + 4);
  if (day[4] === '日' ? SPAN_AFTER.test(after) : PLACE_AFTER.test(after)) return null;
  const first = small(day[1] ?? '');
  const last = day[3] ? small(day[3]) : first;
  return reading(end, ranged('day', day[2]), true, [
    nearestMonth(around, (year, month) => listed(daysOf(year, month, first, last), day[2])),
  ]);
}
