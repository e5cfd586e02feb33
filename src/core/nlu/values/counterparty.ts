import type { CounterpartyValue } from '../../knowledge/value.ts';
import * as english from '../../language/en/names.ts';
import * as chinese from '../../language/zh-CN/names.ts';
import { markedNames } from './marked-names.ts';
import type { Recognised, Recogniser } from './recogniser.ts';

type Found = Recognised<CounterpartyValue>;

const QUOTED = /[「『《【"]([^「」『』《》【】"\n]{2,30})[」』》】"]/g;
/** Quotes hold a name where a word beside them says so; else they hold a quotation. */
const BEFORE_QUOTED =
  /(?:叫做?|名为|名叫|店名|商家|卖家|店铺?|公司|机构|平台|called|named|shop|store|seller|company)(?:是|叫|为|:|：|\s){0,2}$/;
const AFTER_QUOTED = /^ ?的?(?:这家|这个|那家)?(?:旗舰店|店|公司|商家|卖家|平台|机构|健身房|直播间)/;

const LONGEST_NAME = 24;
const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replaceAll('.', '\\.'))
    .join('|');

const ENDING = longestFirst(chinese.ENDINGS);
/** Endings by their last character, so that most places of a text are passed by at once. */
const BY_LAST = Map.groupBy(
  [...chinese.ENDINGS].sort((a, b) => b.length - a.length),
  ending => ending.charCodeAt(ending.length - 1),
);
/** 消费金融有限公司 and 基金管理有限公司 end more than once; a branch belongs to its bank, and one in brackets to its chain. */
const GOES_ON = new RegExp(
  `(?:(?:${longestFirst(chinese.BETWEEN_ENDINGS)}){0,3}(?:${ENDING}))*(?:[^\\s，。,.;；!！?？没有的在不给跟和说]{1,8}?(?:分行|支行|营业部))?(?:\\([^()\\s]{1,16}店\\))?`,
  'y',
);
const CHINESE_OPENING = new RegExp(longestFirst(chinese.OPENINGS), 'g');
const CHINESE_PLATFORM = new RegExp(
  `^(?:${longestFirst(chinese.PLATFORMS)})(?:上|里|平台|小程序|app)?(?:的|一家)?(?=.)`,
);
const NOT_IN_NAMES = /[^\p{Script=Han}a-z0-9&·.\-_'()]/u;

const ENGLISH_END = longestFirst(english.ENDINGS);
const ENGLISH_ENDING = new RegExp(
  `(?<=[a-z0-9] )(?:${ENGLISH_END})(?: (?:${ENGLISH_END}))*(?![a-z0-9])`,
  'g',
);
const ENGLISH_OPENING = new RegExp(`(?<![a-z0-9])(?:${longestFirst(english.OPENINGS)}) `, 'g');
const ENGLISH_CALLED =
  /(?:shop|store|seller|merchant|company|gym|lender|bank|hotel|restaurant|school|institution|agency|clinic)(?: is| was)? (?:called|named) ([a-z0-9&'.\- ]{2,40}?)(?= (?:and|but|which|that|who|on|at|in|for|because|sold|did|does|has|is|was|took|refused|will|won't)\b|[^a-z0-9&'.\- ]|\.?\s*$)/g;

/**
 * Finds names of sellers, companies and lenders where the sentence marks them: by what the name ends with, by quotes,
 * by 叫 and `called`. The whole message where a name was asked and it is short and no sentence.
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
  for (const match of text.matchAll(QUOTED)) {
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
  for (const [start, name] of chineseNames(text)) add(start, name, 'ending');
  for (const [start, name] of isLatin ? englishNames(text) : []) add(start, name, 'ending');
  return found.sort((a, b) => a.start - b.start);
};

/** Where a name may end: from the first character of its first ending to the last of its last. */
function* endingsIn(text: string): Generator<[start: number, end: number]> {
  for (let at = 0; at < text.length; at++) {
    const ending = BY_LAST.get(text.charCodeAt(at))?.find(word =>
      text.startsWith(word, at + 1 - word.length),
    );
    if (ending === undefined) continue;
    GOES_ON.lastIndex = at + 1;
    const end = at + 1 + (GOES_ON.exec(text)?.[0].length ?? 0);
    yield [at + 1 - ending.length, end];
    at = end - 1;
  }
}

function* chineseNames(text: string): Generator<[start: number, name: string]> {
  let from = 0;
  for (const [first, end] of endingsIn(text)) {
    if (chinese.NOT_AFTER_ENDING.test(text.slice(end - 2, end + 2))) continue;
    let base = first;
    while (base > Math.max(from, end - LONGEST_NAME) && !NOT_IN_NAMES.test(text.charAt(base - 1))) base--;
    let start = base;
    for (const opening of text.slice(base, first).matchAll(CHINESE_OPENING))
      start = base + opening.index + opening[0].length;
    start += CHINESE_PLATFORM.exec(text.slice(start, first))?.[0].length ?? 0;
    from = end;
    const name = closed(text.slice(start, text.charAt(end) === ')' ? end + 1 : end));
    if (!isNobody(name)) yield [start, name];
  }
}

/** Keeps a bracket at the end only where the name opens it: 麦当劳(南大街店). */
const closed = (name: string): string =>
  name.endsWith(')') && !name.includes('(') ? name.slice(0, -1) : name;

const ANY_ENDING = new RegExp(`^(.*?)(?:${ENDING})$`);

/** 一家网店, 快递公司, 淘宝店: kinds of business, not names. */
function isNobody(name: string): boolean {
  const stem = ANY_ENDING.exec(
    name.replace(/^(?:就是)?(?:一家|这家|那家|某家|有家|一个|这个|那个)/, ''),
  )?.[1];
  if (stem === undefined) return false;
  const isShopOn = name === `${stem}店` && chinese.PLATFORMS.includes(stem);
  return isShopOn || chinese.NOBODY.test(stem) || /^[\d.]+$/.test(stem);
}

function* englishNames(text: string): Generator<[start: number, name: string]> {
  for (const match of text.matchAll(ENGLISH_ENDING)) {
    const base = Math.max(0, match.index - 40);
    const before = text.slice(base, match.index);
    const clause = /[^a-z0-9&'.\- ](?=[^,;!?]*$)/.exec(before);
    let start = clause ? clause.index + 1 : 0;
    for (const opening of before.matchAll(ENGLISH_OPENING))
      start = Math.max(start, opening.index + opening[0].length);
    const stem = before.slice(start).trim();
    if (english.NOBODY.test(stem) || stem.split(' ').length > 4 || english.IN_SENTENCES.test(stem)) continue;
    yield [base + start, text.slice(base + start, match.index + match[0].length)];
  }
}

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
