import { LUNAR_HOLIDAYS, SOLAR_HOLIDAYS } from '../../language/en/holidays.ts';
import { addMonths, dayOf, monthOf, months, type Stretch, third, yearOf } from './date-calendar.ts';
import { dayOrNull, ENDS, inYear, OFFSETS, YEAR, yearSaid } from './date-english-months.ts';
import { inSolarYear } from './date-holiday.ts';
import { anyOf, type Around, matchAt, nearestMonth, type Reading, reading } from './date-reading.ts';

const ON_THE =
  /(?:on |by |from |until |till |before |after )?the (\d{1,2})(?:st|nd|rd|th)(?: of (last|this|next) month)?(?![a-z0-9])/y;
const HOLIDAY = anyOf(
  [...Object.keys(SOLAR_HOLIDAYS), ...Object.keys(LUNAR_HOLIDAYS)],
  `${ENDS}${YEAR}`,
  '(?:(last|this|next) )?',
);
const BARE_YEAR =
  /(?:in|since|during|from|until|till|before|after|of) ((?:19|20)\d\d)(?![\d.:/-])(?! ?(?:yuan|rmb|dollars|cny|usd|items|days|people|times))/y;
const QUARTER =
  /(?:the )?(first|second|1st|2nd) half of ((?:19|20)\d\d)(?!\d)|q([1-4]) ((?:19|20)\d\d)(?!\d)/y;
const EDGE =
  /(?:the )?(early|late|mid|(?:beginning|start|middle|end) of)[ -](?:(last|this|next|the) (month|year)|((?:19|20)\d\d)(?!\d))/y;

/** Holidays, days of a month, parts of a year and bare years. */
export function readOthers(text: string, at: number, around: Around): Reading | null {
  const onThe = matchAt(ON_THE, text, at);
  if (onThe) {
    const day = Number(onThe[1]);
    const end = at + onThe[0].length;
    if (
      !onThe[2] &&
      /^ (?:time|day|call|instal|order|attempt|item|person|floor|one|century|month|week|year)/.test(
        text.slice(end, end + 9),
      )
    )
      return null;
    const month = onThe[2] ? addMonths(around.today, OFFSETS[onThe[2]] ?? 0) : null;
    if (month)
      return reading(end, 'day of month', false, [dayOrNull(dayOf(yearOf(month), monthOf(month), day))]);
    return reading(end, 'day of month', true, [
      nearestMonth(around, (year, some) => dayOrNull(dayOf(year, some, day))),
    ]);
  }
  const holiday = matchAt(HOLIDAY, text, at);
  if (holiday) {
    const [words, which, name = '', full, short, word] = holiday;
    const solar = SOLAR_HOLIDAYS[name];
    const [month, day] = LUNAR_HOLIDAYS[name] ?? [0, 0];
    const make = (year: number): Stretch | null =>
      solar ? dayOrNull(dayOf(year, solar.month, solar.day)) : inSolarYear(year, month, day);
    const year = yearSaid(around, full, short, word);
    const toward: Around =
      which === 'last'
        ? { ...around, side: 'past' }
        : which === 'next'
          ? { ...around, side: 'future' }
          : around;
    return inYear(toward, at + words.length, 'holiday', which === 'this' ? yearOf(around.today) : year, make);
  }
  const half = matchAt(QUARTER, text, at);
  if (half) {
    const quarter = Number(half[3]);
    const stretch = half[3]
      ? months(Number(half[4]), quarter * 3 - 2, quarter * 3, 'quarter')
      : months(
          Number(half[2]),
          /^(?:first|1st)/.test(half[1] ?? '') ? 1 : 7,
          /^(?:first|1st)/.test(half[1] ?? '') ? 6 : 12,
          'half',
        );
    return reading(at + half[0].length, 'part of year', false, [stretch]);
  }
  const edge = matchAt(EDGE, text, at);
  if (edge) return readEdge(edge, at + edge[0].length, around);
  const year = matchAt(BARE_YEAR, text, at);
  return year && reading(at + year[0].length, 'year', false, [months(Number(year[1]), 1, 12, 'year')]);
}

/** The end of last month, early 2024: a third of a month, or some months of a year and those vague. */
function readEdge(match: RegExpExecArray, end: number, around: Around): Reading | null {
  const [, part = '', which = '', unit, written] = match;
  const place = /early|beginning|start/.test(part) ? 1 : /mid/.test(part) ? 2 : 3;
  const offset = OFFSETS[which] ?? 0;
  if (unit === 'month') {
    const day = addMonths(around.today, offset);
    return reading(end, 'third of month', false, [third(yearOf(day), monthOf(day), place)]);
  }
  const year = written ? Number(written) : yearOf(around.today) + offset;
  const [from, until] = place === 1 ? [1, 2] : place === 2 ? [6, 7] : [11, 12];
  const stretch = months(year, from, until, 'quarter');
  return reading(end, 'part of year', false, [stretch && { ...stretch, approx: true }]);
}
