const BEFORE = /\b(?:any|every|no|some|each|which|this|that|another|the (?:first|last|other|only)) $/;
const AFTER = /^one (?:another|by one|of (?:them|these|those|us|you|the|my))\b/;

/** Whether the "one" at `at` is a pronoun and counts nothing: no one, one of them. */
export function isPronoun(text: string, at: number): boolean {
  return AFTER.test(text.slice(at, at + 16)) || BEFORE.test(text.slice(Math.max(0, at - 12), at));
}
