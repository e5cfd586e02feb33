import { DAY_TIMES, DAYS, NUMBERS, VAGUE_NUMBERS, WEEKDAYS } from '../../language/en/dates.ts';
import { addDays, weekdayOf } from '../../language/day.ts';
import { addMonths, monthOf, months, oneDay, type Stretch, week, yearOf } from './date-calendar.ts';
import { ENDS, OFFSETS, readMonths } from './date-english-months.ts';
import { readOthers } from './date-english-others.ts';
import {
  anyOf,
  type Around,
  endOfDigits,
  matchAt,
  type Reader,
  type Reading,
  reading,
} from './date-reading.ts';

const DAY = anyOf(Object.keys(DAYS), ENDS);
const WEEKDAY = anyOf(Object.keys(WEEKDAYS), ENDS, '(?:(last|past|this past|this|next|on|the) )?');
const SPAN =
  /(?:(the) )?(last|past|this|next|previous) (week|weekend|month|year|night|morning|afternoon|evening)(?![a-z])/y;
const AGO = new RegExp(
  `(half a|${Object.keys(VAGUE_NUMBERS).join('|')}|\\d{1,3}|${Object.keys(NUMBERS).join('|')}) (?:and a (half) )?(minute|hour|day|week|month|year)s?(?: (and a half))? (ago|earlier|back|from now)${ENDS}`,
  'y',
);

export const ENGLISH: Reader = { starts: new Set('0123456789abcdefghijklmnopqrstuvwxyz'), read: readEnglish };

/** 3 days ago, 3rd of March, 3-5 March. */
const BEHIND_FIGURES = new Set(' -snrt');

/** Dates in English words: March 15, 2024; 3 days ago; last Friday; on the 15th; in March; Christmas. */
export function readEnglish(text: string, at: number, around: Around): Reading | null {
  if (
    !/[a-z\d]/.test(text[at] ?? '') ||
    /[a-z\d]/.test(text[at - 1] ?? '') ||
    (at > 1 && /[.,:/-]/.test(text[at - 1] ?? '') && /\d/.test(text[at - 2] ?? ''))
  )
    return null;
  const figures = endOfDigits(text, at);
  if (figures > at && !BEHIND_FIGURES.has(text.charAt(figures))) return null;
  return (
    readAgo(text, at, around) ??
    readDays(text, at, around) ??
    readSpan(text, at, around) ??
    readWeekday(text, at, around) ??
    readMonths(text, at, around) ??
    readOthers(text, at, around)
  );
}

function readDays(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(DAY, text, at);
  return (
    match &&
    reading(at + match[0].length, 'day word', false, [
      oneDay(addDays(around.today, DAYS[match[1] ?? ''] ?? 0)),
    ])
  );
}

function readSpan(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(SPAN, text, at);
  if (!match) return null;
  const [words, the, which = '', unit] = match;
  const end = at + words.length;
  // "the last month" is the thirty days up to today, a stretch and not a month of the calendar.
  const days = { week: 7, weekend: 0, month: 30, year: 365 }[unit ?? ''] ?? 0;
  if ((the || which === 'past') && which !== 'previous' && days > 0) {
    if (which === 'this' || which === 'next') return null;
    return reading(end, 'stretch until now', true, [
      oneDay(addDays(around.today, -days), { hi: around.today, approx: true }),
    ]);
  }
  const offset = OFFSETS[which] ?? 0;
  if (unit === 'year') {
    const inside = /^,? (?:in |on )?/.exec(text.slice(end, end + 5));
    const found =
      inside && inside[0].length > 0
        ? readMonths(text, end + inside[0].length, around, yearOf(around.today) + offset)
        : null;
    if (found) return found;
  }
  const month = addMonths(around.today, offset);
  const monday = week(around.today, offset).lo;
  const stretch: Record<string, Stretch | null> = {
    week: week(around.today, offset),
    weekend: oneDay(addDays(monday, 5), { hi: addDays(monday, 6) }),
    month: months(yearOf(month), monthOf(month), monthOf(month), 'month'),
    year: months(yearOf(around.today) + offset, 1, 12, 'year'),
  };
  const times = DAY_TIMES[unit ?? ''];
  if (times) {
    const day =
      which === 'this'
        ? around.today
        : which === 'last' && unit === 'night'
          ? addDays(around.today, -1)
          : null;
    const pad = (hour: number): string => String(hour).padStart(2, '0');
    return day === null || the
      ? null
      : reading(end, 'part of day', false, [
          {
            lo: `${day}T${pad(times[0])}:00`,
            hi: `${day}T${pad(times[1] - 1)}:59`,
            grain: 'hour',
            calendar: 'solar',
            approx: false,
          },
        ]);
  }
  return reading(end, unit ?? 'span', false, [stretch[unit ?? ''] ?? null]);
}

function readWeekday(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(WEEKDAY, text, at);
  if (!match) return null;
  const [words, which, name = ''] = match;
  // sat, sun, mon and wed are other words too.
  if (
    name.length === 3 &&
    (which === undefined || name === 'sat' || name === 'sun') &&
    which !== 'last' &&
    which !== 'next'
  )
    return null;
  const weekday = WEEKDAYS[name] ?? 1;
  const end = at + words.length;
  const here = weekdayOf(around.today);
  const back = ((here - weekday + 6) % 7) + 1;
  const ahead = ((weekday - here + 6) % 7) + 1;
  const day = (days: number): Stretch => oneDay(addDays(around.today, days));
  if (which === 'this past' || which === 'past') return reading(end, 'weekday', false, [day(-back)]);
  if (which === 'this') return reading(end, 'weekday', false, [day(weekday - here)]);
  // On a Saturday "last Friday" is yesterday to some and eight days ago to others; so with "next".
  if (which === 'last')
    return reading(end, 'weekday', false, back < here ? [day(-back), day(-back - 7)] : [day(-back)]);
  if (which === 'next')
    return reading(end, 'weekday', false, weekday > here ? [day(ahead + 7), day(ahead)] : [day(ahead)]);
  const near = around.side === 'past' ? -(back % 7) : ahead % 7;
  const { pivot } = around;
  if (pivot !== around.today)
    return reading(end, 'weekday', true, [oneDay(addDays(pivot, (weekday - weekdayOf(pivot) + 7) % 7))]);
  return reading(end, 'weekday', true, [day(near)]);
}

function readAgo(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(AGO, text, at);
  if (!match) return null;
  const [words, many = '', halfBefore, unit = '', halfAfter, direction] = match;
  const half = halfBefore || halfAfter || many === 'half a' ? 1 : 0;
  const exact = many === 'half a' ? 0 : (NUMBERS[many] ?? Number(many));
  const [few, most] = VAGUE_NUMBERS[many] ?? [exact, exact];
  const sign = direction === 'from now' ? 1 : -1;
  const step = { minute: 1, hour: 60, day: 1, week: 7, month: 1, year: 12 }[unit] ?? 1;
  const move = (count: number): string => {
    const far = sign * (count + half / 2) * step;
    if (unit === 'minute' || unit === 'hour')
      return new Date(Date.parse(`${around.today}T${around.clock}:00Z`) + far * 60_000)
        .toISOString()
        .slice(0, 16);
    if (unit === 'day' || unit === 'week') return addDays(around.today, Math.trunc(far));
    return addDays(addMonths(around.today, Math.trunc(far)), Number.isInteger(far) ? 0 : sign * 15);
  };
  const [near, far] = [move(few), move(most)];
  const [lo, hi] = near <= far ? [near, far] : [far, near];
  const fine = unit === 'minute' || unit === 'hour';
  return reading(at + words.length, sign < 0 ? 'ago' : 'from now', unit === 'month' || unit === 'year', [
    {
      lo,
      hi,
      grain: fine ? 'minute' : 'day',
      calendar: 'solar',
      approx: few !== most || half === 1 || unit === 'year',
    },
  ]);
}
