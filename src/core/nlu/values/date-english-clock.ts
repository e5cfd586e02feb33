import { DAY_TIMES } from '../../language/en/dates.ts';
import { oneDay } from './date-calendar.ts';
import { onDaySpokenOf } from './date-clock.ts';
import { anyOf, type Around, matchAt, type Reading } from './date-reading.ts';

const PART = anyOf(Object.keys(DAY_TIMES), '(?![a-z])', ',? (?:in the |at )?');
const CLOCK =
  /,? ?(?:at |around |about )?(\d{1,2})(?::([0-5]\d)(?::([0-5]\d))?)? ?(?:([ap])\.?m\b\.?|o'?clock)/y;
const DIGITAL_FIRST = /(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y;
const DIGITAL = /,? at (\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/y;
/** at 10: an hour and nothing else, no amount and no rate. */
const BARE = /,? at (\d{1,2})(?![\d:.,]?\d|[.,:]\d| ?(?:%|per|yuan|rmb|cny|usd|dollars?|k\b|w\b))(?![a-z])/y;
const NAMED = /,? at (noon|midnight)/y;
/** What a part of the day or a time right behind a day begins with. */
const BEHIND_DAY = new Set(' ,a0123456789');
const pad = (number: number): string => String(number).padStart(2, '0');

/** Takes in an English time of day after a single day: March 15 at 3 pm, yesterday morning. */
export function withEnglishTime(text: string, found: Reading): Reading {
  if (
    !BEHIND_DAY.has(text.charAt(found.end)) ||
    found.stretches.some(
      stretch => stretch.lo.slice(0, 10) !== stretch.hi.slice(0, 10) || stretch.grain === 'minute',
    )
  )
    return found;
  const part = matchAt(PART, text, found.end);
  let now = found;
  if (part) {
    const [from, until] = DAY_TIMES[part[1] ?? ''] ?? [0, 24];
    now = {
      ...found,
      end: found.end + part[0].length,
      rule: `${found.rule}, part of day`,
      stretches: found.stretches.map(stretch => ({
        ...stretch,
        lo: `${stretch.lo.slice(0, 10)}T${pad(from)}:00`,
        hi: `${stretch.lo.slice(0, 10)}T${pad(until - 1)}:59`,
        grain: 'hour',
      })),
    };
  }
  const time = timeAt(text, now.end);
  return time ? atTimes(now, time.end, time.times) : now;
}

/** 3pm yesterday, at 8:30 am on March 15: a time of day with its day after it. */
export function readTimeFirst(
  text: string,
  at: number,
  around: Around,
  readDay: (at: number) => Reading | null,
): Reading | null {
  if (!/[\da]/.test(text[at] ?? '') || (at > around.from && /[\da-z.:]/.test(text[at - 1] ?? '')))
    return null;
  const clock = matchAt(CLOCK, text, at) ?? matchAt(DIGITAL_FIRST, text, at);
  const times = clock && timesOf(clock);
  if (!clock || !times) return null;
  const end = at + clock[0].length;
  const link = /^ (?:on (?:the )?|of )?/.exec(text.slice(end, end + 8));
  const day = link && readDay(end + link[0].length);
  // Without am or pm and without a day, a clock time is read elsewhere.
  if (!day && clock[4]) {
    return onDaySpokenOf(text, at, around, today =>
      atTimes({ end, rule: 'time', assumed: true, stretches: [oneDay(today)] }, end, times),
    );
  }
  if (!day || day.stretches.some(stretch => stretch.lo !== stretch.hi || stretch.lo.length > 10)) return null;
  return atTimes(day, day.end, times);
}

function timeAt(text: string, at: number): { end: number; times: string[] } | null {
  const clock = matchAt(CLOCK, text, at) ?? matchAt(DIGITAL, text, at) ?? matchAt(BARE, text, at);
  const times = clock && timesOf(clock);
  if (clock && times) return { end: at + clock[0].length, times };
  const named = matchAt(NAMED, text, at);
  return named && { end: at + named[0].length, times: [named[1] === 'noon' ? '12:00' : '00:00'] };
}

/** HH:mm or HH:mm:ss; both halves of the day where neither am nor pm is said of an hour up to twelve. */
function timesOf([, hours, minutes = '00', seconds, half]: RegExpExecArray): string[] | null {
  const hour = Number(hours);
  if (hour > 24 || (half && (hour > 12 || hour === 0))) return null;
  const rest = `:${minutes}${seconds === undefined ? '' : `:${seconds}`}`;
  if (half) return [pad((hour % 12) + (half === 'p' ? 12 : 0)) + rest];
  return (hour > 12 || hour === 0 ? [hour % 24] : [hour, (hour + 12) % 24]).map(one => pad(one) + rest);
}

function atTimes(found: Reading, end: number, clocks: string[]): Reading {
  const stretches = found.stretches.flatMap(stretch => {
    const times = clocks.map(clock => `${stretch.lo.slice(0, 10)}T${clock}`);
    // "in the evening at 8" leaves one half of the day.
    const fitting =
      stretch.lo.length > 10 ? times.filter(time => time >= stretch.lo && time <= stretch.hi) : times;
    return (fitting.length > 0 ? fitting : times).map(time => ({
      ...stretch,
      lo: time,
      hi: time,
      grain: time.length > 16 ? ('second' as const) : ('minute' as const),
    }));
  });
  return { ...found, end, rule: found.rule === 'time' ? 'time' : `${found.rule}, time`, stretches };
}
