import { YEAR_PARTS } from '../../language/zh-CN/dates.ts';
import { lengthOfMonth, months, type Stretch, yearOf } from './date-calendar.ts';
import { readMonth } from './date-month.ts';
import { isNumeral } from './date-number.ts';
import {
  anyOf,
  type Around,
  firsts,
  matchAt,
  nearestYear,
  type Reader,
  type Reading,
  reading,
  seconds,
} from './date-reading.ts';

const YEAR_PART = anyOf(Object.keys(YEAR_PARTS), '', '的?');
/** 22年中 is its middle, 22年中国 is not. */
const MIDDLE = /中(?=$|[\s,，。;；、!！?？的])/y;
const WINTER = /的?冬[天季]/y;
const QUARTER = /的?(?:第?([一二三四1-4])季度|第([一二三四1-4])季(?!节)|q([1-4])(?![\da-z]))/y;

/** What a part of a year without its year can begin with. */
export const YEAR_PART_STARTS: Pick<Reader, 'starts' | 'then' | 'afterDigits'> = {
  starts: firsts([...Object.keys(YEAR_PARTS), ...'第一二三四1234q冬']),
  then: seconds(
    [...Object.keys(YEAR_PARTS), ...'一二三四1234季天'].map(word => (word.length > 1 ? word : ` ${word}`)),
  ),
  afterDigits: new Set(),
};

/** What a part of a year can begin with right after its year. */
export const IN_YEAR_STARTS = firsts([...Object.keys(YEAR_PARTS), ...'的中第一二三四1234q冬']);

/** A part of a year, of one that was said or of the nearest: 上半年, 第一季度, 去年年底, 去年冬天. */
export function readYearPart(text: string, at: number, around: Around, year: number | null): Reading | null {
  const winter = matchAt(WINTER, text, at);
  if (winter && (year !== null || around.asked)) {
    // 去年冬天 is the one that began last year, or the one that ended then.
    const from = (some: number): Stretch | null => {
      const first = months(some, 12, 12, 'quarter');
      return first && { ...first, hi: `${some + 1}-02-${lengthOfMonth(some + 1, 2)}`, approx: true };
    };
    const stretches = year === null ? [nearestYear(around, from)] : [from(year), from(year - 1)];
    return reading(at + winter[0].length, 'part of year', year === null, stretches);
  }
  if (year !== null && matchAt(MIDDLE, text, at))
    return reading(at + 1, 'part of year', false, [withVagueness(months(year, 6, 7, 'quarter'), true)]);
  const quarter = matchAt(QUARTER, text, at);
  const part = quarter ? null : matchAt(YEAR_PART, text, at);
  if (!quarter && !part) return null;
  // 第一季 alone is of a show.
  if (quarter?.[2] && year === null) return null;
  let make: (some: number) => Stretch | null;
  if (quarter) {
    const figure = quarter[1] ?? quarter[2] ?? quarter[3] ?? '';
    const which = '一二三四'.indexOf(figure) + 1 || Number(figure);
    make = some => months(some, which * 3 - 2, which * 3, 'quarter');
  } else {
    const {
      months: [first, last],
      grain,
      approx,
    } = YEAR_PARTS[part?.[1] ?? ''] ?? { months: [1, 12], grain: 'half' };
    // 初 and 底 alone are parts of a year only right after one.
    if (year === null && (part?.[0] ?? '').length < 2) return null;
    // 夏天穿的 tells of a coat.
    if (year === null && !around.asked && /[春夏秋寒暑]/.test(part?.[0] ?? '')) return null;
    make = some => withVagueness(months(some, first, last, grain), approx === true);
  }
  const end = at + (quarter ?? part ?? [''])[0].length;
  const whole = year === null ? nearestYear(around, make) : make(year);
  return (
    (whole && readMonthIn(text, end, around, whole)) ?? reading(end, 'part of year', year === null, [whole])
  );
}

/** 上半年5月 is the month. */
function readMonthIn(text: string, end: number, around: Around, whole: Stretch): Reading | null {
  const month = isNumeral(text[end])
    ? readMonth(text, end, { ...around, from: end }, yearOf(whole.lo))
    : null;
  const stretches = month?.stretches.filter(({ lo, hi }) => lo >= whole.lo && hi <= whole.hi) ?? [];
  return month && stretches.length > 0 ? { ...month, assumed: true, stretches } : null;
}

const withVagueness = (stretch: Stretch | null, approx: boolean): Stretch | null =>
  stretch && { ...stretch, approx };
