import { DAY_TIMES } from '../../language/zh-CN/dates.ts';
import { addDays } from '../../language/day.ts';
import { oneDay, type Stretch } from './date-calendar.ts';
import { SMALL, small } from './date-number.ts';
import { anyOf, type Around, matchAt, type Reading, reading } from './date-reading.ts';

/** 明天晚点 and 昨天早就 name no part of the day. */
const PART = anyOf(Object.keys(DAY_TIMES), '(?!(?<=早)[就已知点]|(?<=晚)[点于了会安])', '[\\s的,，]?');
const SPOKEN = new RegExp(
  `\\s?(${SMALL})(?:点钟?|时(?![候间]))(?:(整)|(半)|([一三])刻|(${SMALL})分|([零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|\\d{2})(?![\\d点个元块]))?(?:\\d{1,2}秒)?(多)?`,
  'y',
);
const DIGITAL = /\s?([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：][0-5]\d)?(?![\d:：]| ?[ap]\.?m)/y;

interface Clock {
  end: number;
  /** Minutes from the start of the day, one per possible reading. */
  minutes: number[];
  /** 八点多: the whole hour. */
  vague: boolean;
}

const pad = (number: number): string => String(number).padStart(2, '0');

/** The wall-clock time so many minutes into a day; 1440 and more are the next day. */
const timeOn = (day: string, minutes: number): string =>
  `${addDays(day, Math.floor(minutes / 1440))}T${pad(Math.floor(minutes / 60) % 24)}:${pad(minutes % 60)}`;

/** Takes in a time of day after a single day: 昨天 + 晚上八点半, 2024-03-15 + 15:30. */
export function withTime(text: string, found: Reading, around: Around): Reading {
  const days = found.stretches;
  if (days.some(day => day.grain !== 'day' || day.lo !== day.hi || day.lo.length > 10)) return found;
  const start = /[\s,，t]/.test(text[found.end] ?? '') ? found.end + 1 : found.end;
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
  return { ...first, rule: `${found.rule}, time`, assumed: found.assumed || first.assumed, stretches };
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
  const clock = onClock(text, end, day, name, rule);
  if (clock) return clock;
  const times = DAY_TIMES[name];
  if (!times) return null;
  const until = times.until * 60 - 1;
  return reading(end, `${rule}, part of day`, false, [
    {
      lo: timeOn(day, times.from * 60),
      hi: timeOn(day, until),
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
  if (!clock) return null;
  const stretches = clock.minutes.map(
    (minutes): Stretch => ({
      ...oneDay(timeOn(day, minutes)),
      hi: timeOn(day, clock.vague ? minutes + 59 : minutes),
      grain: clock.vague ? 'hour' : 'minute',
      approx: clock.vague,
    }),
  );
  return reading(clock.end, rule, false, stretches);
}

/** An hour, with the part of day that was said before it. Null for what is no time: 三点理由, 25:00. */
function readClock(text: string, start: number, part: string | null): Clock | null {
  const digital = matchAt(DIGITAL, text, start);
  if (digital) {
    const hour = Number(digital[1]);
    const given = (digital[1] ?? '').length === 2 || hour > 12;
    const hours = part === null ? (given || hour === 0 ? [hour] : [hour, hour + 12]) : hoursIn(part, hour);
    const minute = Number(digital[2]);
    return hours.length > 0
      ? { end: start + digital[0].length, minutes: hours.map(one => one * 60 + minute), vague: false }
      : null;
  }
  const spoken = matchAt(SPOKEN, text, start);
  if (!spoken) return null;
  const hour = small(spoken[1] ?? '');
  const [, , whole, half, quarter, minutes, bare, more] = spoken;
  const minute = half ? 30 : quarter ? (quarter === '一' ? 15 : 45) : small(minutes ?? bare ?? '零');
  const end = start + spoken[0].length;
  // 八点八 is a decimal, 三点理由 a count.
  const marked = whole ?? half ?? quarter ?? minutes ?? bare;
  if (hour > 24 || minute > 59 || (!marked && /[一二两三四五六七八九\d个半要理建意]/.test(text[end] ?? '')))
    return null;
  const hours =
    part === null ? (hour > 12 || hour === 0 ? [hour] : [hour, (hour + 12) % 24 || 12]) : hoursIn(part, hour);
  return hours.length > 0
    ? { end, minutes: hours.map(one => one * 60 + minute), vague: more !== undefined }
    : null;
}

/** The hours of a day, from 0 to 30, that an hour in a part of the day can mean. */
function hoursIn(part: string, hour: number): number[] {
  const times = DAY_TIMES[part];
  if (!times || hour > 24) return [];
  if (hour > 12) return [hour];
  if (!times.late) return part === '凌晨' && hour === 12 ? [0] : [hour];
  if (part === '中午') return hour >= 10 ? [hour] : hour <= 2 ? [hour + 12] : [];
  if (times.from < 18) return hour === 12 ? [12] : [hour + 12];
  // 昨晚十二点 is the midnight that ends the day; 昨晚两点 the night after, which some call the day's own.
  if (hour === 12 || hour === 0) return [24];
  return hour < 5 ? [hour + 24, hour] : [hour + 12];
}

/** A time of day without a day, which is today's: 下午三点, 15:30. */
export function readTimeAlone(text: string, start: number, around: Around): Reading | null {
  const part = matchAt(PART, text, start);
  const before = text[start - 1] ?? '';
  if (start > around.from && /[\d零一二两三四五六七八九十百.:：/\-第]/.test(before)) return null;
  if (part && (part[1] ?? '').length > 1 && part[0] === part[1]) {
    return onDaySpokenOf(text, start, around, day => {
      const found = withPartOfDay(text, start, day, 'time', part[1] ?? '');
      return found?.rule === 'time' ? found : null;
    });
  }
  const digital = matchAt(DIGITAL, text, start);
  if (!digital || digital[0].startsWith(' ')) return null;
  return onDaySpokenOf(text, start, around, day => onClock(text, start, day, null, 'time'));
}

const OTHER_DAY = /(?:第二天|次日|隔天|每天|每日|每晚|天天|平时|一般|营业)的?\s?$/;
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
