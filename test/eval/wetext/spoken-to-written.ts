import type { NumberFound } from '../../../src/core/language/number.ts';
import { numbersIn } from '../../../src/core/language/numbers-in.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { asciiDigits } from '../../../src/core/language/zh-CN/numeral-parts.ts';
import { date } from '../../../src/core/nlu/values/date.ts';
import { figuresIn } from '../../../src/core/nlu/values/figure.ts';
import { money } from '../../../src/core/nlu/values/money.ts';
import { unitAfter } from '../../../src/core/nlu/values/money-unit.ts';
import { rate } from '../../../src/core/nlu/values/rate.ts';
import { contextOf } from '../../support/reading-context.ts';
import { CURRENCY_SIGNS, symbolAt } from './house-style.ts';
import { writtenNumber } from './written-number.ts';

interface Rewrite {
  start: number;
  end: number;
  written: string;
}

/** The text with every value that our readers find in it written in digits, the first kind of value before the next. */
export function spokenToWritten(raw: string): string {
  const text = normalize(raw);
  const taken: Rewrite[] = [];
  for (const find of [dates, spokenDigits, rates, fractions, speeds, measures, amounts, numbers]) {
    for (const rewrite of find(text)) {
      const isFree = taken.every(({ start, end }) => rewrite.end <= start || end <= rewrite.start);
      if (isFree) taken.push(rewrite);
    }
  }
  let written = '';
  let at = 0;
  for (const rewrite of taken.sort((a, b) => a.start - b.start)) {
    written += raw.slice(at, rewrite.start) + rewrite.written;
    at = rewrite.end;
  }
  return written + raw.slice(at);
}

const DAY = /^(?<era>公元)?(?:(?<year>\d{2,4})年)?(?<month>\d{1,2})月(?:(?<day>\d{1,2})[日号])?$/;
const TIME =
  /^(?<noon>上午|早上|早晨|凌晨|下午|晚上|傍晚|中午)?(?<hour>\d{1,2})点(?:(?<minute>\d{1,2})分?|(?<half>半)|(?<quarter>[13])刻)(?:(?<second>\d{1,2})秒)?$/;

function dates(text: string): Rewrite[] {
  return date(text, contextOf('date')).flatMap(({ start, end }) => {
    const digits = inDigits(text.slice(start, end));
    const written = writtenDay(digits) ?? writtenTime(digits) ?? (/^\D*\d+年$/.test(digits) ? digits : null);
    return written === null ? [] : [{ start, end, written }];
  });
}

function writtenDay(digits: string): string | null {
  const { era = '', year, month, day } = DAY.exec(digits)?.groups ?? {};
  if (!month || (!year && !day)) return null;
  return era + [year, month, day].flatMap(part => (part ? part.padStart(2, '0') : [])).join('/');
}

/** In their house midnight alone has two digits: 00:10, 8:05. */
function writtenTime(digits: string): string | null {
  const { noon, hour, minute, half, quarter, second } = TIME.exec(digits)?.groups ?? {};
  if (!hour) return null;
  const minutes = half ? '30' : quarter ? String(Number(quarter) * 15) : (minute ?? '0').padStart(2, '0');
  const seconds = second ? `:${second.padStart(2, '0')}` : '';
  const half_day = noon ? (/上午|早|凌晨/.test(noon) ? 'a.m.' : 'p.m.') : '';
  return `${Number(hour) === 0 ? '00' : hour}:${minutes}${seconds}${half_day}`;
}

/** The words with digits for numerals: of a year each digit stands for itself. */
function inDigits(words: string): string {
  const years = words
    .replace(/[零一二三四五六七八九]{2,4}(?=年)/g, asciiDigits)
    .replace(/零(?=[一二三四五六七八九][分秒])/g, '');
  return numbersIn(years).reduceRight((text, { start, end, readings }) => {
    const value = String((readings[0]?.lo ?? 0) / 10_000);
    return text.slice(0, start) + value + text.slice(end);
  }, years);
}

const DIGIT = '零幺一二两三四五六七八九洞拐勾壹贰叁肆伍陆柒捌玖';
const ON_THE_PHONE: Record<string, string> = { 幺: '1', 洞: '0', 拐: '7', 勾: '9', 点: '.' };

/** Digits said one by one: 幺零零八六, and 一二七点零点零点一. */
const SPOKEN = new RegExp(
  `[${DIGIT}]{1,3}(?:点[${DIGIT}]{1,3}){3}|(?<![点十百千万亿${DIGIT}])[${DIGIT}]{3,}(?![十百千万亿点])`,
  'g',
);

function spokenDigits(text: string): Rewrite[] {
  return Array.from(text.matchAll(SPOKEN), ({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
    written: Array.from(words, one => ON_THE_PHONE[one] ?? asciiDigits(one)).join(''),
  }));
}

function rates(text: string): Rewrite[] {
  return rate(text, contextOf()).flatMap(({ start, end, rule, candidates: [value] }) => {
    if (!value || !/rate-(?:parts|words|percent)/.test(rule)) return [];
    return [{ start, end, written: `${value.lo === value.hi ? value.lo : `${value.lo}~${value.hi}`}%` }];
  });
}

function fractions(text: string): Rewrite[] {
  return figuresIn(text).flatMap(({ start, end }) => {
    const words = text.slice(start, end);
    const numbers = numbersIn(words).map(({ readings }) => (readings[0]?.lo ?? 0) / 10_000);
    if (!/分之/.test(words)) return [];
    const [below, above] = numbers.slice(-2);
    const whole = numbers.length > 2 ? `${numbers[0]}又` : '';
    return [{ start, end, written: `${words.startsWith('负') ? '-' : ''}${whole}${above}/${below}` }];
  });
}

/** 每小时十千米 is 10km/h. */
function speeds(text: string): Rewrite[] {
  return numbersIn(text).flatMap(number => {
    const per = /每(?:小时|分钟|秒)$/.exec(text.slice(0, number.start))?.[0];
    const unit = symbolAt(text, number.end);
    if (!per || !unit) return [];
    const time = symbolAt(per, 1)?.symbol ?? '';
    const written = `${spelled(text, number)}${unit.symbol}/${time}`;
    return [{ start: number.start - per.length, end: unit.end, written }];
  });
}

function measures(text: string): Rewrite[] {
  const numbers = numbersIn(text);
  return numbers.flatMap((number, at) => {
    const unit = symbolAt(text, number.end);
    if (!unit) return [];
    const before = numbers[at - 1];
    const isRange = before && /^[到至]$/.test(text.slice(before.end, number.start));
    const from = isRange ? `${spelled(text, before)}~` : '';
    const written = `${from}${spelled(text, number).replace(/万$/, 'W')}${unit.symbol}`;
    return [{ start: isRange ? before.start : number.start, end: unit.end, written }];
  });
}

/** 二十五元三毛 is ¥25.3; 块 is spoken, so that it stays a word, and its 毛 with it. */
function amounts(text: string): Rewrite[] {
  const read = money(text, contextOf());
  return numbersIn(text).flatMap(number => {
    const unit = unitAfter(text, number.end);
    if (!unit || /块$/.test(text.slice(0, number.start)) || text.slice(number.end, unit.edge).includes('块'))
      return [];
    const amount = read.find(({ start, end }) => start === number.start && end >= unit.edge);
    const [value] = amount?.candidates ?? [];
    const isWhole = unit.fen === 100 && amount?.end === unit.edge;
    const digits = value?.lo && !isWhole ? String(value.lo / 100) : spelled(text, number);
    const sign = CURRENCY_SIGNS[unit.currency] ?? unit.currency;
    return [{ start: number.start, end: amount?.end ?? unit.edge, written: sign + digits }];
  });
}

/** Of numbers that mean little they leave some in words: 一个, 星期三. */
function numbers(text: string): Rewrite[] {
  return figuresIn(text).flatMap(figure => {
    const { start, end } = figure;
    if (text.startsWith('一个', start) && end === start + 1) return [];
    if (/(?:星期|礼拜|周)$/.test(text.slice(0, start))) return [];
    return [{ start, end, written: spelled(text, figure) }];
  });
}

const spelled = (text: string, number: NumberFound): string =>
  writtenNumber(number, text.slice(number.start, number.end));
