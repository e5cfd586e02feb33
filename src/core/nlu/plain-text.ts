import { characterClass } from '../language/character-class.ts';

const isSpoken = characterClass(/[\p{L}\p{N}]/u);
const CLAUSE_END = /[，。！？；,!?;\n]|(?<!\.)\.\s/;
const ENDS_CLAUSE = new Set('，。！？；,!?;\n');

/**
 * A normalised text without its marks, so that 不 想 活 了, 自.杀 and don't are found as what they say: words of Latin
 * letters one blank apart, nothing between Chinese characters, and a line break where a clause ends.
 */
export function plainText(normalized: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < normalized.length; at++) {
    if (isSpoken(normalized, at)) continue;
    const start = at;
    while (at < normalized.length && !isSpoken(normalized, at)) at++;
    plain += normalized.slice(from, start) + insteadOf(normalized, start, at);
    from = at;
  }
  return from === 0 ? normalized : plain + normalized.slice(from);
}

/** What stands for the run of marks between two offsets. */
function insteadOf(text: string, start: number, end: number): string {
  const marks = text.slice(start, end);
  if (marks.length === 1 ? ENDS_CLAUSE.has(marks) : CLAUSE_END.test(marks)) return '\n';
  const parts = isLatin(text.charCodeAt(start - 1)) && isLatin(text.charCodeAt(end));
  return parts && marks !== "'" ? ' ' : '';
}

const isLatin = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
