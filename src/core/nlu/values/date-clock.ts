import { DAY_TIMES } from '../../language/zh-CN/dates.ts';
import { addDays } from '../../language/day.ts';
import { oneDay, type Stretch } from './date-calendar.ts';
import { type Clock, readClock } from './date-clock-face.ts';
import { figuresOr, figuresThen } from './date-number.ts';
import {
  anyOf,
  type Around,
  firsts,
  matchAt,
  type Reader,
  type Reading,
  reading,
  startsOf,
} from './date-reading.ts';

const PARTS = Object.keys(DAY_TIMES);
/** 明天晚点 and 昨天早就 name no part of the day. */
const PART = anyOf(
  PARTS,
  '(?!(?<=早)[就已知点餐饭]|(?<=晚)[点于了会安餐饭]|(?<=[早晚])一点(?![钟整多零半一二三四五六七八九十\\d]))',
  '[\\s的,，]?',
);

const pad = (number: number): string => String(number).padStart(2, '0');

/** The wall-clock time so many seconds into a day; 86,400 and more are the next day. */
function timeOn(day: string, seconds: number, isExact = false): string {
  const minutes = Math.floor(seconds / 60);
  const time = `${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;
  return `${addDays(day, Math.floor(seconds / 86_400))}T${time}${isExact ? `:${pad(seconds % 60)}` : ''}`;
}

/** What a time of day right behind a day begins with. */
const BEHIND_DAY = new Set([...firsts(PARTS), ...figuresOr(' \n\t,，t的差')]);

/** Takes in a time of day after a single day: 昨天 + 晚上八点半, 2024-03-15 + 15:30. */
export function withTime(text: string, found: Reading, around: Around): Reading {
  const days = found.stretches;
  if (!BEHIND_DAY.has(text.charAt(found.end))) return found;
  if (days.some(day => day.grain !== 'day' || day.lo !== day.hi || day.lo.length > 10 || day.open))
    return found;
  const start = /[\s,，t的]/.test(text[found.end] ?? '') ? found.end + 1 : found.end;
  const part = matchAt(PART, text, found.end);
  const refined = days.map(day =>
    part
      ? withPartOfDay(
          text,
          found.end + part[0].length - (part[1] ?? '').length,
          day.lo,
          found.rule,
          part[1] ?? '',
        )
      : onClock(text, start, day.lo, null, found.rule),
  );
  const first = refined[0];
  if (!first) return found;
  const stretches = refined.flatMap((one, index) =>
    stillPast(one?.stretches ?? [], around).map(stretch => ({
      ...stretch,
      calendar: days[index]?.calendar ?? 'solar',
      approx: stretch.approx || days[index]?.approx === true,
    })),
  );
  return { ...first, rule: `${first.rule}, time`, assumed: found.assumed || first.assumed, stretches };
}

/** 今天3点 at noon: of two readings one of which is still to come, the one that has been. */
function stillPast(stretches: Stretch[], around: Around): Stretch[] {
  const been = stretches.filter(stretch => stretch.lo <= `${around.today}T${around.clock}`);
  return around.side === 'past' && been.length > 0 ? been : stretches;
}

/** A part of a day, and the hour in it if one is said. `start` is where the part stands in the text. */
export function withPartOfDay(
  text: string,
  start: number,
  day: string,
  rule: string,
  part: string,
): Reading | null {
  const spoken = matchAt(PART, text, start);
  const end = spoken ? start + spoken[0].length : start + 1;
  const name =
    spoken && DAY_TIMES[spoken[1] ?? ''] && (spoken[1]?.length ?? 0) > 1 ? (spoken[1] ?? part) : part;
  const clock = onClock(text, text[end] === '的' ? end + 1 : end, day, name, rule);
  if (clock) return clock;
  const times = DAY_TIMES[name];
  if (!times) return null;
  return reading(end, `${rule}, part of day`, false, [
    {
      lo: timeOn(day, times.from * 3600),
      hi: timeOn(day, times.until * 3600 - 60),
      grain: 'hour',
      calendar: 'solar',
      approx: false,
    },
  ]);
}

function onClock(
  text: string,
  start: number,
  day: string,
  part: string | null,
  rule: string,
): Reading | null {
  const clock = readClock(text, start, part);
  return clock && reading(clock.end, rule, false, stretchesOf(clock, day));
}

function stretchesOf(clock: Clock, day: string): Stretch[] {
  const { vague, hasSeconds } = clock;
  return clock.seconds.map(
    (seconds): Stretch => ({
      ...oneDay(timeOn(day, seconds, hasSeconds)),
      hi: timeOn(day, vague ? seconds + 59 * 60 : seconds, hasSeconds),
      grain: vague ? 'hour' : hasSeconds ? 'second' : 'minute',
      approx: vague,
    }),
  );
}

const BEFORE_TIME = /[\d零一二两三四五六七八九十百.:：/\-第]/;
/** An hour without a part of the day is a time where the words around it make it one: 三点理由 is none. */
const AFTER_HOUR =
  /^\s?(?:$|[,，。;；!！?？)）\s]|的时候|左右|前后|[之以]?[前后]|[或及和][之以][前后]|开始|到|至|[-~]|和|间|整|钟)/;
const BEFORE_HOUR = /(?:^|[\s,，。;；(（在于到至从自约和与]|大概|差不多|截止到?)$/;

/** A time of day without a day, which is today's: 下午三点, 15:30, 九点钟. */
function readTimeAlone(text: string, start: number, around: Around): Reading | null {
  const part = matchAt(PART, text, start);
  if (start > around.from && BEFORE_TIME.test(text[start - 1] ?? '')) return null;
  if (part && part[0] === part[1]) {
    const isWord = part[1].length > 1;
    return onDaySpokenOf(text, start, around, day => {
      const found = withPartOfDay(text, start, day, 'time', part[1] ?? '');
      return found?.rule === 'time' || (found && isWord && around.asked) ? found : null;
    });
  }
  const clock = readClock(text, start, null);
  if (!clock || text[start] === ' ' || !stands(text, start, clock, around)) return null;
  return onDaySpokenOf(text, start, around, day => onClock(text, start, day, null, 'time'));
}

function stands(text: string, start: number, { end, marked }: Clock, around: Around): boolean {
  if (marked) return true;
  const before = text.slice(Math.max(0, start - 3), start);
  return (
    around.asked &&
    !/^(?:一|两)点/.test(text.slice(start, end)) &&
    AFTER_HOUR.test(text.slice(end, end + 4)) &&
    BEFORE_HOUR.test(before)
  );
}

export const TIMES: readonly Reader[] = [
  { ...startsOf(PARTS.filter(part => part.length > 1)), read: readTimeAlone },
  { starts: new Set(PARTS.filter(part => part.length === 1)), read: readTimeAlone },
  {
    starts: new Set('0123456789零一二两三四五六七八九十差'),
    ...figuresThen(' \n点时:：'),
    read: readTimeAlone,
  },
];

const OTHER_DAY = /(?:第二天|次日|隔天|每个?|每天|每日|每晚|天天|平时|一般|营业)的?\s?$/;
const SAME_DAY = /(?:当天|那天|当日|当晚)的?\s?$/;

/** A time on the day last spoken of, or on the nearest day on the preferred side. */
export function onDaySpokenOf(
  text: string,
  start: number,
  around: Around,
  read: (day: string) => Reading | null,
): Reading | null {
  const before = text.slice(Math.max(0, start - 5), start);
  if (OTHER_DAY.test(before) || (around.last === null && SAME_DAY.test(before))) return null;
  const spokenOf = around.last === null ? around.today : around.last.day;
  const found = spokenOf === null ? null : read(spokenOf);
  const only = found?.stretches[0];
  if (!found || !only || around.last !== null) return found && { ...found, assumed: true };
  const now = `${around.today}T${around.clock}`;
  if (around.side === 'past' && only.lo > now)
    return { ...(read(addDays(around.today, -1)) ?? found), assumed: true };
  return { ...found, assumed: true, stretches: stillPast(found.stretches, around) };
}

/** The second half of a range of times: 下午3点到5点 ends in the afternoon too. */
export function readTimeAfter(text: string, start: number, from: string): Reading | null {
  const found = onClock(text, start, from.slice(0, 10), null, 'time');
  return (
    found &&
    reading(found.end, 'time', false, found.stretches.filter(stretch => stretch.lo > from).slice(0, 1))
  );
}
