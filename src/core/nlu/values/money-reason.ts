import * as en from '../../language/en/money.ts';
import type { NumberFound } from '../../language/number.ts';
import * as zh from '../../language/zh-CN/money.ts';
import type { Span } from '../span.ts';
import type { ReadingContext } from './recogniser.ts';

/** Why a number is money: its unit, what stands before it, what was asked, or its size alone. */
export type Reason = 'unit' | 'verb' | 'asked' | 'alone';

const HOTLINE = /^(?:1[12]0|119|12[123]\d{2}|95\d{3}|96\d{3,4}|100\d{2})$/;
const YEAR = /^(?:19|20)\d{2}$/;
const DAY = /^20\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/;
/** 订单299 is a price, 订单12345678 a number. */
const SHORTEST_ORDER = 7;
const NUMERAL_OF_SIZE = /[百佰千仟万亿wk]|hundred|thousand|grand|million/;
/** What a whole answer may hold around its number. */
const FILLER =
  /^[\s，。,.!！?？~]*(?:嗯+|呃|额|是|应该|我|记得|就|好像|一共|总共|共|大概|大约|差不多|整整?|正好|刚好|恰好|it'?s|it was|i think|um+)*[\s，。,.!！?？~]*$|^[\s，。,.!！?？~]*(?:吧|呢|啊|呀|左右|之间|整|正|的|样子|块|元|i think|or so|please)*[\s，。,.!！?？~]*$/;
const ENDS = /^(?:\s*$|[，。,.!！?？\n])/;
const LARGE_ENDS = /^(?:\s*$|[，。,.!！?？;；、\n]|左右|没了|没有了|不见了|全|都|被)/;
/** Joins an amount to the one before it: 充了98和198. */
const ALSO = /^ ?(?:和|跟|及|以及|还有|、|and) ?$/;

/** Whether what follows a number without a unit of account makes it no amount: a count, a time, a share. */
export function isCounted(text: string, { end }: Span): boolean {
  const rest = text.slice(end, end + 8);
  return zh.NOT_MONEY_AFTER.test(rest) || en.NOT_MONEY_AFTER.test(rest);
}

/** Of a number that `isCounted` does not rule out. `around`: the number with its words of limit. `previous`: the amount before it, if there is one. */
export function reasonWithoutUnit(
  text: string,
  number: NumberFound,
  around: Span,
  { asked }: ReadingContext,
  previous: (Span & { reason: Reason }) | undefined,
): Exclude<Reason, 'unit'> | null {
  const words = text.slice(number.start, number.end);
  const rest = text.slice(number.end, number.end + 8);
  const prior = text.slice(Math.max(0, number.start - 8), number.start);
  if (number.plain && (zh.NAMES_BEFORE.test(prior) || zh.NAMES_AFTER.test(rest))) return null;
  if (number.plain && words.length >= SHORTEST_ORDER && /订单 ?$/.test(prior)) return null;
  // The first half of 12,00元.
  if (number.plain && /^[,，]0\d/.test(rest)) return null;
  if (asked?.kind === 'money' && isWhole(text, around) && !DAY.test(words)) return 'asked';
  const before = beforeOf(text, around.start);
  const isOther = number.plain
    ? HOTLINE.test(words) && !isSpent(before, words)
    : !number.multiplied && !ENDS.test(rest);
  if (isOther) return null;
  if (isVerb(before) || isVerb(beforeOf(text, number.start))) return 'verb';
  if (previous?.reason === 'verb' && ALSO.test(text.slice(previous.end, around.start))) return 'verb';
  const telling = number.plain
    ? !YEAR.test(words) && !DAY.test(words) && !/\.\d/.test(before.slice(-2))
    : NUMERAL_OF_SIZE.test(words);
  if (telling && (zh.DEBT_BEFORE.test(before) || (number.multiplied && zh.OWED_AFTER.test(rest))))
    return 'verb';
  if (asked?.kind === 'money' && telling) return 'asked';
  if (asked && asked.kind !== 'text') return null;
  if (number.multiplied && isWhole(text, around)) return 'alone';
  return number.multiplier >= 10_000 && LARGE_ENDS.test(rest) ? 'alone' : null;
}

/** Whether the message says nothing else. */
export function isWhole(text: string, { start, end }: Span): boolean {
  return text.length < 40 && FILLER.test(text.slice(0, start)) && FILLER.test(text.slice(end));
}

function beforeOf(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 32), at);
  return before.endsWith('-') ? before.replace(/(?<![\d-])-$/, '') : before;
}

const isVerb = (before: string): boolean => zh.MONEY_VERB.test(before) || en.MONEY_VERB.test(before);

/** 借10000 and 扣了12345 are amounts, though both are hotlines: nobody borrows a hotline. */
function isSpent(before: string, words: string): boolean {
  const deed = zh.SPENT.exec(before);
  return deed !== null && (/[了掉走]/.test(deed[0]) || words.endsWith('00'));
}
