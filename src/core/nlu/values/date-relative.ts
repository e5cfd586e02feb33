import { DAY_PARTS, DAYS, MONTHS, WEEKDAYS, WEEKS, YEARS } from '../../language/zh-CN/dates.ts';
import { addDays, daysBetween, weekdayOf } from '../../language/day.ts';
import { addMonths, oneDay, type Stretch, week } from './date-calendar.ts';
import { withPartOfDay } from './date-clock.ts';
import { countOf, figuresThen } from './date-number.ts';
import { anyOf, type Around, matchAt, type Reader, type Reading, reading, startsOf } from './date-reading.ts';
import { minutesOn } from './date-shift.ts';

const DAY = anyOf(Object.keys(DAYS));
const DAY_PART = anyOf(Object.keys(DAY_PARTS));
const SAME_DAY_OF_YEAR = anyOf(
  Object.keys(YEARS),
  '(?:差不多|大概)?的?(今天|今日|昨天|这个时候|这时候|这会儿?|此时|同期)',
);
const SAME_DAY = '的?(今天|今日|这个时候|同期)';
const SAME_DAY_OF_MONTH = anyOf(Object.keys(MONTHS), SAME_DAY);
const SAME_DAY_OF_WEEK = anyOf(Object.keys(WEEKS), `个?(?:周|星期|礼拜)${SAME_DAY}`);
/** 上周三四 is Wednesday or Thursday, 周三四点 is not. */
const FIGURE = '((?:一二|二三|三四|四五|五六|六[日天])(?![点时十百个\\d])|[一二三四五六日天末])';
const WEEK = anyOf(Object.keys(WEEKS), `个?(?:周|星期|礼拜)(?:${FIGURE}|([1-7])(?![\\d.]))?`);
const WEEKDAY = new RegExp(`(?:周|星期|礼拜)${FIGURE}`, 'y');
const AGO = new RegExp(
  '(半|好几|十几|[二三四五六七八九]十几|几|\\d{1,3}(?!\\d)|[一二两俩仨三四五六七八九十百]{1,5})(来|多|个多|个半(?=月|星期|礼拜|小时|钟头))?个?' +
    '(天|日|周|星期|礼拜|月|年|小时|钟头|分钟)(半|多|左右)?(之前|以前|前|之后|以后|后)(?!后|两天|几天|一天)',
  'y',
);
const JUST_NOW = /刚才|刚刚(?=[,，。\s的]|$)|方才/y;
const LATELY =
  /前(?:几|两|些|阵子?)天|前阵子|前些日子|前段(?:时间|日子)|前一?段时间|前一阵子?|这几天|这两天|近几天|近两天|近日/y;
const LATELY_DAYS: [RegExp, number, number][] = [
  [/^前两天/, -4, -1],
  [/^前几天/, -10, -2],
  [/^前些天/, -20, -2],
  [/^[这近]/, -4, 0],
  [/^/, -90, -5],
];
const THAT_WEEKDAY = /的?(?:周|星期|礼拜)([一二三四五六日天末])/y;
const EVERY = /[每逢隔]$/;
const SUBJECT_BEFORE = /(?:^|[\s,，。;；、!！?？我您你说答应]|请|在|于|就|再|过)$/;

/** What follows 上, and what follows 周. */
const WEEK_AFTER = '周星礼个一二三四五六日天末期拜';

/** Days, weeks and spans counted from now: 昨天, 上周三, 三个月前, 刚才. */
export const RELATIVE: readonly Reader[] = [
  {
    starts: new Set('0123456789一二两俩仨三四五六七八九十百半几好'),
    ...figuresThen('几来多个天日周星礼月年小钟分'),
    read: readAgo,
  },
  {
    ...startsOf([
      ...[DAYS, DAY_PARTS, YEARS, MONTHS].flatMap(Object.keys),
      ...Object.keys(WEEKS).flatMap(word => [...'周星礼个'].map(unit => word + unit)),
    ]),
    read: readDayWord,
  },
  {
    ...startsOf(
      [...Object.keys(WEEKS), '周', '星', '礼'].flatMap(word => [...WEEK_AFTER].map(unit => word + unit)),
    ),
    read: readWeek,
  },
  { starts: new Set('刚方前这近现此当'), then: new Set('才刚几两些阵段一日在刻下'), read: readVague },
];

function readDayWord(text: string, at: number, around: Around): Reading | null {
  const anniversary = matchAt(SAME_DAY_OF_YEAR, text, at);
  if (anniversary) {
    const exact = /[今昨]/.test(anniversary[2] ?? '');
    const day = addMonths(
      addDays(around.today, anniversary[2] === '昨天' ? -1 : 0),
      (YEARS[anniversary[1] ?? ''] ?? 0) * 12,
    );
    return reading(at + anniversary[0].length, 'same day of year', false, [oneDay(day, { approx: !exact })]);
  }
  const ofMonth = matchAt(SAME_DAY_OF_MONTH, text, at);
  const ofWeek = ofMonth ? null : matchAt(SAME_DAY_OF_WEEK, text, at);
  const same = ofMonth ?? ofWeek;
  if (same) {
    const day = ofMonth
      ? addMonths(around.today, MONTHS[same[1] ?? ''] ?? 0)
      : addDays(around.today, 7 * (WEEKS[same[1] ?? ''] ?? 0));
    const exact = /今/.test(same[2] ?? '');
    return reading(at + same[0].length, 'same day', false, [oneDay(day, { approx: !exact })]);
  }
  const part = matchAt(DAY_PART, text, at);
  const found = part && DAY_PARTS[part[1] ?? ''];
  // 今晚上, 昨晚间: the part may be said in two characters.
  if (part && found)
    return withPartOfDay(text, at + 1, addDays(around.today, found.days), 'day word', found.part);
  const day = matchAt(DAY, text, at);
  if (!day || (/[前后]/.test(day[0]) && /[之以年月周节款货单账期费品票]/.test(text[at - 1] ?? '')))
    return null;
  return reading(at + day[0].length, 'day word', false, [
    oneDay(addDays(around.today, DAYS[day[1] ?? ''] ?? 0)),
  ]);
}

function readWeek(text: string, at: number, around: Around): Reading | null {
  const before = text.slice(Math.max(0, at - 1), at);
  const match = matchAt(WEEK, text, at);
  if (match) {
    const days = week(around.today, WEEKS[match[1] ?? ''] ?? 0);
    const figure = match[2] ?? match[3];
    return reading(at + match[0].length, 'week', false, [figure ? inWeek(days.lo, figure) : days]);
  }
  const bare = matchAt(WEEKDAY, text, at);
  if (!bare || EVERY.test(before) || /[上下]/.test(before) || /[一二两三四五六七八九十几\d个]/.test(before))
    return null;
  const past = around.side === 'past';
  const fits = (offset: number): Stretch | null => {
    const day = inWeek(week(around.pivot, offset).lo, bare[1] ?? '');
    return (past ? day.lo <= around.pivot : day.hi >= around.pivot) ? day : null;
  };
  return reading(at + bare[0].length, 'weekday', true, [past ? (fits(0) ?? fits(-1)) : (fits(0) ?? fits(1))]);
}

/** A weekday, two for 三四, or Saturday and Sunday for 末, of the week that begins on `monday`. */
function inWeek(monday: string, figure: string): Stretch {
  const day = addDays(monday, (WEEKDAYS[figure.charAt(0)] ?? 1) - 1);
  const isTwo = figure === '末' || figure.length > 1;
  return oneDay(day, { hi: isTwo ? addDays(day, 1) : day, approx: figure.length > 1 });
}

/** How far a unit reaches, in days or months. */
const STEPS: Record<string, { days?: number; months?: number; minutes?: number }> = {
  天: { days: 1 },
  日: { days: 1 },
  周: { days: 7 },
  星期: { days: 7 },
  礼拜: { days: 7 },
  月: { months: 1 },
  年: { months: 12 },
  小时: { minutes: 60 },
  钟头: { minutes: 60 },
  分钟: { minutes: 1 },
};

function readAgo(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(AGO, text, at);
  if (!match) return null;
  const [words, many = '', more, unit = '', tail, side = ''] = match;
  const before = text[at - 1] ?? '';
  if (at > around.from && /[\d.一二两三四五六七八九十百千第每提前隔个几多]/.test(before)) return null;
  const forward = side.endsWith('后');
  // 收货三天后 counts from the receipt, which is not known here.
  if (forward && !SUBJECT_BEFORE.test(text.slice(Math.max(0, at - 2), at))) return null;
  const half = many === '半';
  const count = half ? { lo: 0, hi: 0, vague: true } : countOf(many);
  const step = STEPS[unit];
  if (!count || !step || count.hi > 999) return null;
  const halves = half || tail === '半' || more === '个半' ? 1 : 0;
  const loose = (more !== undefined && more !== '个半') || tail === '多';
  const approx = count.vague || loose || tail === '左右' || unit === '年';
  const sign = forward ? 1 : -1;
  const far = shift(around, step, sign * (count.hi * 2 + halves + (loose ? looseness(count.hi) : 0)));
  const near = shift(around, step, sign * (count.lo * 2 + halves));
  const [lo, hi] = forward ? [near, far] : [far, near];
  if (!lo || !hi) return null;
  const weekday =
    !forward && step.days === 7 && !count.vague ? matchAt(THAT_WEEKDAY, text, at + words.length) : null;
  if (weekday) {
    const day = inWeek(week(around.today, -count.lo).lo, weekday[1] ?? '');
    return reading(at + words.length + weekday[0].length, 'weekday ago', false, [day]);
  }
  const grain = step.minutes ? 'minute' : 'day';
  const rounded = step.months !== undefined;
  return reading(at + words.length, forward ? 'from now' : 'ago', rounded, [
    { lo, hi, grain, calendar: 'solar', approx },
  ]);
}

/** 一个多月 is up to one and a half, 二十多天 up to 29; in halves. */
const looseness = (count: number): number => (count >= 10 && count % 10 === 0 ? 18 : 1);

/** Now moved by half units. */
function shift(
  around: Around,
  step: { days?: number; months?: number; minutes?: number },
  halves: number,
): string | null {
  if (step.minutes) return minutesOn(around, Math.round((step.minutes * halves) / 2));
  if (step.days) return addDays(around.today, Math.trunc((step.days * halves) / 2));
  const whole = Math.trunc(((step.months ?? 1) * halves) / 2);
  const rest = (step.months ?? 1) % 2 === 1 && halves % 2 !== 0 ? Math.sign(halves) * 15 : 0;
  return addDays(addMonths(around.today, whole), rest);
}

const RIGHT_NOW = /^[\s就是从]*(?:现在|此刻|当下)[\s。.!！吧]*$/;

function readVague(text: string, at: number, around: Around): Reading | null {
  if (around.asked && /[现此当]/.test(text[at] ?? '')) {
    const now = minutesOn(around, 0);
    return RIGHT_NOW.test(text) ? reading(at + 2, 'now', false, [oneDay(now, { grain: 'minute' })]) : null;
  }
  const now = matchAt(JUST_NOW, text, at);
  if (now) {
    const stretch: Stretch = {
      lo: minutesOn(around, -60),
      hi: minutesOn(around, 0),
      grain: 'hour',
      calendar: 'solar',
      approx: true,
    };
    return reading(at + now[0].length, 'just now', false, [stretch]);
  }
  const lately = matchAt(LATELY, text, at);
  // 发货前两天 counts from the dispatch.
  if (
    !lately ||
    (lately[0].startsWith('前') && /[货单款期日号修付买收到发退店节庆]/.test(text[at - 1] ?? ''))
  )
    return null;
  const [, lo, hi] = LATELY_DAYS.find(([pattern]) => pattern.test(lately[0])) ?? [null, -30, 0];
  return reading(at + lately[0].length, 'lately', false, [
    oneDay(addDays(around.today, lo), { hi: addDays(around.today, hi), approx: true }),
  ]);
}

const PAUSE = /^$|[,，。;；!！?？]/;
const BEFORE_WEEKDAY = new Set(' \n,，(（周星礼');
const NAMED_WEEKDAY = /(\s?[,，]\s?)?\s?[(（]?(?:周|星期|礼拜)([一二三四五六日天])[)）]?/y;

/** Takes in a weekday said after a day. One that does not agree makes the day doubtful. */
export function withWeekday(text: string, found: Reading): Reading {
  if (!BEFORE_WEEKDAY.has(text.charAt(found.end))) return found;
  const match = matchAt(NAMED_WEEKDAY, text, found.end);
  const only = found.stretches[0];
  if (!match || !only || only.grain !== 'day' || daysBetween(only.lo, only.hi) !== 0) return found;
  const agrees = (stretch: Stretch): boolean => weekdayOf(stretch.lo) === WEEKDAYS[match[2] ?? ''];
  const agreeing = found.stretches.filter(agrees);
  // After a comma it may begin the next date, if anything follows.
  const next = found.end + match[0].length;
  if (agreeing.length === 0 && match[1] && !PAUSE.test(text.slice(next, next + 1))) return found;
  const stretches =
    agreeing.length > 0 ? agreeing : found.stretches.map(stretch => ({ ...stretch, approx: true }));
  return { ...found, end: found.end + match[0].length, stretches };
}
