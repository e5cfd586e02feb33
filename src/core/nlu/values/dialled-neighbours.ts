import * as english from '../../language/en/number-labels.ts';
import * as chinese from '../../language/zh-CN/number-labels.ts';
import { anyOf, type NumberLabel, UNIT } from './number-label.ts';

/** Before a number: part of a sum, a time, an amount, a code, an address on the web, or a masked number. */
const CUT_BEFORE = /[\d*¥$€£%_+]$|(?:^|[\s\da-z)])[-−]$|[\da-z]\/$|\d[.:=]$|[a-z]\.?$/;
/** Where the word before says that it is a telephone (tel13812345678), only digits spoil it. */
const CUT_BEFORE_A_PHONE = /[\d*]$/;
/** A plus after a number adds. */
const ADDED = /[\d)]$/;
/** 2b 00 11 22 33 44 */
const HEX_BEFORE = /(?:^| )(?:\d[a-f]|[a-f][\da-f]) $/;
const HEX_AFTER = /^ (?:\d[a-f]|[a-f][\da-f])(?![a-z\d])/;

/** After a number, in the same way. */
const GOES_ON = new RegExp(`^(?:[\\d*=%‰_]|\\+ ?\\d|\\.\\d|:\\d|,\\d{3}(?![\\d-])|${UNIT})`);
/** A number that only its surroundings call a telephone ends where its digits end: one more group makes it something else. */
const CODE_AFTER = new RegExp(`^-?[a-z]|^ \\d{1,6}(?!\\d)(?!${UNIT})`);
/** Other words may follow a mobile number at once: 13812345678wechat. */
const CODE_AFTER_MOBILE = /^[a-z]*\d/;
const EXTENSION = new RegExp(
  ` ?(?:${anyOf(chinese.EXTENSION, english.EXTENSION).replaceAll('(?<![a-z])', '')}) ?[:：]? ?(\\d{1,6})(?!\\d)`,
  'y',
);
const REACH = 16;

/** Whether a telephone number can start at an offset of the text, where its words begin with `first`. */
export function canStart(text: string, at: number, first: string, label: NumberLabel | null): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  if (label !== null && label !== 'phone') return false;
  if ((label === 'phone' ? CUT_BEFORE_A_PHONE : CUT_BEFORE).test(before) || HEX_BEFORE.test(before))
    return false;
  if (/^\(?\+/.test(first) && ADDED.test(before)) return false;
  return !chinese.DENIED_BEFORE.test(before) && !english.DENIED_BEFORE.test(before);
}

/** Whether the words after a number say that it is a telephone. */
export function isCalledPhone(text: string, end: number): boolean {
  const after = text.slice(end, end + REACH);
  return chinese.PHONE_AFTER.test(after) || english.PHONE_AFTER.test(after);
}

/** The inner number behind a telephone number, and where it ends. */
export function extensionAt(text: string, at: number): { digits: string; end: number } | null {
  EXTENSION.lastIndex = at;
  const found = EXTENSION.exec(text);
  return found && { digits: found[1] ?? '', end: at + found[0].length };
}

/** Whether a telephone number can end at an offset: it does not go on as something else and is not denied. */
export function canEnd(
  text: string,
  at: number,
  { isMobile, hasExtension }: { isMobile: boolean; hasExtension: boolean },
): boolean {
  const after = text.slice(at, at + REACH);
  if (GOES_ON.test(after) || chinese.DENIED_AFTER.test(after) || english.DENIED_AFTER.test(after))
    return false;
  if (hasExtension) return true;
  return isMobile ? !CODE_AFTER_MOBILE.test(after) : !CODE_AFTER.test(after) && !HEX_AFTER.test(after);
}
