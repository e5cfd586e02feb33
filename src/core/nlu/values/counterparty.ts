import type { CounterpartyValue } from '../../knowledge/value.ts';
import * as english from '../../language/en/names.ts';
import * as chinese from '../../language/zh-CN/names.ts';
import { markedNames } from './marked-names.ts';
import { isNobody, namesByEnding } from './names-by-ending.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

type Found = Recognised<CounterpartyValue>;

const QUOTED = /[「『《【"]([^「」『』《》【】"\n]{2,30})[」』》】"]/g;
const QUOTE = /[「『《【"]/;
/** Quotes hold a name where a word beside them says so; else they hold a quotation. */
const BEFORE_QUOTED =
  /(?:叫做?|名为|名叫|店名|商家|卖家|店铺?|公司|机构|平台|called|named|shop|store|seller|company)(?:是|叫|为|:|：|\s){0,2}$/;
const AFTER_QUOTED = /^ ?的?(?:这家|这个|那家)?(?:旗舰店|店|公司|商家|卖家|平台|机构|健身房|直播间)/;

const ENGLISH_CALLED =
  /(?:shop|store|seller|merchant|company|gym|lender|bank|hotel|restaurant|school|institution|agency|clinic)(?: is| was)? (?:called|named) ([a-z0-9&'.\- ]{2,40}?)(?= (?:and|but|which|that|who|on|at|in|for|because|sold|did|does|has|is|was|took|refused|will|won't)\b|[^a-z0-9&'.\- ]|\.?\s*$)/g;

/**
 * Finds names of sellers, companies, lenders and people where the sentence marks them: by what the name ends with, by
 * quotes, by 叫 and `called`, by who is named (收款人是张三). The whole message where a name was asked and it is short and no sentence.
 */
export const counterparty: Recogniser<CounterpartyValue> = (text, { asked }, raw = text) => {
  const found: Found[] = [];
  const taken = new Set<number>();
  const add = (start: number, name: string, rule: string): void => {
    const trimmed = name.trim();
    const from = start + name.indexOf(trimmed);
    const end = from + trimmed.length;
    const places = Array.from({ length: trimmed.length }, (_, place) => from + place);
    if (trimmed.length < 2 || places.some(place => taken.has(place))) return;
    for (const place of places) taken.add(place);
    const candidates: CounterpartyValue[] = [{ kind: 'counterparty', name: trimmed }];
    found.push({
      kind: 'counterparty',
      start: from,
      end,
      words: trimmed,
      rule,
      certainty: 'stated',
      candidates,
    });
  };
  const whole = asked?.kind === 'counterparty' ? wholeName(text) : null;
  if (whole) {
    add(whole.start, whole.name, 'asked');
    return found;
  }
  const isLatin = /[a-z]/.test(text);
  for (const match of QUOTE.test(text) ? text.matchAll(QUOTED) : []) {
    const name = match[1] ?? '';
    const end = match.index + match[0].length;
    const marked = BEFORE_QUOTED.test(text.slice(Math.max(0, match.index - 12), match.index));
    if (marked || AFTER_QUOTED.test(text.slice(end, end + 8))) add(match.index + 1, name, 'quoted');
  }
  for (const match of isLatin ? text.matchAll(ENGLISH_CALLED) : []) {
    const [whole, name = ''] = match;
    if (!english.IN_SENTENCES.test(name)) add(match.index + whole.length - name.length, name, 'called');
  }
  for (const { start, name, rule } of markedNames(text, raw)) add(start, name, rule);
  for (const [start, name] of namesByEnding(text)) add(start, name, 'ending');
  return found.sort((a, b) => a.start - b.start);
};

/** The name in a message that is nothing but a name. */
function wholeName(text: string): { start: number; name: string } | null {
  const lead = (chinese.LEAD_IN.exec(text.trimStart()) ?? english.LEAD_IN.exec(text.trimStart()))?.[0] ?? '';
  const start = text.length - text.trimStart().length + lead.length;
  const name = text.slice(start).replace(chinese.LEAD_OUT, '').replace(english.LEAD_OUT, '');
  const isHan = /\p{Script=Han}/u.test(name);
  if (name.length < 2 || !/[\p{L}]/u.test(name) || /[,，。;；?？!！\n:：]/.test(name)) return null;
  if (
    isHan
      ? name.length > 20 || chinese.IN_SENTENCES.test(name)
      : name.split(' ').length > 6 || name.length > 50
  )
    return null;
  return english.IN_SENTENCES.test(name) || isNobody(name) ? null : { start, name };
}
