import {
  LUNAR_HOLIDAYS,
  NUMBER_HOLIDAYS,
  SOLAR_HOLIDAYS,
  WEEKDAY_HOLIDAYS,
} from '../../language/zh-CN/holidays.ts';
import { addDays, weekdayOf } from '../../language/day.ts';
import { dayOf, oneDay, type Stretch, yearOf } from './date-calendar.ts';
import { solarOfLunar } from './date-lunar.ts';
import { IN_NUMBER } from './date-number.ts';
import { anyOf, type Around, matchAt, nearestYear, type Reading, reading, startsOf } from './date-reading.ts';

type Make = (year: number) => Stretch | null;

const WORDS = [SOLAR_HOLIDAYS, WEEKDAY_HOLIDAYS, LUNAR_HOLIDAYS, NUMBER_HOLIDAYS]
  .flatMap(Object.keys)
  .concat('清明', '清明节');
const NAMES = anyOf(WORDS);
export const HOLIDAY_STARTS = startsOf(WORDS);
/** 五一路 and 国庆街 are places. */
const PLACE_AFTER =
  /^(?:[东西南北中]?(?:路|街|大道|巷|桥)|广场|小区|新村|村(?!晚)|镇|小学|中学|医院|商[城场])/;
const SEASON = /的?(?:那几天|期间|假期|放假(?:那几天|期间|的时候)?|长假|黄金周|小长假|前后)/y;
const FIGURE = /^(?:[\d零一二三四五六七八九十百千万亿半点元块折次个天月号日时]|期(?!间))/;
/** What after a bare number tells that it names a shopping day, and what before it tells that it is money. */
const NAMED_AFTER =
  /^(?:的时候|那天|那会|当天|当晚|当日|活动|大促|期间|促销|购物节|狂欢|晚会|节|年中|买|下单|付款|下的单|抢|前|后|晚|早|凌晨|预售|假期|放假|长假|黄金周|儿童)/;
const NAMED_BEFORE = /(?:在|趁|于|是|年|的|从|到|等)$/;

/** A holiday by name, in a year or in the nearest one: 去年双十一, 国庆期间, 春节, 618的时候. */
export function readHoliday(text: string, at: number, around: Around, year: number | null): Reading | null {
  const match = matchAt(NAMES, text, at);
  const name = match?.[1];
  if (!name) return null;
  const end = at + name.length;
  if (PLACE_AFTER.test(text.slice(end, end + 3))) return null;
  const number = NUMBER_HOLIDAYS[name];
  if (number && !named(text, at, end, around, year)) return null;
  if (
    /^[五六三38]/.test(name) &&
    ((at > around.from && IN_NUMBER.test(text[at - 1] ?? '')) || FIGURE.test(text.slice(end, end + 2)))
  )
    return null;
  if (name === '过年' && /[以不]/.test(text[at - 1] ?? '')) return null;

  const makes = makersOf(name);
  const season = matchAt(SEASON, text, end);
  const span = (SOLAR_HOLIDAYS[name] ?? LUNAR_HOLIDAYS[name] ?? number)?.span;
  const around7 = season?.[0].endsWith('前后');
  const grown =
    (make: Make): Make =>
    some => {
      const stretch = make(some);
      return stretch && season && !around7
        ? { ...stretch, hi: addDays(stretch.lo, (span ?? 1) - 1), approx: true }
        : stretch;
    };
  const stretches = makes.map(grown).map(make => (year === null ? nearestYear(around, make) : make(year)));
  const stop = season && !around7 ? end + season[0].length : end;
  return reading(stop, 'holiday', year === null, stretches);
}

/** Whether the words around a number tell of a day. */
function named(text: string, at: number, end: number, around: Around, year: number | null): boolean {
  if (FIGURE.test(text.slice(end, end + 2)) || /[\d.a-z%]/.test(text[end] ?? '')) return false;
  if (year !== null) return true;
  const before = text.slice(Math.max(0, at - 1), at);
  if (at > around.from && (IN_NUMBER.test(before) || /[.,:/花付共了价-]/.test(before))) return false;
  return (
    NAMED_AFTER.test(text.slice(end, end + 4)) ||
    (around.asked && at === 0 && end === text.length) ||
    (NAMED_BEFORE.test(before) && end === text.length)
  );
}

function makersOf(name: string): Make[] {
  const lunar = LUNAR_HOLIDAYS[name];
  if (lunar)
    return lunar.dates.map(
      ([month, day]) =>
        year =>
          inSolarYear(year, month, day),
    );
  const weekday = WEEKDAY_HOLIDAYS[name];
  if (weekday) {
    return [
      year => {
        const first = dayOf(year, weekday.month, 1);
        if (!first) return null;
        const offset =
          ((weekday.weekday - weekdayOf(first) + 7) % 7) + (weekday.nth - 1) * 7 + (weekday.plus ?? 0);
        return oneDay(addDays(first, offset));
      },
    ];
  }
  const solar = SOLAR_HOLIDAYS[name] ?? NUMBER_HOLIDAYS[name];
  if (solar) return [year => oneDayOrNull(dayOf(year, solar.month, solar.day))];
  return [year => oneDayOrNull(dayOf(year, 4, tombSweeping(year)))];
}

const oneDayOrNull = (day: string | null): Stretch | null => (day === null ? null : oneDay(day));

const inSolarYears = new Map<string, string | null>();

/** The lunar holiday that falls in a solar year: 除夕 of 2025 was on 28 January 2025, in lunar 2024. */
export function inSolarYear(year: number, month: number, day: number): Stretch | null {
  const key = `${year} ${month} ${day}`;
  let found = inSolarYears.get(key);
  if (found === undefined) {
    const days = [year, year - 1].map(lunarYear => solarOfLunar(lunarYear, month, day));
    found = days.find(one => one !== null && yearOf(one) === year) ?? null;
    inSolarYears.set(key, found);
  }
  return found === null ? null : oneDay(found, { calendar: 'lunar' });
}

/** The day in April of 清明, by the rule of the solar terms, good from 2000 to 2099. */
const tombSweeping = (year: number): number =>
  Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4);
