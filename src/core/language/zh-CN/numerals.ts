import { exact, type NumberFound, ONE, type Reading } from '../number.ts';
import { smallPart, tailAfter } from './numeral-tail.ts';

const DIGITS = '零一二三四五六七八九';
const SAME_DIGIT: Record<string, string> = { '〇': '零', '○': '零', 两: '二', 俩: '二', 仨: '三', 壹: '一', 贰: '二', 貳: '二', 叁: '三', 参: '三', 肆: '四', 伍: '五', 陆: '六', 柒: '七', 捌: '八', 玖: '九' };
const SMALL: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const BIG: Record<string, number> = { 万: 10_000, w: 10_000, 亿: 100_000_000, k: 1000 };

const ARABIC = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/y;
const HAN = /[零〇○一二三四五六七八九两俩仨壹贰叁肆伍陆柒捌玖]+/y;
const HAN_DECIMAL = /([零〇一二三四五六七八九两]|[一二三四五六七八九]?十[一二三四五六七八九]?)点([零〇一二三四五六七八九]+)(?=[万亿w千百元块折倍]|个(?:百分点|w))/y;
const SMALL_UNIT = /[十拾百佰千仟]/y;
const BIG_UNIT = /个?(?:[万亿](?!一的?(?:要|出|有))|[wk](?![a-z]))/y;
const FEW = /(?:好几|几|数)(?=个?[十百千万亿wk])/y;
const VAGUE = /(?:多|余)(?![少亏额扣收付退还拿])|几(?![个乎次天年月])|几(?=个?[万亿w])/y;
const ROUGHLY = /来(?=[块元万千百亿个w天件次年人期])|把(?=[块元万个])/y;
const HALF = /半(?![年天个月小])/y;
/** 百八 and 千八百 leave out the 一. */
const UNSAID_ONE = /[十拾]|[百千](?=[一二三五六八][^分]?|把|来)/y;
/** What may begin a number. */
const STARTS = /[\d零〇○一二三四五六七八九十百千两俩仨壹贰叁肆伍陆柒捌玖拾佰仟几数好]/g;

/** All numbers written in digits, in Chinese numerals, or in both: 3,500, 三万五, 3w5, 叁仟伍佰, 七八百, 30多万. Linear. */
export function chineseNumbers(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start; start = STARTS.exec(text)) {
    const number = new NumeralReader(text, start.index).read();
    if (!number) {
      if (/\d/.test(start[0])) STARTS.lastIndex = start.index + (/^\d[\d.,]*/.exec(text.slice(start.index, start.index + 80))?.[0].length ?? 1);
      continue;
    }
    found.push(number);
    STARTS.lastIndex = Math.max(number.end, start.index + 1);
  }
  return found;
}

/** What a digit or a group of digits stands for before its unit is known. */
export interface Pending extends Reading {
  digits: string;
  arabic: boolean;
}

class NumeralReader {
  private readonly text: string;
  private readonly start: number;
  private at: number;
  private done: Reading = { lo: 0, hi: 0 };
  private section: Reading = { lo: 0, hi: 0 };
  private pending: Pending | null = null;
  private others: Reading[] = [];
  private unit = 0;
  private big = Number.POSITIVE_INFINITY;
  private zero = false;
  private approx = false;
  private closed = false;
  private han = false;
  private arabic = false;

  constructor(text: string, start: number) {
    this.text = text;
    this.start = start;
    this.at = start;
  }

  read(): NumberFound | null {
    while (this.step());
    this.settle();
    if (this.at === this.start) return null;
    const value = { lo: this.done.lo + this.section.lo, hi: this.done.hi + this.section.hi };
    const readings = [value, ...this.others];
    if (!readings.every(({ lo, hi }) => Number.isSafeInteger(lo) && Number.isSafeInteger(hi))) return null;
    return {
      start: this.start,
      end: this.at,
      readings: readings.slice(0, 3),
      approx: this.approx,
      plain: !this.han,
      multiplied: this.unit > 0,
      multiplier: this.unit || 1,
    };
  }

  /** Takes the next part; false where the number ends. */
  private step(): boolean {
    if (this.closed) return this.takeBig();
    if (this.pending === null) return this.takeDecimal() || this.takeArabic() || this.takeFew() || this.takeHan() || this.takeUnsaidOne() || this.takeAfterUnit();
    return this.takeVague() || this.takeSmall() || this.takeBig();
  }

  private match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.text);
    if (match) this.at = pattern.lastIndex;
    return match;
  }

  private takeDecimal(): boolean {
    if (this.at !== this.start) return false;
    const match = this.match(HAN_DECIMAL);
    if (!match) return false;
    const [, whole = '', fraction = ''] = match;
    const tens = /^(.?)十(.?)$/.exec(whole);
    const units = tens ? `${tens[1] ? asDigits(tens[1]) : '1'}${tens[2] ? asDigits(tens[2]) : '0'}` : asDigits(whole);
    return this.hold(`${units}.${asDigits(fraction)}`, false);
  }

  private takeArabic(): boolean {
    const from = this.at;
    const match = this.match(ARABIC);
    if (!match) return false;
    const drop = this.unit > 0 && smallPart(this.text, from, match[0].length);
    const dotted = /^\.\d/.test(this.text.slice(this.at, this.at + 2)) || (from === this.start && /[\d.]$/.test(this.text.slice(Math.max(0, from - 1), from)));
    if (drop || dotted || !this.hold(match[0], true)) {
      this.at = from;
      return false;
    }
    return true;
  }

  private takeHan(): boolean {
    const from = this.at;
    const match = this.match(HAN);
    if (!match) return false;
    let digits = asDigits(match[0]);
    if (this.unit > 0) {
      if (smallPart(this.text, this.at - 1, 1)) digits = digits.slice(0, -1);
      if (digits.length > 1 && digits.startsWith('0')) {
        this.zero = true;
        digits = digits.replace(/^0+(?=\d)/, '');
      }
      this.at = from + match[0].length - (asDigits(match[0]).length - (this.zero ? asDigits(match[0]).indexOf(digits) + digits.length : digits.length));
    }
    if (digits === '' || (this.unit > 0 && digits === '0')) {
      this.at = from;
      return false;
    }
    return this.holdHan(digits, from);
  }

  private holdHan(digits: string, from: number): boolean {
    const [first = 0, second = 0] = Array.from(digits, Number);
    this.han = true;
    if (digits.length === 2 && first > 0) {
      const unitNext = /^[十百千万亿wk块元]/.test(this.text.slice(this.at, this.at + 1));
      if (second === first + 1 || (digits === '35' && unitNext && this.unit === 0)) {
        this.pending = { lo: first * ONE, hi: second * ONE, digits: '9', arabic: false };
        return true;
      }
      if (this.unit > 0) {
        this.at = from + 1;
        this.hold(digits.slice(0, 1), false);
        this.settle();
        const last = { lo: this.done.lo + this.section.lo, hi: this.done.hi + this.section.hi };
        const step = Math.max(1, this.unit / (this.unit === 10 ? 100 : 100)) * ONE;
        this.others.push({ lo: last.lo + (this.unit === 10 ? second * ONE / 10 : second * step), hi: last.hi + (this.unit === 10 ? second * ONE / 10 : second * step) });
        this.at = from + 2;
        this.closed = true;
        return false;
      }
      if (digits !== '10') this.others.push({ lo: first * ONE + second * (ONE / 10), hi: first * ONE + second * (ONE / 10) });
    }
    if (digits.length > 2 && this.unit > 0) {
      this.at = from;
      return false;
    }
    return this.hold(digits, false);
  }

  private hold(digits: string, arabic: boolean): boolean {
    const value = exact(digits);
    if (value === null) return false;
    this.pending = { lo: value, hi: value, digits, arabic };
    if (arabic) this.arabic = true;
    else this.han = true;
    return true;
  }

  private takeFew(): boolean {
    if (!this.match(FEW)) return false;
    this.pending = { lo: ONE, hi: 10 * ONE, digits: '9', arabic: false };
    this.approx = true;
    this.han = true;
    return true;
  }
}

function asDigits(han: string): string {
  return Array.from(han, character => String(DIGITS.indexOf(SAME_DIGIT[character] ?? character))).join('');
}
