import { DAY_TIMES, DAYS, LUNAR_HOLIDAYS, MONTHS, NUMBERS, SOLAR_HOLIDAYS, VAGUE_NUMBERS, WEEKDAYS } from '../../language/en/dates.ts';
import { addDays } from '../../conversation/day.ts';
import { addMonths, dayOf, months, oneDay, monthOf, type Stretch, third, week, weekdayOf, yearOf } from './date-calendar.ts';
import { inSolarYear } from './date-holiday.ts';
import { anyOf, type Around, matchAt, nearestMonth, nearestYear, type Reading, reading } from './date-reading.ts';

const ENDS = '(?![a-z0-9])';
const YEAR = "(?:,? ?(?:of )?((?:19|20)\\d\\d)(?!\\d)|,? '(\\d\\d)(?!\\d)|,? (last|this|next) year)?";
const NUMBER = '(\\d{1,2})(?:st|nd|rd|th)?';
const DAY = anyOf(Object.keys(DAYS), ENDS);
const MONTH_WORDS = Object.keys(MONTHS).join('|');
const MONTH_DAY = anyOf(Object.keys(MONTHS), `\\.? (?:the )?${NUMBER}(?: ?(?:-|–|to|through) ?(?:the )?${NUMBER}(?! ?(?:${MONTH_WORDS})))?(?![\\d:%])(?! ?(?:days|times|yuan|items|am\\b|pm\\b))(?:${YEAR})`);
const DAY_MONTH = anyOf(Object.keys(MONTHS), `${ENDS}\\.?${YEAR}`, `(?:the )?${NUMBER}(?: day)?(?: of)? `);
const MONTH = anyOf(Object.keys(MONTHS), `${ENDS}\\.?${YEAR}`, '(?:(early|mid|late|the beginning of|the middle of|the end of|end of|beginning of|last|this|next)[ -])?');
const ON_THE = /(?:on |by |from |until |till |before |after )?the (\d{1,2})(?:st|nd|rd|th)(?: of (last|this|next) month)?(?![a-z0-9])/y;
const WEEKDAY = anyOf(Object.keys(WEEKDAYS), ENDS, '(?:(last|past|this past|this|next|on|the) )?');
const SPAN = /(?:(the) )?(last|past|this|next|previous) (week|weekend|month|year|night|morning|afternoon|evening)(?![a-z])/y;
const AGO = new RegExp(
  `(half a|${Object.keys(VAGUE_NUMBERS).join('|')}|\\d{1,3}|${Object.keys(NUMBERS).join('|')}) (?:and a (half) )?(minute|hour|day|week|month|year)s?(?: (and a half))? (ago|earlier|back|from now)${ENDS}`,
  'y',
);
const HOLIDAY = anyOf([...Object.keys(SOLAR_HOLIDAYS), ...Object.keys(LUNAR_HOLIDAYS)], `${ENDS}${YEAR}`, '(?:(last|this|next) )?');
const BARE_YEAR = /(?:in|since|during|from|until|till|before|after|of) ((?:19|20)\d\d)(?![\d.:/-])(?! ?(?:yuan|rmb|dollars|cny|usd|items|days|people|times))/y;
const QUARTER = /(?:the )?(first|second|1st|2nd) half of ((?:19|20)\d\d)(?!\d)|q([1-4]) ((?:19|20)\d\d)(?!\d)/y;
const EDGE = /(?:the )?(early|late|mid|(?:beginning|start|middle|end) of)[ -](?:(last|this|next|the) (month|year)|((?:19|20)\d\d)(?!\d))/y;
const OFFSETS: Record<string, number> = { last: -1, past: -1, previous: -1, 'this past': -1, this: 0, next: 1 };

/** Dates in English words: March 15, 2024; 3 days ago; last Friday; on the 15th; in March; Christmas. */
export function readEnglish(text: string, at: number, around: Around): Reading | null {
  if (!/[a-z\d]/.test(text[at] ?? '') || /[a-z\d]/.test(text[at - 1] ?? '') || (at > 1 && /[.,:/-]/.test(text[at - 1] ?? '') && /\d/.test(text[at - 2] ?? ''))) return null;
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
  return match && reading(at + match[0].length, 'day word', false, [oneDay(addDays(around.today, DAYS[match[1] ?? ''] ?? 0))]);
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
    return reading(end, 'stretch until now', true, [oneDay(addDays(around.today, -days), { hi: around.today, approx: true })]);
  }
  const offset = OFFSETS[which] ?? 0;
  if (unit === 'year') {
    const inside = /^,? (?:in |on )?/.exec(text.slice(end, end + 5));
    const found = inside && inside[0].length > 0 ? readMonths(text, end + inside[0].length, around, yearOf(around.today) + offset) : null;
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
    const day = which === 'this' ? around.today : which === 'last' && unit === 'night' ? addDays(around.today, -1) : null;
    const pad = (hour: number): string => String(hour).padStart(2, '0');
    return day === null || the ? null : reading(end, 'part of day', false, [{ lo: `${day}T${pad(times[0])}:00`, hi: `${day}T${pad(times[1] - 1)}:59`, grain: 'hour', calendar: 'solar', approx: false }]);
  }
  return reading(end, unit ?? 'span', false, [stretch[unit ?? ''] ?? null]);
}

function readWeekday(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(WEEKDAY, text, at);
  if (!match) return null;
  const [words, which, name = ''] = match;
  // sat, sun, mon and wed are other words too.
  if (name.length === 3 && (which === undefined || name === 'sat' || name === 'sun') && which !== 'last' && which !== 'next') return null;
  const weekday = WEEKDAYS[name] ?? 1;
  const end = at + words.length;
  const here = weekdayOf(around.today);
  const back = (here - weekday + 6) % 7 + 1;
  const ahead = (weekday - here + 6) % 7 + 1;
  const day = (days: number): Stretch => oneDay(addDays(around.today, days));
  if (which === 'this past' || which === 'past') return reading(end, 'weekday', false, [day(-back)]);
  if (which === 'this') return reading(end, 'weekday', false, [day(weekday - here)]);
  // On a Saturday "last Friday" is yesterday to some and eight days ago to others; so with "next".
  if (which === 'last') return reading(end, 'weekday', false, back < here ? [day(-back), day(-back - 7)] : [day(-back)]);
  if (which === 'next') return reading(end, 'weekday', false, weekday > here ? [day(ahead + 7), day(ahead)] : [day(ahead)]);
  const near = around.side === 'past' ? -(back % 7) : ahead % 7;
  const { pivot } = around;
  if (pivot !== around.today) return reading(end, 'weekday', true, [oneDay(addDays(pivot, (weekday - weekdayOf(pivot) + 7) % 7))]);
  return reading(end, 'weekday', true, [day(near)]);
}

/** The year that a month or holiday carries: written, or counted from this one; null when it is open. */
function yearSaid(around: Around, full?: string, short?: string, word?: string): number | null {
  if (full) return Number(full);
  if (short) return 2000 + Number(short);
  return word ? yearOf(around.today) + (OFFSETS[word] ?? 0) : null;
}

const inYear = (around: Around, end: number, rule: string, year: number | null, make: (year: number) => Stretch | null): Reading | null =>
  reading(end, rule, year === null, [year === null ? nearestYear(around, make) : make(year)]);

function readMonths(text: string, at: number, around: Around, given: number | null = null): Reading | null {
  const first = matchAt(MONTH_DAY, text, at);
  const dated = first ?? matchAt(DAY_MONTH, text, at);
  if (dated) {
    const [month, date, until] = first ? [first[1], first[2], first[3]] : [dated[2], dated[1]];
    const year = given ?? yearSaid(around, ...(dated.slice(first ? 4 : 3) as (string | undefined)[]));
    return inYear(around, at + dated[0].length, 'month and day', year, some => {
      const lo = dayOf(some, MONTHS[month ?? ''] ?? 0, Number(date));
      const hi = until === undefined ? lo : dayOf(some, MONTHS[month ?? ''] ?? 0, Number(until));
      return lo && hi && lo <= hi ? oneDay(lo, { hi }) : null;
    });
  }
  const match = matchAt(MONTH, text, at);
  if (!match) return null;
  const [words, part, name = '', full, short, word] = match;
  // "may", "mar" and "march" are other words too: alone they need a preposition, a part or a year.
  const year = given ?? yearSaid(around, full, short, word);
  const before = text.slice(Math.max(0, at - 8), at);
  if (/^(?:may|mar|march|dec|sep|jan|jun|oct|nov|apr|aug|feb|jul|sept)$/.test(name) && !part && year === null && !/(?:in|since|during|from|until|till|by|of|for|before|after|to|and|through) $/.test(before)) return null;
  const month = MONTHS[name] ?? 0;
  const which = /early|beginning/.test(part ?? '') ? 1 : /mid/.test(part ?? '') ? 2 : /late|end/.test(part ?? '') ? 3 : null;
  const make = (some: number): Stretch | null => (which ? third(some, month, which) : months(some, month, month, 'month'));
  if (part === 'last' || part === 'next') return inYear({ ...around, side: part === 'last' ? 'past' : 'future' }, at + words.length, 'month', year, make);
  if (part === 'this') return inYear(around, at + words.length, 'month', yearOf(around.today), make);
  return inYear(around, at + words.length, 'month', year, make);
}

const dayOrNull = (day: string | null): Stretch | null => (day === null ? null : oneDay(day));

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
    if (unit === 'minute' || unit === 'hour') return new Date(Date.parse(`${around.today}T${around.clock}:00Z`) + far * 60_000).toISOString().slice(0, 16);
    if (unit === 'day' || unit === 'week') return addDays(around.today, Math.trunc(far));
    return addDays(addMonths(around.today, Math.trunc(far)), Number.isInteger(far) ? 0 : sign * 15);
  };
  const [near, far] = [move(few), move(most)];
  const [lo, hi] = near <= far ? [near, far] : [far, near];
  const fine = unit === 'minute' || unit === 'hour';
  return reading(at + words.length, sign < 0 ? 'ago' : 'from now', unit === 'month' || unit === 'year', [
    { lo, hi, grain: fine ? 'minute' : 'day', calendar: 'solar', approx: few !== most || half === 1 || unit === 'year' },
  ]);
}

function readOthers(text: string, at: number, around: Around): Reading | null {
  const onThe = matchAt(ON_THE, text, at);
  if (onThe) {
    const day = Number(onThe[1]);
    const end = at + onThe[0].length;
    if (!onThe[2] && /^ (?:time|day|call|instal|order|attempt|item|person|floor|one|century|month|week|year)/.test(text.slice(end, end + 9))) return null;
    const month = onThe[2] ? addMonths(around.today, OFFSETS[onThe[2]] ?? 0) : null;
    if (month) return reading(end, 'day of month', false, [dayOrNull(dayOf(yearOf(month), monthOf(month), day))]);
    return reading(end, 'day of month', true, [nearestMonth(around, (year, some) => dayOrNull(dayOf(year, some, day)))]);
  }
  const holiday = matchAt(HOLIDAY, text, at);
  if (holiday) {
    const [words, which, name = '', full, short, word] = holiday;
    const solar = SOLAR_HOLIDAYS[name];
    const [month, day] = LUNAR_HOLIDAYS[name] ?? [0, 0];
    const make = (year: number): Stretch | null => (solar ? dayOrNull(dayOf(year, solar.month, solar.day)) : inSolarYear(year, month, day));
    const year = yearSaid(around, full, short, word);
    const toward: Around = which === 'last' ? { ...around, side: 'past' } : which === 'next' ? { ...around, side: 'future' } : around;
    return inYear(toward, at + words.length, 'holiday', which === 'this' ? yearOf(around.today) : year, make);
  }
  const half = matchAt(QUARTER, text, at);
  if (half) {
    const quarter = Number(half[3]);
    const stretch = half[3]
      ? months(Number(half[4]), quarter * 3 - 2, quarter * 3, 'quarter')
      : months(Number(half[2]), /^(?:first|1st)/.test(half[1] ?? '') ? 1 : 7, /^(?:first|1st)/.test(half[1] ?? '') ? 6 : 12, 'half');
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
