/**
 * The words in which one of a claim's patterns sees the claim; undefined where none does.
 * @param shown a text as a person reads it, normalised
 */
export const claimIn = (shown: string, patterns: readonly RegExp[]): string | undefined =>
  patterns.map(pattern => pattern.exec(shown)?.[0]).find(words => words);
