import { addDays } from '../../language/day.ts';
import { matchAt, type Around, type Reading } from './date-reading.ts';
import type { Stretch } from './date-calendar.ts';

/** A word after a date that changes what it means. */
interface Suffix {
  pattern: RegExp;
  rule: string;
  change(stretch: Stretch, around: Around, found?: RegExpExecArray): Stretch | null;
}

const NUMBERS: Record<string, number> = {
  一: 1,
  两: 2,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  几: 3,
  '1': 1,
  '2': 2,
  '3': 3,
  '5': 5,
  '7': 7,
};
const dayPart = (time: string): string => time.slice(0, 10);

const SUFFIXES: Suffix[] = [
  { pattern: /的?(?:那一?天|当天|当日)/y, rule: 'that day', change: stretch => stretch },
  { pattern: /\s?(?:开始(?!到现在)|起(?![诉来至因]))/y, rule: 'from', change: stretch => stretch },
  {
    pattern: /\s?(?:左右|前后|上下|那阵子?|那段时间|的样子|来着|差不多|大概|附近)/y,
    rule: 'about',
    change: stretch => ({ ...stretch, approx: true }),
  },
  {
    // 国庆前两天 may be the second day before or both.
    pattern: /的?[前](一|两|二|三|四|五|六|七|几|[1-7])(天|周|个?星期|个?礼拜|个月)/y,
    rule: 'days before',
    change: (stretch, _around, found) =>
      stretch.grain === 'day' ? beside(stretch, -1, found) : { ...stretch, approx: true },
  },
  {
    pattern: /(?:的?后|过后)(一|两|二|三|四|五|六|七|几|[1-7])(天|周|个?星期|个?礼拜|个月)/y,
    rule: 'days after',
    change: (stretch, _around, found) =>
      stretch.grain === 'day' ? beside(stretch, 1, found) : { ...stretch, approx: true },
  },
  { pattern: /的?(?:第二天|次日|隔天)/y, rule: 'next day', change: stretch => move(stretch, 1) },
  {
    // 去年的前10天 and 2021年的第二周 lie within, where exactly is not worked out.
    pattern:
      /的?(?:第[一二三四五六七八九十\d]{1,3}(?:个?(?:周|星期|礼拜|月)|天)|[前后头][一二两三几\d]{1,3}个?(?:周|星期|礼拜|月|天)|最后)/y,
    rule: 'part of it',
    change: stretch => ({ ...stretch, approx: true }),
  },
  {
    pattern: /\s?(?:至今|到现在|到今天|以来|至今天|到如今|到目前|之后到现在|开始到现在|一直到现在|起至今)/y,
    rule: 'until now',
    change: (stretch, around) =>
      stretch.lo.slice(0, 10) <= around.today
        ? { ...stretch, hi: around.today, lo: dayPart(stretch.lo), grain: 'day' }
        : null,
  },
  {
    pattern: /\s?[或及和]?(?:之前|以前|前(?![后往者途一面期台])|为止)/y,
    rule: 'before',
    change: (stretch, around) => {
      const now = stretch.hi.length === 10 ? around.today : `${around.today}T${around.clock}`;
      const grain = stretch.hi.length === 10 ? 'day' : 'minute';
      return stretch.hi >= now ? { ...stretch, lo: now, grain } : { ...stretch, approx: true };
    },
  },
  {
    pattern: /\s?[或及和]?(?:之后|以后|过后|后(?![来期续面台天果悔]))/y,
    rule: 'after',
    change: (stretch, around) =>
      dayPart(stretch.hi) < around.today && stretch.hi.length === 10
        ? { ...stretch, hi: around.today, grain: 'day', approx: true }
        : { ...stretch, approx: true },
  },
];

const BEFORE = /(?:before|by|until|till|no later than|prior to)(?: the)? $/;
const AFTER = /after(?: the)? $/;
const SINCE = /(?:ever since|since)(?: the)? $/;

/** Takes in the English words left of a date that change it: by the 15th, since March. The span stays. */
export function withLeft(text: string, at: number, found: Reading, around: Around): Reading {
  // Some patterns take the preposition with them.
  const start =
    at +
    (/^(?:in|on|by|from|since|until|till|before|after|during)(?: the)? /.exec(text.slice(at, found.end))?.[0]
      .length ?? 0);
  const left = text.slice(Math.max(0, start - 18), start);
  const rule = BEFORE.test(left)
    ? 'before'
    : SINCE.test(left)
      ? 'until now'
      : AFTER.test(left) && !found.rule.endsWith('range')
        ? 'after'
        : null;
  const suffix = SUFFIXES.find(one => one.rule === rule);
  const stretches =
    suffix &&
    found.stretches.map(stretch => suffix.change(stretch, around)).filter(stretch => stretch !== null);
  return stretches && stretches.length > 0 ? { ...found, rule: `${found.rule}, ${rule}`, stretches } : found;
}

const move = (stretch: Stretch, days: number): Stretch | null =>
  stretch.grain === 'day' && stretch.lo === stretch.hi
    ? { ...stretch, lo: addDays(stretch.lo, days), hi: addDays(stretch.hi, days) }
    : { ...stretch, approx: true };

function beside(stretch: Stretch, direction: -1 | 1, found: RegExpExecArray | undefined): Stretch {
  const count = NUMBERS[found?.[1] ?? ''] ?? 1;
  const days = count * (found?.[2] === '天' ? 1 : found?.[2] === '个月' ? 30 : 7);
  const edge = dayPart(direction < 0 ? stretch.lo : stretch.hi);
  const far = addDays(edge, days * direction);
  const near = addDays(edge, direction);
  const [lo, hi] = direction < 0 ? [far, near] : [near, far];
  return { ...stretch, lo, hi, grain: 'day', calendar: 'solar', approx: found?.[1] === '几' || days > 1 };
}

/** Takes in the words right of a date that change it, `most` at most; a date they make impossible is dropped. */
export function withResidue(text: string, found: Reading, around: Around, most = 3): Reading | null {
  const suffix = SUFFIXES.find(one => matchAt(one.pattern, text, found.end));
  const match = suffix && matchAt(suffix.pattern, text, found.end);
  if (!suffix || !match || most === 0) return found;
  const stretches = found.stretches
    .map(stretch => suffix.change(stretch, around, match))
    .filter(stretch => stretch !== null);
  if (stretches.length === 0) return null;
  const changed = {
    ...found,
    end: found.end + match[0].length,
    rule: `${found.rule}, ${suffix.rule}`,
    stretches,
  };
  return withResidue(text, changed, around, most - 1);
}

const LEFT =
  /(?:大概|大约|差不多|约|好像|应该|可能|估计|about|around|roughly|maybe|circa)(?:是|在|是在)?\s?$/;

/** Whether the words left of a date make it vague: 大概3月15号, 好像是上周三. */
export const vagueBefore = (text: string, at: number): boolean =>
  LEFT.test(text.slice(Math.max(0, at - 9), at));
