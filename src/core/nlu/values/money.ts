import type { MoneyValue } from '../../knowledge/value.ts';
import * as en from '../../language/en/money.ts';
import { type NumberFound, ONE, type Reading } from '../../language/number.ts';
import { rangeOf } from '../../language/number-range.ts';
import { numbersIn } from '../../language/numbers-in.ts';
import * as zh from '../../language/zh-CN/money.ts';
import {
  type Bound,
  boundAfter,
  boundBefore,
  changeAfter,
  type Unit,
  unitAfter,
  unitBefore,
} from './money-parts.ts';
import type { Recognised, Recogniser, ReadingContext } from './recogniser.ts';

/** Nobody tells of more amounts in one message. */
const MOST = 50;
/** Longer runs of digits are orders, phones and cards. */
const LONGEST_PLAIN = 8;
const HOTLINE = /^(?:1[12]0|119|12[123]\d{2}|95\d{3}|96\d{3,4}|100\d{2})$/;
const YEAR = /^(?:19|20)\d{2}$/;
const DAY = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** What a whole answer may hold around its number. */
const FILLER =
  /^[\s，。,.!！?？~]*(?:嗯+|呃|额|是|应该|我|记得|就|好像|一共|总共|共|大概|大约|差不多|it'?s|it was|i think|um+)*[\s，。,.!！?？~]*$|^[\s，。,.!！?？~]*(?:吧|呢|啊|呀|左右|的|样子|块|元|i think|or so|please)*[\s，。,.!！?？~]*$/;
const LARGE_ENDS = /^(?:\s*$|[，。,.!！?？;；、\n]|左右|没了|没有了|不见了|全|都|被)/;

/** Amounts of money, exact to the fen. Never a rate, a count, a date, a hotline or part of a longer number. */
export const money: Recogniser<MoneyValue> = (text, context) => {
  const numbers = numbersIn(text);
  const found: (Recognised<MoneyValue> & { sure: boolean })[] = [];
  for (let at = 0; at < numbers.length && found.length < MOST; at++) {
    const [first, second] = [numbers[at], numbers[at + 1]];
    if (!first) continue;
    const range = second && rangeOf(text, first, second, TO);
    const amount = (range && amountOf(text, range, context)) || amountOf(text, first, context);
    if (!amount) continue;
    found.push(amount);
    while ((numbers[at + 1]?.start ?? Number.POSITIVE_INFINITY) < amount.end) at++;
  }
  const anySure = found.some(({ sure }) => sure);
  return found
    .filter(({ sure }, at) => (sure || !anySure) && !isConverted(text, found[at], found[at + 1]))
    .map(({ sure: _, ...amount }) => amount);
};

/** HK$300换的人民币260块: what was paid is the second. */
function isConverted(text: string, foreign?: Recognised<MoneyValue>, own?: Recognised<MoneyValue>): boolean {
  if (!foreign || !own || foreign.candidates[0]?.currency === 'CNY' || own.candidates[0]?.currency !== 'CNY')
    return false;
  return /^[ ,，(（]{0,2}(?:换|折|合|约合|等于|相当于|就是|也就是|=|equals|which is|that is)[^\d。.!！?？\n]{0,8}$/.test(
    text.slice(foreign.end, own.start),
  );
}

const TO = /^ ?(?:元|块钱?|rmb|yuan)? ?(?:[-~–—至]|到(?!账|手|期|货|现|目)|to|and) ?(?:¥|\$|rmb)? ?$/;

function amountOf(
  text: string,
  number: NumberFound,
  context: ReadingContext,
): (Recognised<MoneyValue> & { sure: boolean }) | null {
  let { start, end } = number;
  const words = text.slice(start, end);
  const prior = text.slice(Math.max(0, start - 32), start);
  if (/(?:第|分之|[\d.][-/:：.]|[#_@])$/.test(prior) && !/\d[:：]$/.test(prior.slice(-2, -1))) return null;
  if (/(?:^|[^a-z])[a-z]*\d*[a-z]$/.test(prior) && number.plain && !unitBefore(text, start)) return null;

  if (/(?:^|[^\d一-十百千万半几多])块$/.test(prior) && /^[毛角]/.test(text.slice(end, end + 1))) return null;

  const before = unitBefore(text, start);
  const vague = hasMoreAfterUnit(text, number, end);
  const after = isPieces(text, number) ? null : unitAfter(text, end);
  const unit = after ?? before;
  if (/^[-/.]\d/.test(text.slice(end, end + 2)) && !unit) return null;
  const plainDigits = number.plain && /^\d+$/.test(words);
  if (plainDigits && words.length > LONGEST_PLAIN && !unit) return null;

  let readings = number.readings.map(({ lo, hi }) => ({ lo: toFen(lo, unit), hi: toFen(hi, unit) }));
  if (after) {
    end = after.edge;
    ({ readings, end } = withChange(text, after, readings, end, number, words));
    const whole = / ?[整正](?![在好个要式常])/y;
    whole.lastIndex = end;
    if (whole.test(text)) end = whole.lastIndex;
  }
  if (before) start = before.edge;
  const around = boundsAround(text, start, end);
  const bounds = words.startsWith('上') ? [...around.bounds, 'at-least' as const] : around.bounds;
  const approx = number.approx || vague || bounds.includes('about') || words.startsWith('上');

  const reason = unit ? 'unit' : bareReason(text, number, around.start, number.end, context);
  if (!reason) return null;
  const currency = unit?.currency ?? 'CNY';
  const candidates = readings
    .filter(({ lo, hi }) => Number.isSafeInteger(lo) && Number.isSafeInteger(hi))
    .map(({ lo, hi }): MoneyValue => ({ kind: 'money', ...limited(lo, hi, bounds), currency, approx }));
  if (candidates.length === 0) return null;
  if (before && after && before.currency !== after.currency)
    candidates.push(...candidates.map(value => ({ ...value, currency: before.currency })));
  return {
    kind: 'money',
    start: around.start,
    end: around.end,
    words: text.slice(around.start, around.end),
    rule: `money-${reason}`,
    certainty:
      reason === 'unit' || reason === 'verb' || (reason === 'asked' && isWhole(text, number))
        ? 'stated'
        : 'assumed',
    candidates,
    sure: reason === 'unit' || reason === 'verb',
  };
}

/** The words of limit around an amount, up to two before it: 至少大概. */
function boundsAround(
  text: string,
  start: number,
  end: number,
): { bounds: Bound[]; start: number; end: number } {
  const bounds: Bound[] = [];
  const following = boundAfter(text, end);
  if (following) bounds.push(following.bound);
  let edge = start;
  for (let round = 0; round < 2; round++) {
    const leading = boundBefore(text, edge);
    if (!leading) break;
    bounds.push(leading.bound);
    edge = leading.edge;
  }
  return { bounds, start: edge, end: following?.edge ?? end };
}

/** 元多: a little more than the whole amount. */
function hasMoreAfterUnit(text: string, { end }: NumberFound, at: number): boolean {
  return end === at && /^ ?(?:元|块钱?) ?多(?![少亏额扣收付退还次])/.test(text.slice(end, end + 5));
}

function toFen(value: number, unit: Unit | null): number {
  return (value * (unit?.fen ?? 100)) / ONE;
}

/** Adds what follows the unit: 块九, 三毛, 半, 多. */
function withChange(
  text: string,
  unit: Unit,
  readings: Reading[],
  at: number,
  number: NumberFound,
  words: string,
): { readings: Reading[]; end: number } {
  if (unit.fen === 100) {
    const more = /^(?:半(?![年天个月小])|多(?:钱)?(?![少亏额扣收付退还次]))/.exec(
      text.slice(at, at + 3),
    )?.[0];
    if (more?.startsWith('半'))
      return { readings: readings.map(({ lo, hi }) => ({ lo: lo + 50, hi: hi + 50 })), end: at + 1 };
    if (more)
      return { readings: readings.map(({ lo, hi }) => ({ lo, hi: hi + 100 })), end: at + more.length };
  }
  const change = unit.fen > 1 ? changeAfter(text, unit) : null;
  if (change && Number.isInteger((readings[0]?.lo ?? 0) / unit.fen)) {
    return {
      readings: readings.flatMap(({ lo, hi }) => change.fen.map(fen => ({ lo: lo + fen, hi: hi + fen }))),
      end: change.end,
    };
  }
  const [only] = readings;
  const short = /[百千万wk][1-9一二三四五六七八九]$/.exec(words);
  if (
    only &&
    readings.length === 1 &&
    short &&
    only.lo === only.hi &&
    text.charAt(number.end) === '元' &&
    number.multiplied
  ) {
    const digit = only.lo % 10 ** (String(only.lo).length - 1);
    const step = /[1-9]/.exec(String(digit))?.[0];
    if (step)
      return {
        readings: [
          only,
          { lo: only.lo - digit + Number(step) * 100, hi: only.lo - digit + Number(step) * 100 },
        ],
        end: at,
      };
  }
  return { readings, end: at };
}

function limited(lo: number, hi: number, bounds: Bound[]): { lo: number | null; hi: number | null } {
  if (bounds.includes('at-most')) return { lo: null, hi };
  if (bounds.includes('at-least')) return { lo, hi: null };
  return { lo, hi };
}

function isPieces(text: string, number: NumberFound): boolean {
  const rest = text.slice(number.end, number.end + 4);
  const small = (number.readings[0]?.hi ?? 0) < 100 * ONE;
  if (small && zh.PIECES.test(rest)) return true;
  return (
    text.slice(number.start, number.end) === '一' &&
    /^块(?![钱多半左上人一二三四五六七八九零\d，。,.!！?？\s]|$)/.test(rest)
  );
}

/** Why a number without a unit is money: what stands before it, what was asked, or its size alone. */
function bareReason(
  text: string,
  number: NumberFound,
  edge: number,
  end: number,
  { asked }: ReadingContext,
): 'verb' | 'asked' | 'alone' | null {
  const words = text.slice(number.start, number.end);
  const rest = text.slice(end, end + 8);
  if (zh.NOT_MONEY_AFTER.test(rest) || en.NOT_MONEY_AFTER.test(rest)) return null;
  const whole = isWhole(text, number);
  if (asked?.kind === 'money' && whole && !DAY.test(words)) return 'asked';
  if (number.plain ? HOTLINE.test(words) : !number.multiplied && !/^(?:\s*$|[，。,.!！?？\n])/.test(rest))
    return null;
  const before = text.slice(Math.max(0, edge - 32), edge).replace(/(?<![\d-])-$/, '');
  if (zh.MONEY_VERB.test(before) || en.MONEY_VERB.test(before)) return 'verb';
  const telling = number.plain
    ? !YEAR.test(words) && !DAY.test(words) && !/\.\d/.test(before.slice(-2))
    : /[百佰千仟万亿wk]|hundred|thousand|grand|million/.test(words);
  if (asked?.kind === 'money' && telling) return 'asked';
  if (asked && asked.kind !== 'text') return null;
  if (number.multiplied && whole) return 'alone';
  return number.multiplier >= 10_000 && LARGE_ENDS.test(rest) ? 'alone' : null;
}

function isWhole(text: string, { start, end }: NumberFound): boolean {
  return text.length < 40 && FILLER.test(text.slice(0, start)) && FILLER.test(text.slice(end));
}
