import { UNIT_OFFSETS } from '../../language/zh-CN/dates.ts';
import { FUTURE_SPANS, PAST_SPANS, TIME_UNITS } from '../../language/zh-CN/time-units.ts';
import { addDays } from '../../language/day.ts';
import { addMonths, monthOf, months, type Stretch, yearOf } from './date-calendar.ts';
import { COUNT, countOf } from './date-number.ts';
import {
  type Around,
  alternatives,
  anyOf,
  firsts,
  matchAt,
  type Reader,
  type Reading,
  reading,
  seconds,
} from './date-reading.ts';
import { minutesOn } from './date-shift.ts';

const UNIT = `(半年|${alternatives(Object.keys(TIME_UNITS))})`;
const SPAN = anyOf(
  [...PAST_SPANS, ...FUTURE_SPANS],
  `的?这?\\s?(?:(${COUNT})\\s?个?(半)?${UNIT}|(半)个?(年|月|小时|钟头))(?![半多前后])(?:[之以]?内|里|间|以来)?`,
);
/** These need nothing before them but a pause: 收货后3天 counts from the receipt, 贷款前三个月 from the loan. */
const FROM_SOMETHING = /^(?:[前后]|[之以]|往后)/;
const PAUSE = /[\s,，。;；、!！?？(（我他她你在于的]/;
const NEAR = /[附接将靠临亲最]/;
const UNTIL_TODAY = /^(?:最近|近|这)/;
const LEFT_OVER = /^还[剩有]/;

/** So many units up to now or from now on: 前1周, 过去三天, 最近半年, 未来两周, 之后5分钟. */
function readSpan(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(SPAN, text, at);
  if (!match) return null;
  const [words, which = '', many, half, unit = '', some, ofUnit] = match;
  const before = text[at - 1] ?? '';
  const joined = at > 0 && at > around.from;
  if (joined && FROM_SOMETHING.test(which) && !PAUSE.test(before)) return null;
  if (joined && which === '近' && NEAR.test(before)) return null;
  // 前一天 is of a day that others know.
  if (/^[上下前后这]$/.test(which) && many === '一' && unit === '天') return null;
  // 上半周 and 前半个月 are halves of this one.
  if (/^[上下前后这]$/.test(which) && (many === undefined || many === '半') && unit !== '半年') return null;
  const count = many === undefined ? { lo: 0.5, hi: 0.5, vague: false } : countOf(many);
  const named = unit === '半年' ? { unit: 'month' as const, times: 6 } : TIME_UNITS[ofUnit ?? unit];
  if (!count || count.lo <= 0 || !named || (unit === '半年' && many !== undefined && many !== '半'))
    return null;
  const isClock = named.unit === 'hour' || named.unit === 'minute' || named.unit === 'second';
  // 还剩3天 is how long, 还剩5分钟 the five minutes that begin now.
  if (LEFT_OVER.test(which) && !isClock) return null;
  const length = (count.hi + (half ? 0.5 : 0)) * named.times;
  // 上两周 may be two weeks of the calendar or fourteen days.
  const approx = count.vague || some !== undefined || half !== undefined || (many === '两' && which === '前');
  const forward = FUTURE_SPANS.includes(which);
  const stretch = isClock
    ? ofClock(around, named.unit, length, forward)
    : ofDays(around, named.unit, length, forward, UNTIL_TODAY.test(which));
  return reading(at + words.length, 'span of now', false, [stretch && { ...stretch, approx }]);
}

const SECONDS: Record<string, number> = { hour: 3600, minute: 60, second: 1 };

function ofClock(around: Around, unit: string, length: number, forward: boolean): Stretch {
  const far = minutesOn(around, Math.ceil(((SECONDS[unit] ?? 60) * length) / 60) * (forward ? 1 : -1));
  const now = minutesOn(around, 0);
  const [lo, hi] = forward ? [now, far] : [far, now];
  return { lo, hi, grain: 'minute', calendar: 'solar', approx: false };
}

/** Up to yesterday or, of the latest days, to today; or from tomorrow on. */
function ofDays(
  { today }: Around,
  unit: string,
  length: number,
  forward: boolean,
  withToday: boolean,
): Stretch | null {
  if (length > 1200) return null;
  const moved = (day: string, sign: 1 | -1): string => {
    if (unit === 'day' || unit === 'week')
      return addDays(day, sign * Math.round(length * (unit === 'week' ? 7 : 1)));
    const all = length * (unit === 'year' ? 12 : 1);
    return addDays(addMonths(day, sign * Math.trunc(all)), sign * Math.round((all % 1) * 30));
  };
  const tomorrow = addDays(today, 1);
  const [lo, hi] = forward
    ? [tomorrow, addDays(moved(tomorrow, 1), -1)]
    : [moved(today, -1), withToday ? today : addDays(today, -1)];
  return { lo, hi, grain: 'day', calendar: 'solar', approx: false };
}

export const SPAN_OF_NOW: Reader = {
  starts: firsts([...PAST_SPANS, ...FUTURE_SPANS]),
  then: new Set([
    ...seconds([...PAST_SPANS, ...FUTURE_SPANS].filter(word => word.length > 1)),
    ...' 的这0123456789半好几十一二两俩仨三四五六七八九百',
  ]),
  read: readSpan,
};

const UNIT_BESIDE = anyOf(Object.keys(UNIT_OFFSETS), '一?(?:个(半年|季度?|年度)|(季度|年度|财年))(?!节)');

/** The quarter or half year before, with or after this one: 上个季度, 本季度, 上个半年. */
function readUnitBeside(text: string, at: number, around: Around): Reading | null {
  const match = matchAt(UNIT_BESIDE, text, at);
  if (!match) return null;
  const unit = match[2] ?? match[3] ?? '';
  const size = unit.startsWith('季') ? 3 : unit === '半年' ? 6 : 12;
  const offset = UNIT_OFFSETS[match[1] ?? ''] ?? 0;
  const first = Math.floor((monthOf(around.today) - 1) / size) * size + offset * size;
  const year = yearOf(around.today) + Math.floor(first / 12);
  const month = ((first % 12) + 12) % 12;
  const grain = size === 3 ? 'quarter' : size === 6 ? 'half' : 'year';
  return reading(at + match[0].length, 'unit of now', false, [months(year, month + 1, month + size, grain)]);
}

export const UNIT_BESIDE_NOW: Reader = {
  starts: firsts(Object.keys(UNIT_OFFSETS)),
  then: new Set('上下一个季年财'),
  read: readUnitBeside,
};
