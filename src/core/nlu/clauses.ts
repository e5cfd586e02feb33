import { characterClass } from '../language/character-class.ts';
import type { Span } from './span.ts';

/** A stretch between punctuation marks. */
export type Clause = Span;

const isBreak = characterClass(/[，。！？；、,.!?;:：\n…~～]/u);
const isDigit = characterClass(/[0-9]/u);
const isHan = characterClass(/\p{Script=Han}/u);

/** The stretches of a text between its punctuation marks. A mark between two digits (1,299.00) does not break. */
export function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !breaks(text, at)) continue;
    if (text.slice(start, at).trim() !== '') clauses.push({ start, end: at });
    start = at + 1;
  }
  return clauses;
}

const breaks = (text: string, at: number): boolean =>
  isBreak(text, at) && !(isDigit(text, at - 1) && isDigit(text, at + 1));

/**
 * The clause in which the offset lies, the mark that ends it included.
 * @param clauses by start, none overlapping another
 */
export function clauseHolding(clauses: readonly Clause[], offset: number): Clause | undefined {
  let [low, high] = [0, clauses.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  const clause = clauses[low - 1];
  return clause && offset <= clause.end ? clause : undefined;
}

/** The clause in which the offset lies, or the whole text. */
export function clauseAt(clauses: readonly Clause[], offset: number, text: string): Clause {
  return clauseHolding(clauses, offset) ?? { start: 0, end: text.length };
}

/**
 * Whether a clause says little beside the words between two offsets: at most `slack` units. People pause with a blank
 * as with a comma (别糊弄我 给我找个真人), so what lies behind such a pause is not counted.
 */
export function saysLittleElse(
  text: string,
  clause: Clause,
  { start, end, slack }: { start: number; end: number; slack: number },
): boolean {
  const before = wordsBeside(text, { at: start - 1, step: -1, limit: clause.start - 1, most: slack });
  return before + wordsBeside(text, { at: end, step: 1, limit: clause.end, most: slack }) <= slack;
}

/** How many units up to the last word before a pause or the limit; counts only so far that it is more than `most`. */
function wordsBeside(
  text: string,
  { at, step, limit, most }: { at: number; step: 1 | -1; limit: number; most: number },
): number {
  let words = 0;
  for (let units = 1; (limit - at) * step > 0 && words <= most; at += step, units++) {
    if (text.charAt(at) !== ' ') words = units;
    else if (isHan(text, at - 1) && isHan(text, at + 1)) break;
  }
  return words;
}
