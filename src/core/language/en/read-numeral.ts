import { type Exact, ONE, whole } from '../exact.ts';
import type { Numeral } from '../numeral.ts';
import { ARTICLES, DIGITS, SECTIONS, TENS, UNITS } from './numerals.ts';

const WORD = /(?:[ -]|\band )?([a-z]+)(?![a-z0-9])/y;

/** The word at `at`, with what joins it to the numeral before: a blank, a hyphen, `and`. */
function wordAt(text: string, at: number, isFirst: boolean): { word: string; end: number } | null {
  if (isFirst && /[a-z0-9_]/.test(text.charAt(at - 1))) return null;
  const joined = isFirst ? null : /^ and (?=[a-z])/.exec(text.slice(at, at + 6));
  WORD.lastIndex = at + (joined ? joined[0].length : 0);
  const match = WORD.exec(text);
  if (!match?.[1] || match[1].length > 10) return null;
  return { word: match[1], end: match.index + match[0].length };
}

/** Reads an English numeral in words that begins at `at`: three hundred and five, a thousand. Null where none does. */
export function readNumeral(text: string, at: number): Numeral | null {
  if (!/[a-z]/.test(text.charAt(at))) return null;
  let total: Exact = 0n;
  let section: Exact = 0n;
  let part: Exact | null = null;
  let end = at;
  let scaled = false;
  let factor: Exact | null = null;
  for (let next = wordAt(text, at, true); next; next = wordAt(text, end, false)) {
    const { word } = next;
    const isArticle = end === at && ARTICLES.includes(word);
    if (isArticle) part = 1n;
    else if (word in DIGITS && (part === null || (part >= 20n && part % 10n === 0n && (DIGITS[word] ?? 10) < 10))) {
      part = (part ?? 0n) + BigInt(DIGITS[word] ?? 0);
    } else if (word in TENS && part === null) part = BigInt(TENS[word] ?? 0);
    else if (word in UNITS && part !== null) {
      section += part * 10n ** BigInt(UNITS[word] ?? 0);
      [part, scaled] = [null, true];
    } else if (word in SECTIONS && (part !== null || section > 0n)) {
      total += (section + (part ?? 0n)) * 10n ** BigInt(SECTIONS[word] ?? 0);
      [section, part, scaled] = [0n, null, true];
    } else break;
    factor = word in SECTIONS || word in UNITS ? ONE * 10n ** BigInt(SECTIONS[word] ?? UNITS[word] ?? 0) : null;
    end = next.end;
  }
  const isArticleAlone = ARTICLES.includes(text.slice(at, end));
  if (end === at || isArticleAlone) return null;
  const value = whole(total + section + (part ?? 0n));
  return { start: at, end, readings: [{ lo: value, hi: value }], vague: false, digits: null, scaled, factor };
}
