import type { NeverPublish } from '../knowledge/never-publish.ts';
import type { Mind } from './mind.ts';

export interface StrangeHotline {
  number: string;
  /** The known number it is a slip away from. */
  near: string | null;
  /** What is known against it. */
  banned: NeverPublish | null;
}

/** How hotlines look: five digits from 12, 95 or 96, not part of a longer number or an amount. */
const HOTLINE = /(?<![\d.,])(?:12\d{3}|9[56]\d{3})(?![\d.,]|\s*[元块万千w])/g;

/** No shorter one is known to go round wrongly. */
const NUMBER = /\d{3,}/g;

/** A number in the text that looks like a hotline and is none we know. */
export function unknownHotline(text: string, { knowledge, hotlines }: Mind): StrangeHotline | null {
  for (const number of text.match(NUMBER) ?? []) {
    const banned = knowledge.neverPublish.get(number);
    if (banned) return { number, near: null, banned };
  }
  for (const number of text.match(HOTLINE) ?? []) {
    if (hotlines.includes(number)) continue;
    const near =
      onlyOne(hotlines.filter(one => isExchanged(one, number))) ??
      onlyOne(hotlines.filter(one => wrongDigits(one, number).length === 1));
    return { number, near, banned: null };
  }
  return null;
}

const onlyOne = (numbers: string[]): string | null => (numbers.length === 1 ? (numbers[0] ?? null) : null);

/** The places at which two numbers differ; all of them where their lengths do. */
const wrongDigits = (a: string, b: string): number[] =>
  [...a].flatMap((digit, at) => (digit === b[at] && a.length === b.length ? [] : [at]));

/** Two neighbouring digits exchanged, the commonest slip. */
function isExchanged(a: string, b: string): boolean {
  const [first = 0, second = 0, ...more] = wrongDigits(a, b);
  return more.length === 0 && second === first + 1 && a[first] === b[second] && a[second] === b[first];
}
