/** What only tells whom a picture shows (🤷‍♀️), and colours of skin, are left out. */
const MEANT = /(?![♀♂])\p{Extended_Pictographic}|[✓✗✘]/gu;

/** What a message says: its words, or where it has none, its pictures. 👌🏿 and 👌 say the same. */
export const wordsOrSigns = (words: string, normalized: string): string =>
  /[\p{L}\p{N}]/u.test(words) ? words : (normalized.match(MEANT)?.join('') ?? '');
