import { WEEKDAYS } from '../../language/zh-CN/dates.ts';
import { addDays, daysBetween, weekdayOf } from '../../language/day.ts';
import { addMonths, monthOf, months, oneDay, type Stretch, yearOf } from './date-calendar.ts';
import { COUNT, countOf, SMALL, small } from './date-number.ts';
import { matchAt, type Reading } from './date-reading.ts';

const WEEKDAY_OF = new RegExp(
  `的?(?:第(${SMALL})|最后)一?个?(?:周|星期|礼拜)(?:的?(?:周|星期|礼拜))?([一二三四五六日天末])`,
  'y',
);
const NTH = new RegExp(`的?第\\s?(${SMALL})\\s?个?(周|星期|礼拜|月(?!份?\\d)|天|季度)`, 'y');
const LAST = new RegExp(`的?(?:最后|最末)的?\\s?(${COUNT})?\\s?个?(周|星期|礼拜|月|天|日|季度)`, 'y');
const ITS_WEEKDAY = /的(?:周|星期|礼拜)([一二三四五六日天末])/y;

interface Part {
  from: 'start' | 'end';
  count: number;
  unit: string;
}

/** Takes in a part of a stretch that is picked by number: 2021年的第二周, 四月的最后一个星期一, 今年的最后3周. */
export function withPart(text: string, found: Reading): Reading {
  const next = text[found.end];
  if (next !== '的' && next !== '第' && next !== '最') return found;
  return (
    weekdayIn(text, found) ??
    picked(found, matchAt(NTH, text, found.end), nth) ??
    picked(found, matchAt(LAST, text, found.end), (stretch, [, count = '一', unit = '']) =>
      withinOf(stretch, { from: 'end', count: countOf(count)?.hi ?? 0, unit }),
    ) ??
    found
  );
}

function weekdayIn(text: string, found: Reading): Reading | null {
  const nthDay = matchAt(WEEKDAY_OF, text, found.end);
  const own = nthDay ? null : matchAt(ITS_WEEKDAY, text, found.end);
  if (own)
    return picked(found, own, (stretch, [, figure = '']) =>
      stretch.grain === 'week' ? weekdayOn(stretch.lo, figure) : null,
    );
  return picked(found, nthDay, (stretch, [, which, figure = '']) => {
    const dates = datesOf(stretch, WEEKDAYS[figure] ?? 1);
    const date = which ? dates[small(which) - 1] : dates.at(-1);
    return date ? oneDay(date, { hi: figure === '末' ? addDays(date, 1) : date }) : null;
  });
}

function picked(
  found: Reading,
  match: RegExpExecArray | null,
  pick: (stretch: Stretch, match: RegExpExecArray) => Stretch | null,
): Reading | null {
  if (!match) return null;
  const stretches = found.stretches.flatMap(stretch => pick(stretch, match) ?? []);
  return stretches.length > 0
    ? { ...found, end: found.end + match[0].length, rule: `${found.rule}, part of it`, stretches }
    : null;
}

/** The days of a stretch that are the weekday; first of all those of the first week. */
function datesOf({ lo, hi, grain }: Stretch, weekday: number): string[] {
  if (grain === 'day' || lo.length > 10) return [];
  const first = addDays(lo, (weekday - weekdayOf(lo) + 7) % 7);
  const weeks = Math.floor(daysBetween(first, hi) / 7) + 1;
  return Array.from({ length: Math.max(0, weeks) }, (_, week) => addDays(first, week * 7));
}

function weekdayOn(monday: string, figure: string): Stretch {
  const day = addDays(monday, (WEEKDAYS[figure] ?? 1) - 1);
  return oneDay(day, { hi: figure === '末' ? addDays(day, 1) : day });
}

const THURSDAY = 4;

function nth(stretch: Stretch, [, words = '', unit = '']: RegExpExecArray): Stretch | null {
  const at = small(words);
  if (at < 1) return null;
  if (unit === '天') {
    if (stretch.lo.length > 10) return null;
    const day = addDays(stretch.lo, at - 1);
    // 春节第三天 counts on from the day itself.
    return day <= stretch.hi || stretch.lo === stretch.hi ? oneDay(day) : null;
  }
  const all = withinOf(stretch, { from: 'start', count: at, unit });
  const before = at === 1 ? null : withinOf(stretch, { from: 'start', count: at - 1, unit });
  const lo = before ? addDays(before.hi, 1) : all?.lo;
  return all && lo ? { ...all, lo } : null;
}

const GRAINS: Record<string, Stretch['grain']> = {
  月: 'month',
  季度: 'quarter',
  天: 'day',
  日: 'day',
};

/**
 * The first or last days, weeks or months of a stretch. A week belongs to the stretch in which its Thursday lies, as in
 * ISO 8601. Null where the stretch has not so many, or is a day.
 */
export function withinOf(stretch: Stretch, { from, count, unit }: Part): Stretch | null {
  const { lo, hi, grain } = stretch;
  if (lo.length > 10 || lo === hi || count < 1 || (grain === 'day' && !/[天日]/.test(unit))) return null;
  const grown = GRAINS[unit] ?? 'week';
  const start = from === 'start';
  const make = (first: string, last: string): Stretch | null =>
    first >= addDays(lo, -6) && last <= addDays(hi, 6) && first <= last
      ? { lo: first, hi: last, grain: grown, calendar: 'solar', approx: false }
      : null;
  if (/[天日]/.test(unit))
    return daysBetween(lo, hi) < count - 1
      ? null
      : start
        ? make(lo, addDays(lo, count - 1))
        : make(addDays(hi, 1 - count), hi);
  if (grown === 'week') {
    const thursdays = datesOf(stretch, THURSDAY);
    const [first, last] = start
      ? [thursdays[0], thursdays[count - 1]]
      : [thursdays.at(-count), thursdays.at(-1)];
    return first && last ? make(addDays(first, -3), addDays(last, 3)) : null;
  }
  const step = grown === 'quarter' ? 3 : 1;
  const edge = start ? lo : addMonths(`${hi.slice(0, 7)}-01`, 1 - count * step);
  const end = addMonths(edge, count * step - 1);
  const last = months(yearOf(end), monthOf(end), monthOf(end), 'month');
  return last && edge >= lo && last.hi <= hi ? make(edge, last.hi) : null;
}
