/**
 * A short piece of a word as one number: one unit, two units, or three or four of letters and digits, whose pairs alone
 * would tell hardly anything of a number.
 */
export type Gram = number;

const KIND = 2 ** 32;
const isAscii = (unit: number): boolean => unit < 0x80;

const one = (a: number): Gram => KIND + a;
const two = (a: number, b: number): Gram => 2 * KIND + a * 0x10000 + b;

/** Of `length` units that are all ASCII. */
function several(text: string, at: number, length: 3 | 4): Gram {
  let value = 0;
  for (let next = at; next < at + length; next++) value = value * 0x80 + text.charCodeAt(next);
  return length * KIND + value;
}

/** Units of ASCII from an offset on, up to four. */
function asciiFrom(text: string, at: number): number {
  let length = 0;
  while (length < 4 && at + length < text.length && isAscii(text.charCodeAt(at + length))) length++;
  return length;
}

/** Adds all pieces of words, with a space between two, by which any part of them can be sought. */
export function addGrams(words: string, to: Set<Gram>): void {
  for (const word of words.split(' '))
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      to.add(one(unit));
      if (at + 1 < word.length) to.add(two(unit, word.charCodeAt(at + 1)));
      const ascii = asciiFrom(word, at);
      if (ascii >= 3) to.add(several(word, at, 3));
      if (ascii >= 4) to.add(several(word, at, 4));
    }
}

/** Pieces that every word has of which this is a part: the longest there are, for they tell most. */
export function gramsOf(part: string): Gram[] {
  if (part.length === 1) return [one(part.charCodeAt(0))];
  const grams = new Set<Gram>();
  for (let at = 0; at + 1 < part.length; at++) {
    const [unit, next] = [part.charCodeAt(at), part.charCodeAt(at + 1)];
    const ascii = asciiFrom(part, at);
    if (ascii === 4) grams.add(several(part, at, 4));
    else if (ascii === 3) grams.add(several(part, at, 3));
    else grams.add(two(unit, next));
  }
  return [...grams];
}
