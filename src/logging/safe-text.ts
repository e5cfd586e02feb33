const MASK = '…';
/** Characters; no message worth reading is longer. */
const LONGEST = 500;

/**
 * What could be somebody's words, name, number or token in the message of an error, which is written by libraries too:
 * whatever stands in quotes, is not plain ASCII, or is long. A message says what went wrong in short plain words.
 */
const TELLING = [
  /"(?:[^"\\]|\\.)*"?|'[^']*'?|`[^`]*`?/g,
  /[^\x20-\x7e\n]+/g,
  /\S+@\S+/g,
  /\+?\d[\d -]{4,}\d|\d{5,}/g,
  /[A-Za-z0-9_+/=.-]*(?=[A-Za-z0-9_+/=-]*\d)[A-Za-z0-9_+/=-]{16,}/g,
  /[A-Za-z0-9_+/=-]{32,}/g,
];

/** The text, cut short, with everything masked that could tell of a person. */
export function safeText(text: string): string {
  return TELLING.reduce((safe, pattern) => safe.replace(pattern, MASK), text.slice(0, LONGEST));
}
