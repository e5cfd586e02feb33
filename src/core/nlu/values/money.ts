import type { MoneyValue } from '../../knowledge/value.ts';
import { isExact, type NumberFound, ONE } from '../../language/number.ts';
import { rangeOf } from '../../language/number-range.ts';
import { numbersIn } from '../../language/numbers-in.ts';
import * as zh from '../../language/zh-CN/money.ts';
import { limited, limitsAround } from './limits.ts';
import { eachOf } from './money-each.ts';
import { withChange } from './money-change.ts';
import { isCounted, isWhole, type Reason, reasonWithoutUnit } from './money-reason.ts';
import { type Unit, unitAfter, unitBefore } from './money-unit.ts';
import type { Recognised, Recogniser, ReadingContext } from './recogniser.ts';

interface Amount extends Recognised<MoneyValue> {
  reason: Reason;
}

/** Nobody tells of more amounts in one message. */
const MOST = 50;
/** Longer runs of digits are orders, phones and cards. */
const LONGEST_PLAIN = 8;
const TO = /^ ?(?:元|块钱?|rmb|yuan)? ?(?:[-~–—至]|到(?!账|手|期|货|现|目)|to|and) ?(?:¥|\$|rmb)? ?$/;

/** Amounts of money, exact to the fen. Never a rate, a count, a date, a hotline or part of a longer number. */
export const money: Recogniser<MoneyValue> = (text, context) => {
  const numbers = numbersIn(text);
  const found: Amount[] = [];
  for (let at = 0; at < numbers.length && found.length < MOST; at++) {
    const [first, second] = [numbers[at], numbers[at + 1]];
    if (!first) continue;
    const range = second && rangeOf(text, first, second, TO);
    const before = found.at(-1);
    const amount =
      (range && amountOf(text, range, context, before)) || amountOf(text, first, context, before);
    if (!amount) continue;
    found.push(amount);
    while ((numbers[at + 1]?.start ?? Number.POSITIVE_INFINITY) < amount.end) at++;
  }
  const anySure = found.some(isSure);
  return found
    .filter((amount, at) => (isSure(amount) || !anySure) && !isConverted(text, found[at], found[at + 1]))
    .map(({ reason: _, ...amount }) => amount);
};

/** What is called money or done as money is; what is only as large as money gives way to it. */
const isSure = ({ reason }: Amount): boolean => reason === 'unit' || reason === 'verb';

/** HK$300换的人民币260块: what was paid is the second. */
function isConverted(text: string, foreign?: Amount, own?: Amount): boolean {
  if (!foreign || !own || foreign.candidates[0]?.currency === 'CNY' || own.candidates[0]?.currency !== 'CNY')
    return false;
  return /^[ ,，(（]{0,2}(?:换|折|合|约合|等于|相当于|就是|也就是|=|equals|which is|that is)[^\d。.!！?？\n]{0,8}$/.test(
    text.slice(foreign.end, own.start),
  );
}

function amountOf(
  text: string,
  number: NumberFound,
  context: ReadingContext,
  previous: Amount | undefined,
): Amount | null {
  const before = unitBefore(text, number.start);
  const after = isPieces(text, number) ? null : unitAfter(text, number.end);
  const unit = after ?? before;
  if (!unit && isCounted(text, number)) return null;
  if (!isExact(number) || isPartOfOther(text, number, unit, before)) return null;

  const inFen = number.readings.map(({ lo, hi }) => ({ lo: toFen(lo, unit), hi: toFen(hi, unit) }));
  const said = after
    ? withChange(text, after, inFen, number)
    : { readings: inFen, end: number.end, isMore: false };
  const limits = limitsAround(text, before?.edge ?? number.start, said.end);
  const isUpwards = text.startsWith('上', number.start);
  if (isUpwards) limits.atLeast = true;

  const reason = unit ? 'unit' : reasonWithoutUnit(text, number, limits, context, previous);
  if (!reason) return null;
  const approx = number.approx || said.isMore || limits.about || isUpwards;
  const candidates = said.readings
    .filter(({ lo, hi }) => Number.isSafeInteger(lo) && Number.isSafeInteger(hi))
    .map(({ lo, hi }): MoneyValue => {
      return { kind: 'money', ...limited(lo, hi, limits), currency: unit?.currency ?? 'CNY', approx };
    });
  if (candidates.length === 0) return null;
  if (before && after && before.currency !== after.currency)
    candidates.push(...candidates.map(value => ({ ...value, currency: before.currency })));
  const { start, end } = limits;
  const each = eachOf(text, start, end);
  const isStated = reason === 'unit' || reason === 'verb' || (reason === 'asked' && isWhole(text, limits));
  return {
    kind: 'money',
    start,
    end,
    words: text.slice(start, end),
    rule: `money-${reason}`,
    certainty: isStated ? 'stated' : 'assumed',
    candidates: each ? candidates.map(value => ({ ...value, each })) : candidates,
    reason,
  };
}

/** What links a number to something right before it. */
const LINKED = new Set('第之-/:：.#_@块,，abcdefghijklmnopqrstuvwxyz');

/** The number belongs to something else: an ordinal, a date, a model name, a long number, 一块五毛's 五. */
function isPartOfOther(text: string, number: NumberFound, unit: Unit | null, before: Unit | null): boolean {
  const { start, end, plain } = number;
  const prior = LINKED.has(text.charAt(start - 1)) ? text.slice(Math.max(0, start - 32), start) : '';
  if (/(?:第|分之|[\d.][-/:：.]|[#_@])$/.test(prior) && !/\d[:：]$/.test(prior.slice(-2, -1))) return true;
  if (plain && !before && /(?:^|[^a-z])[a-z]*\d*[a-z]$/.test(prior)) return true;
  if (/(?:^|[^\d一-十百千万半几多])块$/.test(prior) && /^[毛角]/.test(text.slice(end, end + 1))) return true;
  // 12,00元: a thousand or two digits of a price, and nobody can tell which.
  if (plain && /\d[,，]$/.test(prior) && /^0\d/.test(text.slice(start, end))) return true;
  if (unit) return false;
  return (
    /^[-/.]\d/.test(text.slice(end, end + 2)) ||
    (plain && end - start > LONGEST_PLAIN && /^\d+$/.test(text.slice(start, end)))
  );
}

function toFen(value: number, unit: Unit | null): number {
  return (value * (unit?.fen ?? 100)) / ONE;
}

function isPieces(text: string, number: NumberFound): boolean {
  if (text.charAt(number.end) !== '块') return false;
  const rest = text.slice(number.end, number.end + 4);
  const small = (number.readings[0]?.hi ?? 0) < 100 * ONE;
  if (small && zh.PIECES.test(rest)) return true;
  return (
    text.slice(number.start, number.end) === '一' &&
    /^块(?![钱多半左上人一二两三四五六七八九零\d，。,.!！?？\s]|$)/.test(rest)
  );
}
