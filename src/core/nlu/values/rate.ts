import type { RateValue } from '../../knowledge/value.ts';
import * as en from '../../language/en/rates.ts';
import { type NumberFound, ONE, type Reading } from '../../language/number.ts';
import { rangeOf } from '../../language/number-range.ts';
import * as zh from '../../language/zh-CN/rates.ts';
import { figuresIn } from './figure.ts';
import { limitsAround, limited } from './limits.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

/** A number that is a share: where its words reach, and its readings in percent. */
interface Share {
  start: number;
  end: number;
  readings: Reading[];
  form: RateValue['form'];
  rule: string;
  approx: boolean;
}

const PERCENTS = [...en.PERCENT_AFTER, ...zh.PERCENT_AFTER];
const PERIODS = [...zh.PERIODS, ...en.PERIODS];
const TO = /^ ?(?:%|个百分点|折|成)? ?(?:[-~]|到|至|to) ?(?:[百千万]分之)?$/;
const HAN = '零一二三四五六七八九';
const PARTS: Record<string, number> = { 十: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000, 万: 10_000, 亿: 1e8 };

/** No share is without one of these. */
const MAY_HOLD_ONE = /[%‰折成厘分点]|(?:[日天月年利息费率]|佣金).{0,2}[千万]|per ?cent/;

/** Shares, discounts and interest: 36%, 百分之五, 八折, 三成, 日息万分之五 (with its period). Bounds in percent. */
export const rate: Recogniser<RateValue> = text => {
  if (!MAY_HOLD_ONE.test(text)) return [];
  const figures = figuresIn(text);
  const shares = /[百对半]/.test(text) ? inWords(text) : [];
  for (let at = 0; at < figures.length; at++) {
    const [first, second] = [figures[at], figures[at + 1]];
    if (!first) continue;
    const range = second && rangeOf(text, first, second, TO);
    const share = (range && shareOf(text, range, first)) || shareOf(text, first, first);
    if (!share) continue;
    shares.push(share);
    while ((figures[at + 1]?.start ?? Number.POSITIVE_INFINITY) < share.end) at++;
  }
  return shares.sort((a, b) => a.start - b.start).map(share => recognised(text, share));
};

function inWords(text: string): Share[] {
  return zh.WHOLE_WORDS.flatMap(([words, percent, form]) =>
    Array.from(text.matchAll(words), ({ index, 0: said }): Share => {
      const end = index + said.length;
      const readings = [{ lo: percent, hi: percent }];
      return { start: index, end, readings, form, rule: 'words', approx: false };
    }),
  );
}

/** `first` is the number itself, or the lower of the two of a range. */
function shareOf(text: string, number: NumberFound, first: NumberFound): Share | null {
  return (
    parts(text, number, first) ??
    percent(text, number) ??
    discount(text, number) ??
    tenths(text, number) ??
    interest(text, number) ??
    fraction(text, number)
  );
}

function share(
  { start, end, readings, approx }: NumberFound,
  percentOfOne: number,
  form: Share['form'],
  rule: string,
): Share {
  const scaled = (value: number): number => Number((value * percentOfOne).toPrecision(15)) / ONE;
  const all = readings.map(({ lo, hi }) => ({ lo: scaled(lo), hi: scaled(hi) }));
  return { start, end, readings: all, form, rule, approx };
}

/** 百分之五, 万分之三到五, 日息万五. */
function parts(text: string, number: NumberFound, first: NumberFound): Share | null {
  const { start } = first;
  if (!/[之分千万] {0,3}$/.test(text.slice(Math.max(0, start - 4), start))) return null;
  const before = text.slice(Math.max(0, start - 16), start);
  const match = zh.PARTS_BEFORE.exec(before) ?? (isDigit(text, first) ? zh.SHORT_PARTS.exec(before) : null);
  const units = match?.groups?.['parts'];
  if (!match || !units) return null;
  const by = Array.from(units).reduce((product, unit) => product * (PARTS[unit] ?? 1), 1);
  const from = start - (before.length - match.index);
  const isNegative = text.charAt(from - 1) === '负';
  const percentOfOne = (isNegative ? -100 : 100) / by;
  return share({ ...number, start: isNegative ? from - 1 : from }, percentOfOne, 'share', 'parts');
}

const isDigit = (text: string, { start, end }: NumberFound): boolean =>
  /^[一二三四五六七八九]$/.test(text.slice(start, end));

function percent(text: string, number: NumberFound): Share | null {
  for (const [words, percentOfOne, form] of PERCENTS) {
    words.lastIndex = number.end;
    if (words.test(text)) return share({ ...number, end: words.lastIndex }, percentOfOne, form, 'percent');
  }
  return null;
}

/** 八折 is 80 percent, 72折 and 七二折 are 72; 七八折 is 78 or from 70 to 80. */
function discount(text: string, number: NumberFound): Share | null {
  zh.DISCOUNT_AFTER.lastIndex = number.end;
  if (!zh.DISCOUNT_AFTER.test(text)) return null;
  const end = zh.DISCOUNT_AFTER.lastIndex;
  const { lo, hi } = number.readings[0] ?? { lo: 0, hi: 0 };
  if (lo <= 0 || hi === 10 * ONE || hi >= 100 * ONE) return null;
  const tenths = share({ ...number, end }, hi > 10 * ONE ? 1 : 10, 'discount', 'discount');
  const two = twoDigits(text, number);
  if (two === null) return tenths;
  const hundredths = { lo: two, hi: two };
  return {
    ...tenths,
    start: number.start - (number.plain ? 2 : 0),
    readings: lo < hi ? [...tenths.readings, hundredths] : [hundredths],
  };
}

/** Two digits that were said one by one: 七二折, 7 2 折. */
function twoDigits(text: string, { start, end, plain }: NumberFound): number | null {
  const words = text.slice(plain ? Math.max(0, start - 2) : start, end);
  if (/^[1-9] [1-9]$/.test(words)) return Number(words.replace(' ', ''));
  if (!/^[一二三四五六七八九]{2}$/.test(words)) return null;
  return Number(Array.from(words, digit => HAN.indexOf(digit)).join(''));
}

/** 三成, 三成半, 七成六. */
function tenths(text: string, number: NumberFound): Share | null {
  zh.TENTHS_AFTER.lastIndex = number.end;
  const match = zh.TENTHS_AFTER.exec(text);
  const { lo, hi } = number.readings[0] ?? { lo: 0, hi: 0 };
  if (!match || lo <= 0 || hi > 10 * ONE) return null;
  const rest = match.groups?.['rest'];
  const more = rest === undefined ? 0 : rest === '半' ? 5 : Number(rest) || HAN.indexOf(rest);
  const one = share({ ...number, end: zh.TENTHS_AFTER.lastIndex }, 10, 'share', 'tenths');
  return { ...one, readings: one.readings.map(each => ({ lo: each.lo + more, hi: each.hi + more })) };
}

/** 月息两分 is two percent a month, 年息8厘 eight percent a year. */
function interest(text: string, number: NumberFound): Share | null {
  zh.INTEREST_AFTER.lastIndex = number.end;
  const match = zh.INTEREST_AFTER.exec(text);
  if (!match) return null;
  const before = text.slice(Math.max(0, number.start - 12), number.start);
  if (!zh.INTEREST_BEFORE.test(before) && !/[利息]$/.test(match[0])) return null;
  const ofYear = periodOf(text, number.start, number.end) === 'year' ? 10 : 1;
  const percentOfOne = (match.groups?.['unit'] === '分' ? 1 : 0.1) * ofYear;
  return share({ ...number, end: zh.INTEREST_AFTER.lastIndex }, percentOfOne, 'share', 'interest');
}

/** 三分之一: as near as percent come. */
function fraction(text: string, number: NumberFound): Share | null {
  const isFraction = /分 {0,3}之/.test(text.slice(number.start, number.end));
  return isFraction ? share(number, 100, 'share', 'fraction') : null;
}

function recognised(text: string, { rule, form, ...found }: Share): Recognised<RateValue> {
  const isMore = zh.MORE_AFTER.test(text.slice(found.end, found.end + 3));
  const limits = limitsAround(text, found.start, found.end);
  const per = periodOf(text, limits.start, found.end);
  const approx = found.approx || limits.about || isMore;
  return {
    kind: 'rate',
    start: found.start,
    end: found.end,
    words: text.slice(found.start, found.end),
    rule: `rate-${rule}`,
    certainty: 'stated',
    candidates: found.readings.map(
      ({ lo, hi }): RateValue => ({ kind: 'rate', ...limited(lo, hi, limits), form, per, approx }),
    ),
  };
}

function periodOf(text: string, start: number, end: number): RateValue['per'] {
  const before = text.slice(Math.max(0, start - 20), start);
  for (const [per, leading, following] of PERIODS) {
    following.lastIndex = end;
    if (leading.test(before) || following.test(text)) return per;
  }
  return null;
}
