export interface TextPart {
  text: string;
  /** Number to dial, where the part is a telephone number. */
  phone?: string;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What before or after it makes it another number, money, or the name of a site (「全国12315平台」). */
const BELONGS_TO_BEFORE = /(\d[.,]?|[-¥￥$])$/;
const BELONGS_TO_AFTER =
  /^([\d-]|[.,]\d|\s*([元块万]|平台|小程序|网站|公众号|app\b|platform|website|mini.?program))/i;

/**
 * Splits a text so that each of `phones` can be a link. A number inside a longer one, or one that is money
 * (「12378元」), is left alone.
 */
export function phoneParts(text: string, phones: string[]): TextPart[] {
  if (phones.length === 0) return [{ text }];
  const longestFirst = [...phones].sort((a, b) => b.length - a.length).map(escaped);
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(new RegExp(longestFirst.join('|'), 'g'))) {
    const [found] = match;
    const end = match.index + found.length;
    if (BELONGS_TO_BEFORE.test(text.slice(0, match.index)) || BELONGS_TO_AFTER.test(text.slice(end)))
      continue;
    parts.push({ text: text.slice(from, match.index) }, { text: found, phone: found.replace(/[^\d+]/g, '') });
    from = end;
  }
  return [...parts, { text: text.slice(from) }].filter(part => part.text !== '');
}
