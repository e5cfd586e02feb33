/** Where "one" is a pronoun and counts nothing: no one, one another, which one. */
export const PRONOUN =
  /\b(?:any|every|no|some|each|which|this|that|another|the (?:first|last|other|only)) one\b|\bone (?:another|by one|of (?:them|these|those|us|you|the|my))\b/;
