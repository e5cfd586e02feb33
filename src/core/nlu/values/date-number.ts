import type { Reader } from './date-reading.ts';

const DIGITS: Record<string, number> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** A month, day, hour or minute: at most two digits. As a pattern source without groups. */
export const SMALL =
  '(?:\\d{1,2}(?!\\d)|[二三四五]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[零〇]?[一二两三四五六七八九])';

/** How many of a unit, exact or vague; what `countOf` reads. As a pattern source without groups. */
export const COUNT =
  '(?:\\d{1,4}(?:\\.\\d{1,2})?(?![\\d.])|半|好几|十几|[二三四五六七八九]十几|几|[一二两俩仨三四五六七八九十百]{1,5})';

/** Four or two figures before 年: 2024, 24, 二〇二四, 二四, 二千零八. */
export const YEAR =
  '(?:\\d{4}(?!\\d)|\\d{2}(?!\\d)|[二两]千(?:零[一二三四五六七八九]|零?一?十[一二三四五六七八九]?|零?[二三四五六七八九]十[一二三四五六七八九]?)?|[一二][零〇一二三四五六七八九]{3}|[零〇一二三四五六七八九]{2})';

/** What may not stand left of a number that begins here: it would be the middle of a longer one. */
export const IN_NUMBER = /[\d零〇一二两三四五六七八九十百千万亿廿卅第几a-z$¥￥]/;

const NUMERALS = new Set('0123456789零〇一二两俩仨三四五六七八九十百廿卅');

/** What can follow the first figure of a number that has one of these right behind it: `then` of its reader. */
export const figuresOr = (behind: string): ReadonlySet<string> => new Set([...NUMERALS, ...behind]);

/** `then` and `afterDigits` of a reader of numbers that have one of these right behind them. */
export const figuresThen = (behind: string): Pick<Reader, 'then' | 'afterDigits'> => ({
  then: figuresOr(behind),
  afterDigits: new Set(behind),
});

export const isNumeral = (character: string | undefined): boolean =>
  character !== undefined && NUMERALS.has(character);

/** The value of a match of `SMALL`. */
export function small(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  const figures = words.replace('廿', '二十').replace('卅', '三十');
  const ten = figures.indexOf('十');
  const digit = (character: string | undefined): number => DIGITS[character ?? ''] ?? 0;
  if (ten < 0) return digit(figures.at(-1));
  return (ten === 0 ? 1 : digit(figures[0])) * 10 + (ten + 1 < figures.length ? digit(figures[ten + 1]) : 0);
}

/** The value of a match of `YEAR`; two figures are of this century, from 50 on of the last. */
export function fullYear(words: string): number {
  if (words[1] === '千') return 2000 + (plain(words.slice(2)) ?? 0);
  const figures = [...words].map(one => DIGITS[one] ?? Number(one)).join('');
  const year = Number(figures);
  return figures.length === 4 ? year : year < 50 ? 2000 + year : 1900 + year;
}

const UNITS: Record<string, number> = { 十: 10, 百: 100 };

/** How many, from 半 to a few thousand, as lowest and highest; null for no number. */
export function countOf(words: string): { lo: number; hi: number; vague: boolean } | null {
  if (/^\d+(?:\.\d+)?$/.test(words)) return { lo: Number(words), hi: Number(words), vague: false };
  if (words === '半') return { lo: 0.5, hi: 0.5, vague: false };
  const exact = words === '' ? null : plain(words);
  if (exact !== null) return { lo: exact, hi: exact, vague: false };
  if (words === '几' || words === '好几') return { lo: words === '几' ? 2 : 4, hi: 9, vague: true };
  if (words === '十几') return { lo: 11, hi: 19, vague: true };
  const tens = /^([二三四五六七八九])十几$/.exec(words);
  if (tens) return { lo: small(`${tens[1]}十`) + 1, hi: small(`${tens[1]}十`) + 9, vague: true };
  const pair = /^([一二两三四五六七八九])([两三四五六七八九])$/.exec(words);
  if (pair) {
    const [lo, hi] = [small(pair[1] ?? ''), small(pair[2] ?? '')];
    return hi > lo && hi - lo <= 2 ? { lo, hi, vague: true } : null;
  }
  return null;
}

function plain(words: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  for (const character of words) {
    const unit = UNITS[character];
    const figure = DIGITS[character];
    if (unit) {
      if (unit === 100 && digit === null) return null;
      sum += (digit ?? 1) * unit;
      digit = null;
    } else if (figure !== undefined && digit === null) digit = figure === 0 ? null : figure;
    else return null;
  }
  return sum + (digit ?? 0);
}

/** Whether the number here is the tail of a longer one, or counted by the word before it: 第3. */
export function joined(text: string, at: number, around: { from: number }): boolean {
  if (at <= around.from) return false;
  const before = text[at - 1] ?? '';
  // 2月30日到3月1日: half a range is not read for the whole.
  if (/[-~到至]/.test(before) && /[号日月年]/.test(text[at - 2] ?? '')) return true;
  return IN_NUMBER.test(before) || (/[.,:/~-]/.test(before) && /\d/.test(text[at - 2] ?? ''));
}
