import type { RecurrenceValue } from '../../knowledge/value.ts';
import { WEEKDAYS as ENGLISH_WEEKDAYS } from '../../language/en/dates.ts';
import { TIME_UNITS as ENGLISH_UNITS } from '../../language/en/time-units.ts';
import { DAY_TIMES, WEEKDAYS } from '../../language/zh-CN/dates.ts';
import { NOT_UNITS, RECURRING, TIME_UNITS } from '../../language/zh-CN/time-units.ts';
import { readClock } from './date-clock-face.ts';
import { COUNT, countOf, SMALL, small } from './date-number.ts';
import { alternatives, anyOf, matchAt, type Reader } from './date-reading.ts';

/** A repetition at a place. */
export type ReadRecurrence = (text: string, at: number) => { end: number; value: RecurrenceValue } | null;

const EVERY = new RegExp(
  `(每隔|每|隔)(?:\\s?(${COUNT}))?\\s?个?(?:(${alternatives(Object.keys(TIME_UNITS))})|(${alternatives(Object.keys(DAY_TIMES))}))`,
  'y',
);
const WEEKDAY = '[一二三四五六日天末1-7]';
const ON_WEEKDAYS = new RegExp(
  `(?:每个?|逢)(?:周|星期|礼拜)(${WEEKDAY}(?:(?:、|和|,|及)?(?:周|星期|礼拜)?${WEEKDAY}){0,6})(?![\\d号])`,
  'y',
);
const WORKDAYS = /每(?:个|一个)?工作日/y;
const WITHOUT_EVERY = anyOf(Object.keys(RECURRING));
const ON_DAY = new RegExp(`的?(?:(${SMALL})月份?)?的?(${SMALL})[号日]`, 'y');
const ON_MONTH = new RegExp(`的?(${SMALL})月份?`, 'y');
const DAY_TIME = anyOf(Object.keys(DAY_TIMES), '', '的?');

const repetition = (more: Partial<RecurrenceValue>): RecurrenceValue => ({
  kind: 'recurrence',
  every: 1,
  unit: 'day',
  weekdays: [],
  month: null,
  day: null,
  at: null,
  ...more,
});

const readChinese: ReadRecurrence = (text, at) => {
  const found = everyWeekday(text, at) ?? everyUnit(text, at) ?? withoutEvery(text, at);
  if (!found) return null;
  const { unit } = found.value;
  const dated = unit === 'month' || unit === 'year' ? withDay(text, found) : found;
  return dated.value.unit === 'day' || dated.value.weekdays.length > 0 || dated.value.day !== null
    ? withClock(text, dated)
    : dated;
};

type Found = NonNullable<ReturnType<ReadRecurrence>>;

function everyWeekday(text: string, at: number): Found | null {
  const workdays = matchAt(WORKDAYS, text, at);
  if (workdays)
    return {
      end: at + workdays[0].length,
      value: repetition({ unit: 'week', weekdays: [1, 2, 3, 4, 5] }),
    };
  const match = matchAt(ON_WEEKDAYS, text, at);
  if (!match) return null;
  const weekdays = [...(match[1] ?? '')].flatMap(figure =>
    figure === '末' ? [6, 7] : (WEEKDAYS[figure] ?? []),
  );
  return {
    end: at + match[0].length,
    value: repetition({ unit: 'week', weekdays: [...new Set(weekdays)].sort((a, b) => a - b) }),
  };
}

function everyUnit(text: string, at: number): Found | null {
  const match = matchAt(EVERY, text, at);
  if (!match) return null;
  const [words, which = '', many, word = '', part] = match;
  const end = at + words.length;
  // The part of the day is read with its clock: 每晚八点.
  if (part) return { end: end - part.length, value: repetition({}) };
  // 每月初 comes every month.
  const third = word === '月' && /[初底中末]/.test(text[end] ?? '') ? 1 : 0;
  if (third === 0 && NOT_UNITS[word]?.test(text[end] ?? '')) return null;
  const count = many === undefined ? { lo: 1, hi: 1 } : countOf(many);
  const named = TIME_UNITS[word];
  if (!count || !named || count.lo !== count.hi || (which === '隔' && many === undefined)) return null;
  // 每隔一天 is every second day, 每隔三天 mostly every third.
  const skipsOne = which !== '每' && count.lo === 1;
  return {
    end: end + third,
    value: repetition({ every: (skipsOne ? 2 : count.lo) * named.times, unit: named.unit }),
  };
}

function withoutEvery(text: string, at: number): Found | null {
  const match = matchAt(WITHOUT_EVERY, text, at);
  return match && { end: at + match[0].length, value: repetition({ every: RECURRING[match[1] ?? ''] ?? 1 }) };
}

/** 每月15号, 每年3月15日, 每年3月. */
function withDay(text: string, found: Found): Found {
  const onDay = matchAt(ON_DAY, text, found.end);
  const onMonth = onDay || found.value.unit === 'month' ? null : matchAt(ON_MONTH, text, found.end);
  const match = onDay ?? onMonth;
  if (!match) return found;
  const month = match[1] === undefined ? null : small(match[1]);
  const day = onDay ? small(onDay[2] ?? '') : null;
  const isReal = (month === null || (month >= 1 && month <= 12)) && (day === null || (day >= 1 && day <= 31));
  return isReal ? { end: found.end + match[0].length, value: { ...found.value, month, day } } : found;
}

/** 每天早上八点, 每周一15:00; a part of the day alone is taken in and not kept. */
function withClock(text: string, found: Found): Found {
  const part = matchAt(DAY_TIME, text, found.end);
  const end = found.end + (part?.[0].length ?? 0);
  const clock = readClock(text, end, part?.[1] ?? null);
  const [seconds, other] = clock?.seconds ?? [];
  if (!clock || seconds === undefined || other !== undefined) return { ...found, end };
  const minutes = Math.floor(seconds / 60) % 1440;
  const pad = (number: number): string => String(number).padStart(2, '0');
  const time = `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  return { end: clock.end, value: { ...found.value, at: time } };
}

const ENGLISH = new RegExp(
  `(?:every|each) (?:(other|\\d{1,3}) )?(?:(${alternatives(Object.keys(ENGLISH_UNITS))})s?|(${alternatives(Object.keys(ENGLISH_WEEKDAYS))}))(?![a-z])`,
  'y',
);

const readEnglish: ReadRecurrence = (text, at) => {
  if (at > 0 && /[a-z]/.test(text[at - 1] ?? '')) return null;
  const match = matchAt(ENGLISH, text, at);
  if (!match) return null;
  const [words, many, word = '', weekday] = match;
  const every = many === 'other' ? 2 : Number(many ?? 1);
  const named = weekday ? { unit: 'week' as const, times: 1 } : ENGLISH_UNITS[word];
  if (!named || every < 1) return null;
  const value = repetition({ every: every * named.times, unit: named.unit });
  const day = ENGLISH_WEEKDAYS[weekday ?? ''];
  return { end: at + words.length, value: { ...value, weekdays: day === undefined ? [] : [day] } };
};

export const RECURRENCES: readonly Reader<ReadRecurrence>[] = [
  { starts: new Set('每隔逢天'), read: readChinese },
  { starts: new Set('e'), read: readEnglish },
];
