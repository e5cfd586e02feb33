import { CURRENCY_NAMES } from './money.ts';

const DIGITS = '零一二三四五六七八九';
/** One for each four places. */
const GROUPS = ['', '万', '亿', '兆'];
const PLACES = ['千', '百', '十', ''];

/**
 * A decimal number in words: 35000 is 三万五千, 10011 一万零一十一, -1.25 负一点二五. Two is 两 before hundreds, thousands
 * and their multiples. At most sixteen digits before the point.
 */
export function numberInWords(number: number | string): string {
  const [whole = '', decimals] = String(number).replaceAll(',', '').replace(/^-/, '').split('.');
  const minus = String(number).startsWith('-') ? '负' : '';
  const point = decimals === undefined ? '' : `点${digitsInWords(decimals)}`;
  return minus + wholeInWords(whole.replace(/^0+(?=\d)/, '')) + point;
}

function wholeInWords(digits: string): string {
  if (/^0*$/.test(digits)) return '零';
  const groups = digits.padStart(Math.ceil(digits.length / 4) * 4, '0').match(/.{4}/g) ?? [];
  let words = '';
  let gap = false;
  for (const [at, group] of groups.entries()) {
    const name = GROUPS[groups.length - 1 - at] ?? '';
    const said = groupInWords(group);
    const isGap = words !== '' && (gap || group.startsWith('0'));
    if (said !== '') words += (isGap ? '零' : '') + (said === '二' && name ? '两' : said) + name;
    gap = said === '';
  }
  return words.startsWith('一十') ? words.slice(1) : words;
}

/** Four digits without what leads: 0011 is 一十一, 2020 两千零二十. */
function groupInWords(group: string): string {
  let words = '';
  let gap = false;
  for (const [at, character] of Array.from(group).entries()) {
    const place = PLACES[at] ?? '';
    if (character === '0') {
      gap = words !== '';
      continue;
    }
    const digit = character === '2' && at < 2 ? '两' : DIGITS.charAt(Number(character));
    words += (gap ? '零' : '') + digit + place;
    gap = false;
  }
  return words;
}

/** Digits one by one, as numbers that name something are said: 2349 is 二三四九; on the phone one is 幺. */
export function digitsInWords(digits: string, one: '一' | '幺' = '一'): string {
  return Array.from(digits, digit => (digit === '1' ? one : DIGITS.charAt(Number(digit)))).join('');
}

/** An amount in minor units: 3500000 fen is 三万五千元, 125 一点二五元. */
export function amountInWords(minor: number, currency: string): string {
  return numberInWords(minor / 100) + (CURRENCY_NAMES[currency] ?? currency);
}

/** Parts of a day in the solar calendar, from the year down as far as given: 二零零八年八月八日. */
export function dateInWords({ year, month, day }: { year?: string; month?: number; day?: number }): string {
  const parts = [
    year === undefined ? '' : `${digitsInWords(year)}年`,
    month === undefined ? '' : `${numberInWords(month)}月`,
    day === undefined ? '' : `${numberInWords(day)}日`,
  ];
  return parts.join('');
}

/** A time of day: 两点零二分, 八点, 一点零二分三十六秒. */
export function timeInWords(hour: number, minute: number, second?: number): string {
  const small = (value: number, unit: string): string =>
    (value < 10 && value > 0 ? '零' : '') + numberInWords(value) + unit;
  const minutes = minute === 0 && second === undefined ? '' : small(minute, '分');
  return `${hour === 2 ? '两' : numberInWords(hour)}点${minutes}${second === undefined ? '' : small(second, '秒')}`;
}

/** 1/2 is 二分之一. */
export function fractionInWords(numerator: number | string, denominator: number | string): string {
  const minus = String(numerator).startsWith('-') ? '负' : '';
  return `${minus}${numberInWords(denominator)}分之${numberInWords(String(numerator).replace('-', ''))}`;
}

/** A share in percent: 百分之三十六. */
export function percentInWords(percent: number | string): string {
  const minus = String(percent).startsWith('-') ? '负' : '';
  return `${minus}百分之${numberInWords(String(percent).replace('-', ''))}`;
}

/** A number of what is counted: 两个 but 十二个. */
export function measureInWords(number: number | string, unit: string): string {
  return (String(number) === '2' ? '两' : numberInWords(number)) + unit;
}
