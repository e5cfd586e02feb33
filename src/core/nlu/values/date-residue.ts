import { addDays } from '../../language/day.ts';
import type { Stretch } from './date-calendar.ts';
import { COUNT, countOf } from './date-number.ts';
import { openAt, untilNow } from './date-open.ts';
import { type Around, matchAt, type Reading } from './date-reading.ts';
import { withinOf } from './date-within.ts';

/** A word after a date that changes what it means: none, one or several readings of it. */
interface Suffix {
  pattern: RegExp;
  rule: string;
  change(stretch: Stretch, around: Around, match: RegExpExecArray): Stretch | Stretch[] | null;
}

const BESIDE = `(${COUNT})\\s?个?(天|日|周|星期|礼拜|月(?!\\d|份)|季度)`;

const DAYS_OF: Record<string, number> = { 天: 1, 日: 1, 月: 30, 季度: 91 };

const SUFFIXES: Suffix[] = [
  { pattern: /的?(?:那一?天|当天|当日)/y, rule: 'that day', change: stretch => stretch },
  {
    pattern: /\s?(?:左右|前后|上下|那阵子?|那段时间|的样子|来着|差不多|大概|附近)/y,
    rule: 'about',
    change: stretch => ({ ...stretch, approx: true }),
  },
  {
    pattern: /\s?(?:至今|到现在|到今天|至今天|到如今|到目前|之后到现在|起?开始到现在|一直到现在|起至今)/y,
    rule: 'until now',
    change: untilNow,
  },
  {
    pattern: /\s?(?:以来|之后以来)/y,
    rule: 'since',
    change: (stretch, around) => ({ ...(untilNow(stretch, around) ?? stretch), open: 'since' }),
  },
  {
    pattern: /\s?[或及和]以?之?[后後]|\s?(?:或|及)(?:更晚|往后)/y,
    rule: 'since',
    change: (stretch, around) => openAt('since', stretch, around),
  },
  {
    pattern: /\s?(?:[或及和][之以]?前|或更早|或者?[之以]前|(?:当天|当日)[或及][之以]?前|\(含\)[之以]?前)/y,
    rule: 'until',
    change: (stretch, around) => openAt('until', stretch, around),
  },
  {
    pattern: /\s?(?:开始|起(?![诉来至因草码点]))/y,
    rule: 'since',
    change: (stretch, around) => openAt('since', stretch, around),
  },
  {
    // 国庆前两天 may be the second day before or both.
    pattern: new RegExp(`的?(?:前|头)${BESIDE}`, 'y'),
    rule: 'days before',
    change: (stretch, _around, match) => beside(stretch, -1, match),
  },
  {
    pattern: new RegExp(`(?:的?[之以]?后|过后)${BESIDE}`, 'y'),
    rule: 'days after',
    change: (stretch, _around, match) => beside(stretch, 1, match),
  },
  { pattern: /的?(?:第二天|次日|隔天)/y, rule: 'next day', change: nextDay },
  {
    pattern: /\s?(?:之前|以前|前(?![后往者途一面期台\d二两三四五六七八九十几半])|为止)/y,
    rule: 'before',
    change: (stretch, around) => openAt('before', stretch, around),
  },
  {
    pattern: /\s?(?:之后|以后|过后|后(?![来期续面台天果悔]))/y,
    rule: 'after',
    change: (stretch, around) => openAt('after', stretch, around),
  },
];

/** What can begin a suffix. Most dates have none, and looking the character up is cheaper than trying each. */
const BEGINS = new Set(' 的那当左前头上来差大附至到之一起以或及和(开后过第次隔为');

const BEFORE = /(?:before|by|until|till|no later than|prior to)(?: the)? $/;
const AFTER = /after(?: the)? $/;
const SINCE = /(?:ever since|since)(?: the)? $/;
const LONGEST_PREPOSITION = 18;
const PREPOSITION = /^(?:in|on|by|from|since|until|till|before|after|during)(?: the)? /;

const NOT_YET = /[不没未]到$/;
const PAST_IT = /过了$/;

/** What all words end with that change a date from its left. */
const ENDS_LEFT = new Set(' 到了');

/** Takes in the words left of a date that change it: by the 15th, since March, 不到3月, 过了15号. The span stays. */
export function withLeft(text: string, at: number, found: Reading, around: Around): Reading {
  // Some patterns take the preposition with them.
  const isLatin = /[a-z]/.test(text.charAt(at));
  const start = at + (isLatin ? (PREPOSITION.exec(text.slice(at, found.end))?.[0].length ?? 0) : 0);
  const left = text.slice(Math.max(around.from, start - LONGEST_PREPOSITION), start);
  const change = ENDS_LEFT.has(left.slice(-1)) ? leftChange(left, found, around) : null;
  if (!change) return found;
  const stretches = found.stretches.map(change.of).filter(stretch => stretch !== null);
  return stretches.length > 0 ? { ...found, rule: `${found.rule}, ${change.rule}`, stretches } : found;
}

function leftChange(
  left: string,
  found: Reading,
  around: Around,
): { rule: string; of: (stretch: Stretch) => Stretch | null } | null {
  if (BEFORE.test(left) || NOT_YET.test(left))
    return { rule: 'before', of: stretch => openAt('before', stretch, around) };
  if (SINCE.test(left)) return { rule: 'until now', of: stretch => untilNow(stretch, around) };
  if ((AFTER.test(left) || PAST_IT.test(left)) && !found.rule.endsWith('range'))
    return { rule: 'after', of: stretch => openAt('after', stretch, around) };
  return null;
}

/** The day after; of a season or a longer stretch its second day. */
function nextDay(stretch: Stretch): Stretch | Stretch[] | null {
  if (stretch.grain === 'day' && stretch.lo === stretch.hi)
    return { ...stretch, lo: addDays(stretch.lo, 1), hi: addDays(stretch.hi, 1) };
  const second = {
    ...stretch,
    lo: addDays(stretch.lo, 1),
    hi: addDays(stretch.lo, 1),
    grain: 'day' as const,
  };
  return stretch.lo.length === 10 ? second : null;
}

function beside(stretch: Stretch, direction: -1 | 1, match: RegExpExecArray): Stretch | Stretch[] | null {
  const count = countOf(match[1] ?? '');
  const unit = match[2] ?? '';
  if (!count || count.hi < 1) return null;
  // 去年的前10天 lie within; 去年前10天 within or before.
  const within = direction < 0 ? withinOf(stretch, { from: 'start', count: count.hi, unit }) : null;
  if (within && /^(?:的|头)/.test(match[0])) return within;
  if (/^的?头/.test(match[0])) return null;
  const days = count.hi * (DAYS_OF[unit] ?? 7);
  const edge = (direction < 0 ? stretch.lo : stretch.hi).slice(0, 10);
  const far = addDays(edge, days * direction);
  const near = addDays(edge, direction);
  const [lo, hi] = direction < 0 ? [far, near] : [near, far];
  const approx = count.vague || days > 1;
  const outside: Stretch = { ...stretch, lo, hi, grain: 'day', calendar: 'solar', approx };
  return within ? [within, outside] : outside;
}

/** Takes in the words right of a date that change it, `most` at most; a date they make impossible is dropped. */
export function withResidue(text: string, found: Reading, around: Around, most = 3): Reading | null {
  if (most === 0 || !BEGINS.has(text[found.end] ?? '')) return found;
  for (const { pattern, rule, change } of SUFFIXES) {
    const match = matchAt(pattern, text, found.end);
    if (!match) continue;
    const stretches = found.stretches.flatMap(stretch => change(stretch, around, match) ?? []);
    if (stretches.length === 0) return null;
    const changed = { ...found, end: found.end + match[0].length, rule: `${found.rule}, ${rule}`, stretches };
    return withResidue(text, changed, around, most - 1);
  }
  return found;
}

const LEFT =
  /(?:大概|大约|差不多|约|好像|应该|可能|估计|about|around|roughly|maybe|circa)(?:是|在|是在)?\s?$/;
const LONGEST_LEFT = 9;

/** Where the words begin that make the date right of them vague: 大概3月15号, 好像是上周三. Null for none. */
export function vagueFrom(text: string, at: number, from: number): number | null {
  if (at === from) return null;
  const match = LEFT.exec(text.slice(Math.max(from, at - LONGEST_LEFT), at));
  return match && at - match[0].length;
}
