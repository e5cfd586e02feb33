import { DAY_TIMES } from '../../language/zh-CN/dates.ts';
import { SMALL, small } from './date-number.ts';
import { matchAt } from './date-reading.ts';

/** A time of day as said, without its day. */
export interface Clock {
  end: number;
  /** Seconds from the start of the day, one per possible reading. */
  seconds: number[];
  hasSeconds: boolean;
  /** 八点多: the whole hour. */
  vague: boolean;
  /** Whether more than 点 tells that it is a time: minutes, 钟, 半, 15:30. */
  marked: boolean;
}

const BARE_MINUTES = '[零〇][一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?|\\d{2}';
const SPOKEN = new RegExp(
  `\\s?(${SMALL}|[零〇])\\s?(?:点(钟)?|时(?![候间期代]))(?:(整|过?半)|过?([一三])刻|过?(${SMALL})分(?!之)(?:(${SMALL})秒)?|(${BARE_MINUTES})(?![\\d点个元块%]))?(多)?`,
  'y',
);
/** 差一刻十二点 and 十二点差五分. */
const SHORT_OF = new RegExp(`差(?:(一)刻|(${SMALL})分)钟?(?:到|就)?(${SMALL})点(?:钟|整)?`, 'y');
const SHORT_AFTER = new RegExp(`\\s?(${SMALL})点差(?:(一)刻|(${SMALL})分)钟?`, 'y');
const DIGITAL = /\s?([01]?\d|2[0-4])[:：]([0-5]\d)(?:[:：]([0-5]\d))?(?![\d:：]| ?[ap]\.?m)/y;
const COUNTED = /[一二两三四五六七八九\d个半要理建意不都]/;

interface Hand {
  end: number;
  hour: number;
  seconds: number;
  hasSeconds?: boolean;
  vague?: boolean;
  marked: boolean;
  /** Whether the hour is on the clock of 24: 03:00, 15点. */
  isFull?: boolean;
}

/** An hour, with the part of day that was said before it. Null for what is no time: 三点理由, 25:00. */
export function readClock(text: string, start: number, part: string | null): Clock | null {
  const hand = digital(text, start) ?? shortOf(text, start) ?? spoken(text, start);
  if (!hand || hand.hour > 24) return null;
  const { hour, isFull = false, hasSeconds = false, vague = false } = hand;
  const hours = part === null ? halvesOf(hour, isFull) : hoursIn(part, hour);
  if (hours.length === 0) return null;
  const seconds = hours.map(one => one * 3600 + hand.seconds);
  return { end: hand.end, seconds, hasSeconds, vague, marked: hand.marked };
}

function digital(text: string, start: number): Hand | null {
  const match = matchAt(DIGITAL, text, start);
  if (!match) return null;
  const [words, hour = '', minute, second] = match;
  return {
    end: start + words.length,
    hour: Number(hour),
    seconds: Number(minute) * 60 + Number(second ?? 0),
    hasSeconds: second !== undefined,
    marked: true,
    isFull: hour.length === 2 || Number(hour) > 12,
  };
}

function shortOf(text: string, start: number): Hand | null {
  const before = matchAt(SHORT_OF, text, start);
  const after = before ? null : matchAt(SHORT_AFTER, text, start);
  const match = before ?? after;
  if (!match) return null;
  const [quarter, minutes, hour] = before ? [match[1], match[2], match[3]] : [match[2], match[3], match[1]];
  const short = quarter ? 15 : small(minutes ?? '');
  return short < 60
    ? {
        end: start + match[0].length,
        hour: small(hour ?? ''),
        seconds: -short * 60,
        marked: true,
      }
    : null;
}

function spoken(text: string, start: number): Hand | null {
  const match = matchAt(SPOKEN, text, start);
  if (!match) return null;
  const [words, hour = '', clock, half, quarter, minutes, seconds, bare, more] = match;
  const minute =
    half && half !== '整' ? 30 : quarter ? (quarter === '一' ? 15 : 45) : small(minutes ?? bare ?? '零');
  const second = small(seconds ?? '零');
  const end = start + words.length;
  const marked = (clock ?? half ?? quarter ?? minutes ?? bare) !== undefined;
  // 八点八 is a decimal, 三点理由 a count.
  if (minute > 59 || second > 59 || (!marked && COUNTED.test(text[end] ?? ''))) return null;
  return {
    end,
    hour: small(hour),
    seconds: minute * 60 + second,
    hasSeconds: seconds !== undefined,
    vague: more !== undefined,
    marked,
    isFull: words.trimStart().startsWith(`${hour}时`),
  };
}

/** An hour up to twelve may be in either half of the day. */
const halvesOf = (hour: number, isFull: boolean): number[] =>
  isFull || hour > 12 || hour === 0 ? [hour] : [hour, hour + 12];

/** The hours of a day, from 0 to 30, that an hour in a part of the day can mean. */
function hoursIn(part: string, hour: number): number[] {
  const times = DAY_TIMES[part];
  if (!times) return [];
  if (hour > 12) return [hour];
  if (!times.late)
    return part === '白天'
      ? hour < 7
        ? [hour + 12]
        : [hour]
      : part === '凌晨' && hour === 12
        ? [0]
        : [hour];
  if (times.until === 14) return hour >= 10 ? [hour] : hour <= 2 ? [hour + 12] : [];
  if (times.from < 18) return hour === 12 ? [12] : [hour + 12];
  // 昨晚十二点 is the midnight that ends the day; 昨晚两点 the night after, which some call the day's own.
  if (hour === 12 || hour === 0) return [24];
  return hour < 5 ? [hour + 24, hour] : [hour + 12];
}
