import { characterClass } from '../../language/character-class.ts';
import * as english from '../../language/en/names.ts';
import * as chinese from '../../language/zh-CN/names.ts';

const LONGEST_NAME = 24;
const longestFirst = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replaceAll('.', '\\.'))
    .join('|');

const ENDING = longestFirst(chinese.ENDINGS);
/** Endings by their last character. */
const BY_LAST = Map.groupBy(
  [...chinese.ENDINGS].sort((a, b) => b.length - a.length),
  ending => ending.charCodeAt(ending.length - 1),
);
/** Most places of a text are passed by at once. */
const MAY_END = new RegExp(`[${[...BY_LAST.keys()].map(unit => String.fromCharCode(unit)).join('')}]`);
/** 消费金融有限公司 and 基金管理有限公司 end more than once; a branch belongs to its bank, and one in brackets to its chain. */
const GOES_ON = new RegExp(
  `(?:(?:${longestFirst(chinese.BETWEEN_ENDINGS)}){0,3}(?:${ENDING}))*(?:[^\\s，。,.;；!！?？没有的在不给跟和说]{1,8}?(?:分行|支行|营业部))?(?:\\([^()\\s]{1,16}店\\))?`,
  'y',
);
const CHINESE_OPENING = new RegExp(longestFirst(chinese.OPENINGS), 'g');
const CHINESE_PLATFORM = new RegExp(
  `^(?:${longestFirst(chinese.PLATFORMS)})(?:上|里|平台|小程序|app)?(?:的|一家)?(?=.)`,
);
const isInNames = characterClass(/[\p{Script=Han}a-z0-9&·.\-_'()]/u);

const ENGLISH_END = longestFirst(english.ENDINGS);
const ENGLISH_ENDING = new RegExp(
  `(?<=[a-z0-9] )(?:${ENGLISH_END})(?: (?:${ENGLISH_END}))*(?![a-z0-9])`,
  'g',
);
const ENGLISH_OPENING = new RegExp(`(?<![a-z0-9])(?:${longestFirst(english.OPENINGS)}) `, 'g');
/** Names told by what they end with: 某某旗舰店, Harbour Bank. Linear. */
export function* namesByEnding(text: string): Generator<[start: number, name: string]> {
  if (MAY_END.test(text)) yield* chineseNames(text);
  if (/[a-z] /.test(text)) yield* englishNames(text);
}

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
    while (base > Math.max(from, end - LONGEST_NAME) && isInNames(text, base - 1)) base--;
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
export function isNobody(name: string): boolean {
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
