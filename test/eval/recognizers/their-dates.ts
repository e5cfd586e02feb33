import type { DateValue, DurationValue, RecurrenceValue, Value } from '../../../src/core/knowledge/value.ts';
import { addDays } from '../../../src/core/language/day.ts';
import type { Recognised } from '../../../src/core/nlu/values/recogniser.ts';

/** A value as the file writes it, without what only explains it. */
export type Theirs = Record<string, string>;

/**
 * Ours in their shape. What differs:
 * - Their stretches end where the next begins, ours with their last day or minute. The end of a range of two dates is
 *   where the second begins (1995-1997年 ends on 1 January 1997).
 * - A time without a day is theirs without one; ours lies on the day that the asker means.
 * - Parts of the day have their hours, see `THEIR_HOURS`.
 * - A lunar date stays in the digits of the lunar calendar.
 * - Seconds of the reference that nobody spoke of are dropped.
 */
export function inTheirShape(value: Value, found: Recognised): Theirs {
  if (value.kind === 'duration') return { type: 'duration', timex: timexOf(value) };
  if (value.kind === 'recurrence') return { type: 'set', timex: setOf(value), value: 'not resolved' };
  if (value.kind !== 'date') return { type: value.kind };
  return value.open ? openEnded(value, found) : closed(value, found);
}

const isTime = (found: Recognised): boolean => found.rule.startsWith('time');

function closed(value: DateValue, found: Recognised): Theirs {
  const hours = hoursOf(value, found);
  const lunar = value.calendar === 'lunar';
  const lo = lunar ? lunarDigits(value.lo) : value.lo;
  if (value.lo === value.hi) {
    const type = isTime(found) ? 'time' : value.lo.length > 10 ? 'datetime' : 'date';
    return { type, value: said(lo, found) };
  }
  const type = typeOf(value, found);
  if (hours) {
    const day = value.lo.slice(0, 10);
    return { type, start: said(`${day}T${hours[0]}`, found), end: said(`${day}T${hours[1]}`, found) };
  }
  return { type, start: said(lo, found), end: said(endOf(value, found), found) };
}

const typeOf = (value: DateValue, found: Recognised): string =>
  isTime(found) ? 'timerange' : value.lo.length > 10 ? 'datetimerange' : 'daterange';

/** Before 2018 is before its first day, after 2007 after its last; before and after a day name the day itself. */
function openEnded(value: DateValue, found: Recognised): Theirs {
  const type = typeOf(value, found);
  const isWhole = !['day', 'hour', 'minute', 'second'].includes(value.grain);
  switch (value.open) {
    case 'before':
    case 'until': {
      const said_ = said(isWhole ? addDays(value.hi, 1) : value.hi, found);
      // They tell the two apart by the words alone: 截止到 is `before` to them.
      const includes = /[或及]/.test(found.words);
      return { type, Mod: includes ? 'until' : 'before', end: said_ };
    }
    default:
      return { type, Mod: value.open ?? '', start: said(value.lo, found) };
  }
}

const FIRST_OF: Partial<Record<DateValue['grain'], (day: string) => string>> = {
  year: day => `${day.slice(0, 4)}-01-01`,
  month: day => `${day.slice(0, 7)}-01`,
};

function endOf(value: DateValue, found: Recognised): string {
  const { hi, grain } = value;
  if (found.rule.endsWith('range')) return FIRST_OF[grain]?.(hi) ?? hi;
  if (hi.length === 10) return addDays(hi, 1);
  return new Date(Date.parse(`${hi}Z`) + (grain === 'hour' ? 60_000 : 0)).toISOString().slice(0, 16);
}

/** Their hours for the parts of a day, by the words that name them. */
const THEIR_HOURS: [words: RegExp, from: string, until: string][] = [
  [/凌晨|清晨|早|上午/, '08:00', '12:00'],
  [/中午|正午/, '11:00', '13:00'],
  [/下午|午后|傍晚/, '12:00', '16:00'],
  [/深夜/, '20:00', '23:59:59'],
  [/晚|夜/, '16:00', '20:00'],
  [/白天|日间/, '08:00', '18:00'],
];

function hoursOf(value: DateValue, found: Recognised): [string, string] | null {
  if (value.grain !== 'hour' || value.approx || found.rule.endsWith('range')) return null;
  const hours = THEIR_HOURS.find(([words]) => words.test(found.words));
  return hours ? [hours[1], hours[2]] : null;
}

/** 2010-01-29T18:00 is 2010-01-29 18:00:00, and a time alone 18:00:00. */
function said(point: string, found: Recognised): string {
  const [day = '', time] = point.split('T');
  if (time === undefined) return day;
  const clock = time.length === 5 ? `${time}:00` : time;
  return isTime(found) ? clock : `${day} ${clock}`;
}

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
});

function lunarDigits(point: string): string {
  const parts = calendar.formatToParts(new Date(`${point.slice(0, 10)}T00:00:00Z`));
  const of = (type: string, length: number): string =>
    String(Number.parseInt(parts.find(part => part.type === type)?.value ?? '0', 10)).padStart(length, '0');
  return `${of('relatedYear', 4)}-${of('month', 2)}-${of('day', 2)}${point.slice(10)}`;
}

const LETTERS = { year: 'Y', month: 'M', week: 'W', day: 'D', hour: 'H', minute: 'M', second: 'S' } as const;
const CLOCK_UNITS = new Set(['hour', 'minute', 'second']);

function timexOf({ parts }: DurationValue): string {
  const order = Object.keys(LETTERS);
  const written = (isClock: boolean): string =>
    parts
      .filter(({ unit }) => CLOCK_UNITS.has(unit) === isClock)
      .sort((a, b) => order.indexOf(a.unit) - order.indexOf(b.unit))
      .map(({ unit, lo }) => `${lo}${LETTERS[unit]}`)
      .join('');
  const clock = written(true);
  return `P${written(false)}${clock && `T${clock}`}`;
}

const two = (number: number): string => String(number).padStart(2, '0');

function setOf({ every, unit, weekday, month, day, at }: RecurrenceValue): string {
  const time = at === null ? '' : `T${at.replace(/:00$/, '')}`;
  if (weekday !== null) return `XXXX-WXX-${weekday}${time}`;
  if (day !== null) return `XXXX-${month === null ? 'XX' : two(month)}-${two(day)}${time}`;
  if (time !== '') return time;
  return `P${CLOCK_UNITS.has(unit) ? 'T' : ''}${every}${LETTERS[unit]}`;
}
