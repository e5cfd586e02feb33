import { LUNAR_MONTHS } from '../../language/zh-CN/dates.ts';
import { dayOf, oneDay, type Stretch, yearOf } from './date-calendar.ts';
import { lunarMonthDays, solarOfLunar } from './date-lunar.ts';
import { fullYear, isNumeral, SMALL, small, YEAR } from './date-number.ts';
import { type Around, matchAt, nearestYear, type Reading, reading } from './date-reading.ts';

const CALLED = new RegExp(`(农历|阴历|旧历)的?(?:(${YEAR})年)?`, 'y');
const MONTH = new RegExp(`(闰)?(?:([正冬腊])|(${SMALL}))月`, 'y');
const DAY = new RegExp(`初([一二三四五六七八九十])|(${SMALL})[号日]?(?![点时年月个天次])`, 'y');
/** Not 三月初一直没退. */
const FIRST_TEN = /初([一二三四五六七八九十])(?![直共次个些起般定样百千万十点天])/y;
const NEW_YEAR_DAY = /大年初([一二三四五六七八九十])|大年(十[一二三四五六])/y;

/** What a lunar date can begin with besides a numeral. */
export const LUNAR_STARTS: ReadonlySet<string> = new Set([
  '大',
  '农',
  '阴',
  '旧',
  '闰',
  ...Object.keys(LUNAR_MONTHS),
]);

/** Dates of the lunar calendar: 农历八月十五, 腊月二十三, 大年初三, 三月初五. */
export function readLunar(text: string, at: number, around: Around, year: number | null): Reading | null {
  if (!isNumeral(text[at]) && !LUNAR_STARTS.has(text[at] ?? '')) return null;
  const newYear = matchAt(NEW_YEAR_DAY, text, at);
  if (newYear)
    return lunar(at + newYear[0].length, around, year, 1, small(newYear[1] ?? newYear[2] ?? ''), false);
  const called = matchAt(CALLED, text, at);
  const start = at + (called?.[0].length ?? 0);
  const month = matchAt(MONTH, text, start);
  if (!month) return null;
  const which = month[2] ? (LUNAR_MONTHS[month[2]] ?? 0) : small(month[3] ?? '');
  const end = start + month[0].length;
  const certain = called !== null || month[2] !== undefined || month[1] !== undefined;
  // 三月初五 is lunar whatever stands before it; 三月初 is not.
  const day = matchAt(certain ? DAY : FIRST_TEN, text, end);
  const known = year ?? (called?.[2] ? fullYear(called[2]) : null);
  const leap = month[1] !== undefined;
  if (day) return lunar(end + day[0].length, around, known, which, small(day[1] ?? day[2] ?? ''), leap);
  if (certain) return lunar(end, around, known, which, null, leap);
  return idiom(text, end, around, known, which);
}

/** Days that most name by the lunar calendar without saying so: mid-autumn, and those whose day is called as their month. */
const FESTIVALS: Record<number, { word: string; date: number }> = {
  2: { word: '二', date: 2 },
  3: { word: '三', date: 3 },
  5: { word: '五', date: 5 },
  6: { word: '六', date: 6 },
  7: { word: '七', date: 7 },
  8: { word: '十五', date: 15 },
  9: { word: '九', date: 9 },
};
const DAY_ENDS = /^(?:$|[\s,，。;；、!！?？的买在那当前后])/;

/** 八月十五 without 农历 is mid-autumn to most, but may be 15 August: both, for the person to choose. */
function idiom(text: string, at: number, around: Around, year: number | null, month: number): Reading | null {
  const festival = FESTIVALS[month];
  if (!festival || !text.startsWith(festival.word, at)) return null;
  const { word, date } = festival;
  const end = at + word.length;
  if (!DAY_ENDS.test(text.slice(end, end + 1)) && (month !== 8 || /[号日\d点]/.test(text[end] ?? '')))
    return null;
  const found = lunar(end, around, year, month, date, false);
  const solar = (some: number): Stretch => oneDay(dayOf(some, month, date) ?? `${some}-01-01`);
  return (
    found && {
      ...found,
      stretches: [
        ...found.stretches,
        year === null ? (nearestYear(around, solar) ?? solar(yearOf(around.today))) : solar(year),
      ],
    }
  );
}

function lunar(
  end: number,
  around: Around,
  year: number | null,
  month: number,
  date: number | null,
  leap: boolean,
): Reading | null {
  const make = (some: number): Stretch | null => {
    if (date === null) {
      const days = lunarMonthDays(some, month, leap);
      return days && { ...days, grain: 'month', calendar: 'lunar', approx: false };
    }
    const day = solarOfLunar(some, month, date, leap);
    return day === null ? null : oneDay(day, { calendar: 'lunar' });
  };
  if (year === null) return reading(end, 'lunar date', true, [nearestYear(around, make)]);
  // 2025年腊月 begins in January 2026; some mean the one in the January of 2025.
  const late = make(year);
  const early = late && yearOf(late.lo) > year ? make(year - 1) : null;
  return reading(end, 'lunar date', false, [late, early]);
}
