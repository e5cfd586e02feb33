import { readNumeral as readEnglish } from './en/read-numeral.ts';
import type { Exact } from './exact.ts';
import { readNumeral as readChinese } from './zh-CN/read-numeral.ts';

/** What a numeral can mean, `lo` to `hi`, both included. A plain number has `lo` equal to `hi`. */
export interface Extent {
  lo: Exact;
  hi: Exact;
}

/** A number as found in a text. */
export interface Numeral {
  start: number;
  end: number;
  /** One where the words are certain; several where they can be read in several ways; none where in no way. */
  readings: Extent[];
  /** 多, 几, 来: the person did not say exactly how many. */
  vague: boolean;
  /** The digits where it is written in plain digits alone, without grouping, point or unit. */
  digits: string | null;
  /** Has a unit of its own (百, 万, k, thousand), so it is an amount and no label. */
  scaled: boolean;
  /** Where it is a number times one unit (30万): that unit, which 「20到30万」 lends to the number before. */
  factor: Exact | null;
}

/** Longer runs of digit characters are no number anybody means. */
export const LONGEST = 40;

/** The numeral that begins exactly at `at`, in any language Parley speaks, for people mix them. Null where none does. */
export function readNumeral(text: string, at: number): Numeral | null {
  return readChinese(text, at) ?? readEnglish(text, at);
}

const MAY_BEGIN = /[0-9零一二三四五六七八九十百千万两俩几数壹贰叁肆伍陆柒捌玖拾廿卅a-z]/;

/** All numerals of a text in order, none inside another. Linear. */
export function numeralsIn(text: string): Numeral[] {
  const found: Numeral[] = [];
  for (let at = 0; at < text.length; ) {
    const numeral = MAY_BEGIN.test(text.charAt(at)) ? readNumeral(text, at) : null;
    if (numeral) found.push(numeral);
    at = numeral ? numeral.end : at + 1;
  }
  return found;
}
