import { characterClass } from '../language/character-class.ts';
import { normalize } from '../language/normalize.ts';

/** A text as it is searched. */
export interface Searchable {
  /** Its words in one form, with a space between two. A word is what no blank and no mark cuts, such as 退款 or 299.50. */
  words: string;
  /** Where each unit of `words` stands in the text. */
  places: number[];
}

const isWordUnit = characterClass(/[\p{L}\p{N}\p{M}]/u);

/** What people write within a number, or leave out: 2026 0315, 261124-38120, 1,299. */
const JOINS = ' -,，';

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/**
 * Traditional characters, full width, capitals and the gaps within numbers make no difference, and marks only part
 * words. Each word of a part of the text is a part of a word of the text, so that whatever is copied out of a text
 * finds it.
 */
export function searchable(text: string): Searchable {
  const plain = normalize(text);
  const places: number[] = [];
  let words = '';
  for (let at = 0; at < plain.length; at++) {
    if (!isKept(plain, at)) continue;
    const last = places.at(-1);
    if (last !== undefined && last !== at - 1 && !isOneNumber(plain, last, at)) {
      words += ' ';
      places.push(last + 1);
    }
    words += plain.charAt(at);
    places.push(at);
  }
  return { words, places };
}

/** A letter, a digit, or the point within a number. */
const isKept = (text: string, at: number): boolean =>
  isWordUnit(text, at) ||
  (text.charCodeAt(at) === 0x2e && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1)));

function isOneNumber(text: string, from: number, to: number): boolean {
  if (!isDigit(text.charCodeAt(from)) || !isDigit(text.charCodeAt(to))) return false;
  for (let at = from + 1; at < to; at++) if (!JOINS.includes(text.charAt(at))) return false;
  return true;
}

/** Words of a query; all of them are sought. Longer queries are cut. */
export const MOST_WORDS = 12;

/**
 * What is sought by a query, each once; nothing where it has no letter and no digit. A blank parts what is sought, also
 * two numbers, for nobody knows whether they are one: of a number written with gaps all pieces are found.
 */
export const wordsSought = (query: string): string[] => [
  ...new Set(
    normalize(query)
      .split(/[ \n]/)
      .flatMap(one => searchable(one).words.split(' '))
      .filter(word => word !== '')
      .slice(0, MOST_WORDS),
  ),
];
