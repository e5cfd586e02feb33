const MARKS = /[^\p{L}\p{N}]+/gu;
const CLAUSE_END = /[，。！？；,!?;\n]|(?<!\.)\.\s/;

/**
 * A normalised text without its marks, so that 不 想 活 了, 自.杀 and don't are found as what they say: words of Latin
 * letters one blank apart, nothing between Chinese characters, and a line break where a clause ends.
 */
export function plainText(normalized: string): string {
  return normalized.replace(MARKS, (marks: string, at: number) => {
    if (CLAUSE_END.test(marks)) return '\n';
    const parts = isLatin(normalized.charCodeAt(at - 1)) && isLatin(normalized.charCodeAt(at + marks.length));
    return parts && marks !== "'" ? ' ' : '';
  });
}

const isLatin = (unit: number): boolean => (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
