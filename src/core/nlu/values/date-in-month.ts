import { MONTH_HALVES, THIRDS } from '../../language/zh-CN/dates.ts';
import { dayOf, lengthOfMonth, months, oneDay, type Stretch, third } from './date-calendar.ts';
import { figuresOr, SMALL, small } from './date-number.ts';
import { anyOf, type Around, firsts, matchAt, nearestYear, type Reading, reading } from './date-reading.ts';

/** What stands right of a month, in a year yet to be given. */
interface InMonth {
  end: number;
  rule: string;
  of: (year: number) => Stretch | null;
}
type ReadIn = (text: string, at: number, month: number) => InMonth | null;

const THIRD = anyOf(Object.keys(THIRDS), '', '的?');
const HALF = anyOf(Object.keys(MONTH_HALVES), '', '的?');
const MIDDLE = /中(?=$|[\s,，。;；、!！?？的])/y;
const SOME_DAY = /的?(?:([12])0|([一二]?十))?(?:几|多)(?:[号日]|(?=$|[\s,，。的买]))/y;

const readThird: ReadIn = (text, at, month) => {
  const match = matchAt(THIRD, text, at);
  if (match) {
    const which = THIRDS[match[1] ?? ''] ?? 1;
    return { end: at + match[0].length, rule: 'third of month', of: year => third(year, month, which) };
  }
  if (!matchAt(MIDDLE, text, at)) return null;
  return { end: at + 1, rule: 'third of month', of: year => vague(third(year, month, 2)) };
};

const readHalf: ReadIn = (text, at, month) => {
  const match = matchAt(HALF, text, at);
  return (
    match && {
      end: at + match[0].length,
      rule: 'half of month',
      of: year => halfOf(year, month, match[1] ?? ''),
    }
  );
};

/** 3月几号, 3月20多号. */
const readSomeDay: ReadIn = (text, at, month) => {
  const match = matchAt(SOME_DAY, text, at);
  if (!match) return null;
  const [words, figure, word] = match;
  const tens = figure ? Number(figure) * 10 : word ? small(word) : 0;
  const of = (year: number): Stretch | null =>
    tens > 0
      ? daysOf(year, month, tens + 1, Math.min(tens + 9, lengthOfMonth(year, month)))
      : months(year, month, month, 'month');
  return { end: at + words.length, rule: 'some day of month', of: year => vague(of(year)) };
};

const vague = (stretch: Stretch | null): Stretch | null => stretch && { ...stretch, approx: true };

/** 三四月, 七八号, 十五六号: one or the other. */
const PAIR = /([二三]?十)?([一二三四五六七八])([二三四五六七八九])(月份?|[号日])/y;

/** Two neighbours of which one is meant, and whether they are months or days. */
export function pairAt(
  text: string,
  at: number,
): { end: number; lo: number; hi: number; isMonth: boolean } | null {
  const match = matchAt(PAIR, text, at);
  if (!match) return null;
  const [words, tens = '', first = '', second = '', unit = ''] = match;
  const [lo, hi] = [small(tens + first), small(tens + second)];
  return hi === lo + 1 ? { end: at + words.length, lo, hi, isMonth: unit.startsWith('月') } : null;
}

const readPair: ReadIn = (text, at, month) => {
  const pair = pairAt(text, at);
  if (!pair || pair.isMonth) return null;
  return { end: pair.end, rule: 'month and days', of: year => vague(daysOf(year, month, pair.lo, pair.hi)) };
};

/** A day or days with 号 or 日. */
export const DAY = new RegExp(
  `的?\\s?(${SMALL})(?:\\s?[号日])?(?:\\s?(到|至|-|~|—|、|和|或者?)\\s?(${SMALL}))?\\s?([号日])`,
  'y',
);

/** 3月15 is a day only where what follows is not what is counted: 3月2单 is not the second. */
const DAY_WORDS = '\\d{1,2}(?![\\d.:])|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?';
const UNMARKED_DAY = new RegExp(
  `(${DAY_WORDS})(?:[号日]?(到|至|-|~)(${DAY_WORDS}))?` +
    '(?=$|[\\s,，。;；、!！?？(（)）]|那天|当天|早|中午|上午|下午|晚|凌晨|买|下单|付|支付|购|收|发|退|在|的|左右|之?[前后]|以[前后]|到|至|我|他|她|商|卖|客|就|才|还|又|也|开始|起|签|交|扣|充|订|[-~]\\s?[\\d一二三四五六七八九十]{1,3}月)',
  'y',
);

const readDays: ReadIn = (text, at, month) => {
  const match = matchAt(DAY, text, at) ?? matchAt(UNMARKED_DAY, text, at);
  if (!match) return null;
  const [words, first = '', link, last = first] = match;
  return {
    end: at + words.length,
    rule: ranged('month and day', link),
    of: year => listed(daysOf(year, month, small(first), small(last)), link),
  };
};

/** What the readings below begin with. */
const BEHIND_MONTH = new Set([
  ...firsts([...Object.keys(THIRDS), ...Object.keys(MONTH_HALVES)]),
  ...figuresOr(' \n的中几多'),
]);
const FOLLOWING: readonly ReadIn[] = [readThird, readHalf, readSomeDay, readPair, readDays];

/** 3月饼 counts cakes. */
const NOT_A_MONTH = /[饼球亮嫂牙]/;

/** A month with what follows it: a day, days, a third, or nothing. In a year, or in the nearest one. */
export function readInMonth(
  text: string,
  at: number,
  around: Around,
  year: number | null,
  month: number,
): Reading | null {
  const pick = ({ end, rule, of }: InMonth): Reading | null =>
    reading(end, rule, year === null, [year === null ? nearestYear(around, of) : of(year)]);
  for (const read of BEHIND_MONTH.has(text.charAt(at)) ? FOLLOWING : []) {
    const found = read(text, at, month);
    if (found) return pick(found);
  }
  if (NOT_A_MONTH.test(text[at] ?? '')) return null;
  const whole = pick({ end: at, rule: 'month', of: some => months(some, month, month, 'month') });
  const doubtful = doubtfulDay(text, at);
  const asDay =
    doubtful && pick({ ...doubtful, rule: 'month and day', of: some => daysOf(some, month, doubtful.date) });
  return asDay && whole ? { ...asDay, stretches: [...asDay.stretches, ...whole.stretches] } : whole;
}

const UNREAD_DAY = new RegExp(`([\\dlio]{1,2}|[一二三四五六七八九])(?![\\d.:：%％])(?:曰)?`, 'y');
const COUNTED =
  /^\s?(?:[元块万千百亿多余来个件单次笔家台条张部盒箱瓶份双套只本包人位名期折倍wk角分毛年月天周/])/;
const ENDS = /^(?:$|[\s,，。;；、!！?？的买在])/;

/** A number right of a month that nothing marks as a day: 3月15曰 and 二月二 may be a day, or the month and a slip. */
function doubtfulDay(text: string, at: number): { end: number; date: number } | null {
  const match = matchAt(UNREAD_DAY, text, at);
  if (!match) return null;
  const end = at + match[0].length;
  const after = text.slice(end, end + 2);
  const isWord = /[一二三四五六七八九]/.test(match[1] ?? '');
  if (isWord ? !ENDS.test(after) : COUNTED.test(after)) return null;
  const date = small((match[1] ?? '').replaceAll(/[li]/g, '1').replaceAll('o', '0'));
  return { end: /^[日号]/.test(after) ? end + 1 : end, date };
}

/** The first fifteen days of a month, or the rest of it. */
export function halfOf(year: number, month: number, word: string): Stretch | null {
  const [first, last] = MONTH_HALVES[word] ?? [1, 31];
  const stretch = daysOf(year, month, first, Math.min(last, lengthOfMonth(year, month)));
  return stretch && { ...stretch, grain: 'half' };
}

/** One day or days of a month; a range that runs backwards or a day the month has not is none. */
export function daysOf(year: number, month: number, first: number, last = first): Stretch | null {
  const lo = dayOf(year, month, first);
  const hi = dayOf(year, month, last);
  return lo && hi && lo <= hi ? oneDay(lo, { hi }) : null;
}

/** The rule of two days or months, which are a range unless they are only listed. */
export const ranged = (rule: string, link: string | undefined): string =>
  link && !/[、和或,]/.test(link) ? `${rule}, range` : rule;

/** 3、4月 and 15或16号 say one or the other, or both: the stretch of both, vague. */
export const listed = (stretch: Stretch | null, by: string | undefined): Stretch | null =>
  stretch && by && /[、和或,]/.test(by) ? { ...stretch, approx: true } : stretch;
