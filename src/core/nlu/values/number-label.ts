import * as english from '../../language/en/number-labels.ts';
import * as chinese from '../../language/zh-CN/number-labels.ts';

/** What the words beside a number call it. */
export type NumberLabel = 'phone' | 'order' | 'tracking' | 'other';

const REACH = 28;

/** Words as one alternative; a Latin word is not found inside a longer one. */
export const anyOf = (...lists: (readonly string[])[]): string =>
  lists
    .flat()
    .sort((a, b) => b.length - a.length)
    .map(word => (/^[a-z]/.test(word) ? `(?<![a-z])${word.replaceAll('.', '\\.')}` : word))
    .join('|');

const TIE = `(?:${anyOf(chinese.TIES, english.TIES)}|[\\s:：=#"'「『【(（-]){0,6}$`;
const LABEL = new RegExp(
  `(?:(?<other>${anyOf(chinese.OTHER, english.OTHER)})|(?<tracking>${anyOf(chinese.TRACKING, english.TRACKING)})` +
    `|(?<order>${anyOf(chinese.ORDER, english.ORDER)})|(?<phone>${anyOf(chinese.PHONE, english.PHONE)}))(?<tie>${TIE})`,
);
const WORD = /[^\d\s()./+-]/;
const A_NUMBER = /号|编码|no\.?|number|id|[:：#=]/;

/**
 * What the words right before an offset of a normalised text call the number that starts there; null where they name
 * nothing. `named` where they speak of a number (订单号), not only of the thing (订单).
 */
export function labelBefore(
  text: string,
  at: number,
): { label: NumberLabel; named: boolean; words: string } | null {
  const before = text.slice(Math.max(0, at - REACH), at);
  const found = WORD.test(before) ? LABEL.exec(before) : null;
  const groups = found?.groups;
  if (!groups) return null;
  const label = (['other', 'tracking', 'order', 'phone'] as const).find(one => groups[one] !== undefined);
  return label ? { label, named: A_NUMBER.test(found[0]), words: found[0] } : null;
}

export const UNIT = ` ?(?:${anyOf(chinese.UNITS, english.UNITS).replaceAll('(?<![a-z])', '')})(?![a-z])`;
const UNIT_FIRST = new RegExp(`^${UNIT}`);

/** Whether the words after a number count or pay something: 元, 期, days. */
export const startsWithUnit = (words: string): boolean => UNIT_FIRST.test(words);
