import { type NumberFound, ONE, type Reading } from '../number.ts';
import { NumeralSum } from '../numeral-sum.ts';
import { asciiDigits, type NumeralToken, numeralTokens } from './numeral-parts.ts';
import { isPartOfWord } from './numeral-words.ts';

/** What may begin a number. */
const STARTS =
  /[\d零〇○一二三四五六七八九十百千两俩仨壹贰貳叁参肆伍陆柒捌玖拾几]|[大好](?=几)|数(?=[个十百千万亿])|上(?=[百千万亿])|万(?=[把来儿])|\.(?=\d)/g;
/** What is counted after a last digit that therefore is a number of its own: 三千一个月 is 三千, not 3100. */
export const COUNTED =
  /^(?:[年月日天](?![化利息费供])|[号周点时分秒个次件期笔人位张只条本台部盒箱瓶斤折成倍共起直般样些下定旦半方家口晚夜顿趟份双袋套辆间瓦片颗粒碗杯根支枚回遍届轮节课章页句杆]|包(?!邮)|小时|公[斤里]|[-./]\d|%)/;

/** More numbers than one message ever means. Bounds the work on hostile text. */
const MOST = 120;
/** 2024.3.15 and 1.2.3 are no numbers. */
const DOTTED = /(?:\.\d+)+/y;

/** All numbers written in digits, in Chinese numerals, or in both: 3,500, 三万五, 3w5, 叁仟伍佰, 七八百, 30多万. Linear. */
export function chineseNumbers(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  STARTS.lastIndex = 0;
  for (let start = STARTS.exec(text); start && found.length < MOST; start = STARTS.exec(text)) {
    const whole = wholeNumberAt(text, start.index);
    if (whole) {
      if (whole.plain || !isPartOfWord(text, whole.start)) {
        found.push(whole);
        STARTS.lastIndex = whole.end;
      }
      continue;
    }
    const tokens = withoutCounted(numeralTokens(text, start.index), text);
    const last = tokens.at(-1);
    if (!last) continue;
    STARTS.lastIndex = last.end;
    DOTTED.lastIndex = last.end;
    if (tokens.length === 1 && last.is === 'arabic' && DOTTED.test(text)) {
      STARTS.lastIndex = DOTTED.lastIndex;
      continue;
    }
    const number = numberOf(tokens);
    if (!number) continue;
    found.push(number);
    STARTS.lastIndex = number.end;
  }
  return found;
}

/** What may go on a number behind its first part. */
const GOES_ON = new Set(
  ' 0123456789.,零〇○一二三四五六七八九壹贰貳叁参肆伍陆柒捌玖两俩仨十拾百佰千仟万亿兆wk几多余大好来把半点个',
);

/** The number at a place where it is nothing but ASCII digits or one Chinese digit, as most are; null where it may be more. */
function wholeNumberAt(text: string, start: number): NumberFound | null {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  const plain = end > start;
  if (!plain && IS_DIGIT.has(text.charAt(start))) end++;
  if (end === start || GOES_ON.has(text.charAt(end))) return null;
  const value = Number(asciiDigits(text.slice(start, end))) * ONE;
  const readings = [{ lo: value, hi: value }];
  return { start, end, readings, approx: false, plain, multiplied: false, multiplier: 1 };
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const IS_DIGIT = new Set('零〇○一二三四五六七八九壹贰貳叁参肆伍陆柒捌玖两俩仨');

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

/** Parts that end a number: nothing of it follows them but a larger unit. */
const BENDS = /^(?:vague|roughly|half|point)$/;

/** Adds the parts up as far as they fit together; what is left over makes further readings. */
function numberOf(tokens: NumeralToken[]): NumberFound | null {
  const sum = new NumeralSum();
  const start = tokens[0]?.start ?? 0;
  let end = start;
  for (const [at, token] of tokens.entries()) {
    const hadDigits = sum.hasDigits;
    if (sum.take(token, tokens[at + 1])) {
      if (token.is !== 'zero') end = token.end;
      continue;
    }
    if (at === 0) return null;
    const isUnit = token.unit > 1;
    const rest =
      BENDS.test(token.is) || BENDS.test(tokens[at - 1]?.is ?? '') || (isUnit && !hadDigits)
        ? null
        : numberOf(tokens.slice(isUnit && at > 1 ? at - 1 : at));
    return found(sum, tokens, start, rest?.end ?? end, rest?.readings ?? []);
  }
  return tokens.length === 0 ? null : found(sum, tokens, start, end, []);
}

function found(
  sum: NumeralSum,
  tokens: NumeralToken[],
  start: number,
  end: number,
  more: NumberFound['readings'],
): NumberFound {
  const own = sum.readings();
  return {
    start,
    end,
    readings: (upTo(own, more) ?? [...own, ...more, ...roughly(tokens, own)]).slice(0, 3),
    approx: sum.approx,
    plain: sum.plain && sum.unit === 0,
    multiplied: sum.unit > 0,
    multiplier: trailingUnits(tokens, end),
  };
}

/** 八九千一万: from eight thousand to ten. */
function upTo([own]: Reading[], [next]: Reading[]): Reading[] | null {
  return own && next && own.lo < own.hi && own.hi <= next.lo ? [{ lo: own.lo, hi: next.hi }] : null;
}

/** 百八十块 is 180, or from eighty to a hundred as in 百儿八十. */
function roughly([unit, ...rest]: NumeralToken[], [own]: Reading[]): Reading[] {
  const isBare = unit?.is === 'small' && unit.unit > 10 && rest.length === 2;
  const whole = (unit?.unit ?? 0) * ONE;
  return isBare && own?.lo === 1.8 * whole ? [{ lo: 0.8 * whole, hi: whole }] : [];
}

/** 3千万: 10,000,000. Of a number with more digits after its first unit, 1. */
function trailingUnits(tokens: NumeralToken[], end: number): number {
  const units = tokens.slice(1).filter(token => token.end <= end);
  if (units.some(token => token.unit === 1)) return 1;
  return units.reduce((product, token) => product * token.unit, 1);
}
