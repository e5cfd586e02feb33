import { MONTHS, THIRDS, YEAR_PARTS, YEARS } from '../../language/zh-CN/dates.ts';
import { addMonths, dayOf, monthOf, months, oneDay, type Stretch, third, yearOf } from './date-calendar.ts';
import { readHoliday } from './date-holiday.ts';
import { readLunar } from './date-lunar-words.ts';
import { fullYear, IN_NUMBER, SMALL, small, YEAR } from './date-number.ts';
import { anyOf, type Around, matchAt, nearestMonth, nearestYear, type Reading, reading } from './date-reading.ts';

const FIGURES = new RegExp(`(${YEAR})\\s?年(?:份|度)?`, 'y');
const WORD = anyOf(Object.keys(YEARS));
const NUMBERED_MONTH = new RegExp(`(${SMALL})(?:\\s?(?:到|至|-|~|—)\\s?(${SMALL}))?\\s?月份?`, 'y');
const NAMED_MONTH = anyOf(Object.keys(MONTHS));
const THIRD = anyOf(Object.keys(THIRDS), '(?![一二三四五六七八九十])', '的?');
const MIDDLE = /中(?=$|[\s,，。;；、!！?？的])/y;
const BARE_THIRD = anyOf(['月初', '月中', '月末', '月底', '上旬', '中旬', '下旬'].filter(word => word in THIRDS));
const YEAR_PART = anyOf(Object.keys(YEAR_PARTS), '(?![一二三四五六七八九十])', '的?');
const QUARTER = /的?(?:第?([一二三四1-4])季度?|q([1-4])(?![\da-z]))/y;
const DAY = new RegExp(`的?\\s?(${SMALL})(?:\\s?[号日])?(?:\\s?(?:到|至|-|~|—)\\s?(${SMALL}))?\\s?([号日])`, 'y');
const UNMARKED_DAY = new RegExp(`(${SMALL})(?![\\d.:%号日个次天期月年元块万千百十kw年多几分秒])`, 'y');
const SPAN_AFTER = /^(?:内|以内|之内|无理由|均|游|的?期限|的?时间|期(?!间)|后|之后|以后)/;
const PLACE_AFTER = /^(?:楼|店|线|门|仓|码|机|房|文|令|公告|库|院|床|车|客服|员工|链接|商品|电池|公馆|铺|柜|窗|专|位|选手)/;

/** Dates with a year, a month or a day in figures: 2024年3月15日, 去年3月初, 上个月15号, 15号. */
export function readAbsolute(text: string, at: number, around: Around): Reading | null {
  const year = readYear(text, at, around);
  if (!year) return readInYear(text, at, around, null);
  const de = text[year.end] === '的' ? 1 : 0;
  const inYear = readInYear(text, year.end + de, around, year.value) ?? readInYear(text, year.end, around, year.value);
  if (inYear) return { ...inYear, rule: `year ${inYear.rule}`, assumed: inYear.assumed };
  if (/^(?:\s?[\d一二三四五六七八九十]+\s?月)/.test(text.slice(year.end, year.end + 8))) return null;
  return year.alone ? reading(year.end, 'year', year.assumed, [months(year.value, 1, 12, 'year')]) : null;
}

/** A year and whether it may stand alone: 21年 alone is more often how long something took. */
function readYear(text: string, at: number, around: Around): { end: number; value: number; alone: boolean; assumed: boolean } | null {
  const word = matchAt(WORD, text, at);
  if (word) {
    const value = yearOf(around.today) + (YEARS[word[1] ?? ''] ?? 0);
    return { end: at + word[0].length, value, alone: true, assumed: false };
  }
  const figures = matchAt(FIGURES, text, at);
  if (!figures || joined(text, at, around)) return null;
  const end = at + figures[0].length;
  const written = figures[1] ?? '';
  const value = fullYear(written);
  if (value < 1950 || value > yearOf(around.today) + 30) return null;
  const lasted = /[了满共近约有干住用过续签保质]$/.test(text.slice(0, at).slice(-1)) || /^(?:内|期|多|前|后|来|半|左右|以上|以下|之久|质保|保修)/.test(text.slice(end, end + 2));
  const alone = written.length === 4 || (!lasted && (value >= 2015 || around.asked) && value <= yearOf(around.today) + 1);
  return { end, value, alone, assumed: written.length === 2 };
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

/** Whether the number here is the tail of a longer one, or counted by the word before it: 第3, 每月15, 订单15. */
const joined = (text: string, at: number, around: Around): boolean =>
  at > around.from && IN_NUMBER.test(text[at - 1] ?? '');

function readMonth(text: string, at: number, around: Around, year: number | null): Reading | null {
  const named = year === null ? matchAt(NAMED_MONTH, text, at) : null;
  if (named) {
    const day = addMonths(around.today, MONTHS[named[1] ?? ''] ?? 0);
    return within(text, at + named[0].length, around, yearOf(day), monthOf(day));
  }
  const numbered = matchAt(NUMBERED_MONTH, text, at);
  if (!numbered) return null;
  if (year === null && (joined(text, at, around) || /[年每头前后近这过]/.test(text[at - 1] ?? ''))) return null;
  const end = at + numbered[0].length;
  const first = small(numbered[1] ?? '');
  if (text[end] === '天') return null;
  if (!numbered[2]) return within(text, end, around, year, first);
  const last = small(numbered[2]);
  if (year !== null) return reading(end, 'months', false, [months(year, first, last, 'month')]);
  return reading(end, 'months', true, [nearestYear(around, some => months(some, first, last, 'month'))]);
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
  const day = matchAt(DAY, text, at);
  if (day) return pick(at + day[0].length, 'month and day', some => daysOf(some, month, day));
  const unmarked = matchAt(UNMARKED_DAY, text, at);
  if (unmarked) {
    const date = small(unmarked[1] ?? '');
    return pick(at + unmarked[0].length, 'month and day', some => daysOf(some, month, [date]));
  }
  return pick(at, 'month', some => months(some, month, month, 'month'));
}
