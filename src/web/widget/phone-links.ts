export interface TextPart {
  text: string;
  /** Number to dial, where the part is a telephone number. */
  phone?: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Splits a text so that each of `phones` can be a link. A number inside a longer one, or one that is money
 * (「12378元」), is left alone.
 */
export function phoneParts(text: string, phones: string[]): TextPart[] {
  if (phones.length === 0) return [{ text }];
  const longestFirst = [...phones].sort((a, b) => b.length - a.length).map(escaped);
  const pattern = new RegExp(`(?<!\\d[.,]?|[\\-¥￥$])(${longestFirst.join('|')})(?![\\d\\-]|[.,]\\d|\\s*[元块万])`, 'g');
  const parts = text
    .split(pattern)
    .map((part, index): TextPart => (index % 2 ? { text: part, phone: part.replace(/[^\d+]/g, '') } : { text: part }));
  return parts.filter(part => part.text !== '');
}
