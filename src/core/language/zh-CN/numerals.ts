import { exact, type NumberFound, ONE, type Reading } from '../number.ts';
import { type NumeralToken, numeralTokens } from './numeral-parts.ts';

/** What may begin a number. */
const STARTS = /[\d零〇○一二三四五六七八九十百千两俩仨壹贰貳叁参肆伍陆柒捌玖拾几数好上]/g;
/** What is counted after a last digit that therefore is a number of its own: 三千一个月 is 三千, not 3100. */
export const COUNTED =
  /^(?:[年月日号天周点时分秒个次件期笔人位张只条本台部盒箱瓶斤折成倍共起直般样些下定旦半方家口]|包(?!邮)|%|[-./]\d|折)/;

/** More numbers than one message ever means. Bounds the work on hostile text. */
const MOST = 400;
/** 2024.3.15 and 1.2.3 are no numbers. */
const DOTTED = /(?:\.\d+)+/y;

/** All numbers written in digits, in Chinese numerals, or in both: 3,500, 三万五, 3w5, 叁仟伍佰, 七八百, 30多万. Linear. */
export function chineseNumbers(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start && found.length < MOST; start = STARTS.exec(text)) {
    const tokens = withoutCounted(numeralTokens(text, start.index), text);
    const last = tokens.at(-1);
    if (!last) continue;
    STARTS.lastIndex = last.end;
    DOTTED.lastIndex = last.end;
    if (tokens.length === 1 && last.is === 'arabic' && DOTTED.test(text)) {
      STARTS.lastIndex = DOTTED.lastIndex;
      continue;
    }
    const number = evaluate(tokens);
    if (!number) continue;
    found.push(number);
    STARTS.lastIndex = number.end;
  }
  return found;
}

/** Cuts the last digit where it counts what follows. */
function withoutCounted(tokens: NumeralToken[], text: string): NumeralToken[] {
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (
    !last ||
    !before ||
    before.unit === 1 ||
    before.unit === 10 ||
    !COUNTED.test(text.slice(last.end, last.end + 2))
  )
    return tokens;
  if (last.is === 'arabic' && last.digits.length < 3) return tokens.slice(0, -1);
  if (last.is !== 'han' || last.digits.startsWith('0')) return tokens;
  const rest = last.digits.slice(0, -1);
  return rest === ''
    ? tokens.slice(0, -1)
    : [...tokens.slice(0, -1), { ...last, digits: rest, end: last.end - 1 }];
}

interface Held extends Reading {
  digits: string;
  is: 'arabic' | 'han';
  /** After 零 the digit stands for itself: 两千零八. */
  afterZero: boolean;
}

/** Adds the parts up as far as they fit together; what is left over makes further readings. */
function evaluate(tokens: NumeralToken[]): NumberFound | null {
  let total: Reading = { lo: 0, hi: 0 };
  let section: Reading = { lo: 0, hi: 0 };
  let held: Held | null = null;
  let unit = 0;
  /** One step of the last place said, in ten-thousandths. */
  let place = ONE;
  let smallest = Number.POSITIVE_INFINITY;
  let biggest = Number.POSITIVE_INFINITY;
  let approx = false;
  let closed = false;
  const scripts = new Set<string>();
  /** How the digits are written; units are Chinese either way. */
  const digitScripts = new Set<string>();
  const others: Reading[] = [];
  let end = tokens[0]?.start ?? 0;

  for (const [at, token] of tokens.entries()) {
    if (!take(token, tokens[at + 1])) {
      if (at === 0) return null;
      const from: number = token.unit > 1 && held && at > 1 ? at - 1 : at;
      const rest =
        token.is === 'vague' || token.is === 'roughly' || token.is === 'half'
          ? null
          : evaluate(tokens.slice(from));
      settle();
      return rest ? finish(rest.end, rest.readings) : finish(end, []);
    }
    end = token.end;
  }
  settle();
  return tokens.length === 0 ? null : finish(end, []);

  function take(token: NumeralToken, next: NumeralToken | undefined): boolean {
    switch (token.is) {
      case 'arabic':
      case 'han':
        return !held && !closed && hold(token, token.is, next);
      case 'few':
        if (held || closed) return false;
        held = {
          lo: ONE,
          hi: token.digits === '1' ? ONE : 10 * ONE,
          digits: '9',
          is: 'han',
          afterZero: false,
        };
        approx = true;
        return true;
      case 'small':
        return !closed && multiplySmall(token.unit);
      case 'big':
        return multiplyBig(token.unit);
      default:
        return bend(token.is);
    }
  }

  function hold(token: NumeralToken, is: 'arabic' | 'han', next: NumeralToken | undefined): boolean {
    scripts.add(is);
    digitScripts.add(is);
    const afterZero = is === 'han' && unit > 0 && token.digits.startsWith('0');
    const digits = afterZero ? token.digits.replace(/^0+(?=\d)/, '') : token.digits;
    const [first = 0, second = 0] = Array.from(digits, Number);
    const pair = is === 'han' && /^[1-9]{2}$/.test(digits);
    if (pair && (second === first + 1 || (digits === '35' && unit === 0 && (!next || next.unit > 1)))) {
      held = { lo: first * ONE, hi: second * ONE, digits: '9', is, afterZero };
      return true;
    }
    const value = exact(pair && unit > 0 ? digits.slice(0, 1) : digits);
    if (value === null || (unit > 0 && is === 'han' && digits.length > 2)) return false;
    held = { lo: value, hi: value, digits, is, afterZero };
    if (!pair) return true;
    if (unit === 0) {
      others.push({ lo: (first * 10 + second) * (ONE / 10), hi: (first * 10 + second) * (ONE / 10) });
      return true;
    }
    held.digits = digits.slice(0, 1);
    settle();
    const finer = (second * Math.max(ONE / 10, (unit * ONE) / 100)) | 0;
    others.push({ lo: total.lo + section.lo + finer, hi: total.hi + section.hi + finer });
    closed = true;
    return true;
  }

  function multiplySmall(by: number): boolean {
    if (by >= smallest) return false;
    if (!held && unit > 0 && by !== 10) return false;
    const { lo, hi } = held ?? { lo: ONE, hi: ONE };
    scripts.add('han');
    section = { lo: section.lo + lo * by, hi: section.hi + hi * by };
    place = held?.is === 'arabic' && held.digits.includes('.') ? grain(held) * by : by * ONE;
    held = null;
    unit = by;
    smallest = by;
    return true;
  }

  function multiplyBig(by: number): boolean {
    if (by >= biggest && !(by === 100_000_000 && total.lo > 0)) return false;
    if (!held && section.lo + section.hi === 0 && (total.hi === 0 || by < biggest)) return false;
    place = held?.is === 'arabic' && held.digits.includes('.') ? grain(held) * by : by * ONE;
    placeBeforeBig();
    const doubtful = digitScripts.size > 1 && by > 1000 && biggest > by && total.hi === 0 ? section : null;
    const all = by > biggest ? { lo: total.lo + section.lo, hi: total.hi + section.hi } : section;
    const rest = by > biggest ? { lo: 0, hi: 0 } : total;
    total = { lo: rest.lo + all.lo * by, hi: rest.hi + all.hi * by };
    for (const [index, other] of others.entries()) others[index] = { lo: other.lo * by, hi: other.hi * by };
    if (doubtful) others.push(doubtful);
    section = { lo: 0, hi: 0 };
    unit = by;
    biggest = by;
    smallest = Math.min(by, 10_000);
    closed = false;
    return true;
  }

  /** Before 万 a digit is itself (一亿三万), but 三千五万 may be short for 三千五百万. */
  function placeBeforeBig(): void {
    if (!held) return;
    const { lo, hi, digits, afterZero } = held;
    held = null;
    if (section.lo > 0 && unit >= 100 && digits.length === 1 && !afterZero) {
      others.push({ lo: section.lo + (lo * unit) / 10, hi: section.hi + (hi * unit) / 10 });
    }
    section = { lo: section.lo + lo, hi: section.hi + hi };
  }

  /** 多, 来 and 半 after a digit or a unit. */
  function bend(how: 'vague' | 'roughly' | 'half'): boolean {
    if (closed || (!held && unit === 0)) return false;
    const step = held ? grain(held) : place;
    if (how === 'half' && held) return false;
    settle();
    section.hi += how === 'vague' ? step : how === 'half' ? step / 2 : 0;
    section.lo += how === 'half' ? step / 2 : 0;
    if (how !== 'half') approx = true;
    closed = true;
    return true;
  }

  /** The last place that was said: 多 lies below it. */
  function grain(last: Held): number {
    if (last.is === 'han') return unit >= 100 && !last.afterZero ? (unit / 10) * ONE : ONE;
    const decimals = last.digits.split('.')[1]?.length ?? 0;
    if (decimals > 0) return ONE / 10 ** Math.min(4, decimals);
    return 10 ** (/0*$/.exec(last.digits)?.[0].length ?? 0) * ONE;
  }

  /** Places what is held: 5 in 三万五 is 五千, in 三万零五 and 3万5000 it is itself, in 3万05 nobody knows. */
  function settle(): void {
    if (!held) return;
    const { lo, hi, digits, is, afterZero } = held;
    held = null;
    let factor = 1;
    if (unit >= 100 && !afterZero && digits.length === 1) factor = unit / 10;
    else if (is === 'arabic' && unit >= 100) {
      const places = String(unit).length - 1;
      const certain =
        digits.length >= places || (digits.length === 3 && places === 4 && !digits.startsWith('0'));
      const shifted = 10 ** Math.max(0, places - digits.length);
      const base = { lo: total.lo + section.lo, hi: total.hi + section.hi };
      if (!certain || digits.includes('.'))
        others.push({ lo: base.lo + lo * shifted, hi: base.hi + hi * shifted });
    }
    section = { lo: section.lo + lo * factor, hi: section.hi + hi * factor };
  }

  function finish(to: number, more: Reading[]): NumberFound | null {
    const readings = [{ lo: total.lo + section.lo, hi: total.hi + section.hi }, ...others, ...more];
    if (!readings.every(({ lo, hi }) => Number.isSafeInteger(lo) && Number.isSafeInteger(hi))) return null;
    const different = readings.filter(
      (one, at) => readings.findIndex(other => other.lo === one.lo && other.hi === one.hi) === at,
    );
    const multiplied = unit > 0;
    return {
      start: tokens[0]?.start ?? 0,
      end: to,
      readings: different.slice(0, 3),
      approx,
      plain: !scripts.has('han') && !multiplied,
      multiplied,
      multiplier: trailingUnits(tokens, to),
    };
  }
}

/** 3千万: 10,000,000. Of a number with more digits after its first unit, 1. */
function trailingUnits(tokens: NumeralToken[], end: number): number {
  const units = tokens.slice(1).filter(token => token.end <= end);
  if (units.some(token => token.unit === 1)) return 1;
  return units.reduce((product, token) => product * token.unit, 1);
}
