import { ERAS, YEAR_AFTER, YEARS } from '../../language/zh-CN/dates.ts';
import { yearOf } from './date-calendar.ts';
import { fullYear, isNumeral, joined, small, YEAR } from './date-number.ts';
import { eraYear } from './date-era.ts';
import { anyOf, type Around, matchAt, startsOf } from './date-reading.ts';

const FIGURES = new RegExp(`(${YEAR})\\s?年(?!代)(?:份|度)?`, 'y');
const WORD = anyOf(Object.keys(YEARS), '(?:度(?![假过]))?');
const OF_OUR_TIME = '公元';
/** What a year can begin with besides a numeral. */
export const YEAR_STARTS = startsOf([
  ...Object.keys(YEARS),
  ...YEAR_AFTER,
  ...Object.keys(ERAS),
  OF_OUR_TIME,
]);
const NEXT = anyOf(YEAR_AFTER);
const YEARS_AGO =
  /([一两二三四五六七八九]|\d{1,2})年(?:之前|以前|前)的?(?=[\d一二三四五六七八九十夏春秋冬上下国五双])/y;
const ANNIVERSARY = /^(?:差不多|大概)?的?(?:今天|今日|昨天|这个时候|这时候|这会|此时|同期)/;
/** Nothing lasts 07年, and hardly anything 98年. */
const CERTAIN = /^(?:[0零]|[89]\d)/;
/** 12年借的 is a year, 12年 alone more often a length of time. */
const BEGUN = /^(?:借|买|办|开|贷|签|入|注册|的时候|那|就)/;

/** A year and whether it may stand alone: 21年 alone is more often how long something took. */
export function readYear(
  text: string,
  at: number,
  around: Around,
): { end: number; value: number; alone: boolean; assumed: boolean } | null {
  const numeral = isNumeral(text[at]);
  const word = numeral ? null : matchAt(WORD, text, at);
  if (word) {
    const value = yearOf(around.today) + (YEARS[word[1] ?? ''] ?? 0);
    const end = at + word[0].length;
    const after = text.slice(end, end + 9);
    return {
      end,
      value,
      alone:
        !ANNIVERSARY.test(after) &&
        !/^(?:才|已经?|都|刚)?[\d一二三四五六七八九十]{1,3}周?岁|^多大/.test(after),
      assumed: false,
    };
  }
  if (text.startsWith(OF_OUR_TIME, at)) {
    const from = at + OF_OUR_TIME.length;
    const year = matchAt(FIGURES, text, from);
    const value = fullYear(year?.[1] ?? '');
    return value >= 1000 && year ? { end: from + year[0].length, value, alone: true, assumed: false } : null;
  }
  if (!numeral) {
    const next = around.last && matchAt(NEXT, text, at);
    if (next && around.last)
      return { end: at + next[0].length, value: yearOf(around.last.lo) + 1, alone: false, assumed: false };
    const era = eraYear(text, at);
    return era && { ...era, alone: true, assumed: false };
  }
  const ago = matchAt(YEARS_AGO, text, at);
  if (ago && !joined(text, at, around)) {
    return {
      end: at + ago[0].length,
      value: yearOf(around.today) - small(ago[1] ?? ''),
      alone: false,
      assumed: false,
    };
  }
  const figures = matchAt(FIGURES, text, at);
  if (!figures || joined(text, at, around)) return null;
  const end = at + figures[0].length;
  const written = figures[1] ?? '';
  const value = fullYear(written);
  if (value < 1950 || value > yearOf(around.today) + 30) return null;
  const lasted =
    /[了满共近约有干住用过续签保质]$/.test(text[at - 1] ?? '') ||
    /^(?:内|期|多|前|后|来|半|左右|以上|以下|之久|质保|保修|了|没)/.test(text.slice(end, end + 2));
  const alone =
    written.length > 2 ||
    (!lasted && CERTAIN.test(written)) ||
    (!lasted &&
      (value >= 2015 || around.asked || BEGUN.test(text.slice(end, end + 3))) &&
      value <= yearOf(around.today) + 1);
  return { end, value, alone, assumed: written.length === 2 };
}
