import * as en from '../../language/en/money.ts';
import * as zh from '../../language/zh-CN/money.ts';

/** Words of Latin letters end where the letters end; Chinese ones anywhere: 300块rmb. */
const LATIN = /^[^\u4e00-\u9fff]*$/;
const TABLE = [...en.CURRENCIES, ...zh.CURRENCIES];
const CODES = TABLE.map(([currency]) => currency);
/** One group for each row of the table, so that the row is known by the group that matched. */
const groups = (words: (row: (typeof TABLE)[number]) => string): string =>
  TABLE.map(row => {
    const source = words(row);
    return LATIN.test(source) ? `((?:${source})(?![a-z]))` : `(${source})`;
  }).join('|');
const NEVER = '(?!)';
const AFTER = new RegExp(` ?(?:${groups(([, words]) => words)})`, 'y');
const CENTS = new RegExp(` ?(?:${groups(([, , cents = NEVER]) => cents)})`, 'y');
const HUNDREDTH_OR_WHOLE: [RegExp, fen: number][] = [
  [CENTS, 1],
  [AFTER, 100],
];
/** 元 stands behind its amount only: 3元5 is no 元 before a 5. */
const BEFORE = new RegExp(
  `(?:^|[^a-z$])(?:${groups(([, words]) => (words.startsWith('[元块]') ? NEVER : words))})[:： ]{0,2}-?$`,
);
const BEFORE_YUAN = /(?:(?<!\d ?)人民币|¥) {0,2}-?$/;

function currencyOf(match: RegExpExecArray): string {
  return CODES[match.slice(1).findIndex(group => group !== undefined)] ?? 'CNY';
}

export interface Unit {
  currency: string;
  /** Where the unit and the number meet no more: the far edge of the unit. */
  edge: number;
  /** The unit is 块, after which a bare digit counts tenths. */
  colloquial: boolean;
  /** Fen of one: 100, or 10 after 毛, or 1 after 分. */
  fen: number;
}

const COIN = / ?(?:(毛|角)(?![色度落膜质病孩衣笔片大星形梯楼线])|分(?=钱))钱?/y;
const MAY_BEGIN = new Set(
  '毛角分大元圆园员块快人港美日英台新韩澳加坡泰欧刀円镑马令林俄卢越印菲比瑞法纽个仙便戈生萨派銭$¥€£₩฿₽₫₱₹₿abcdefghijklmnopqrstuvwxyz',
);

const MAY_END = new Set('abcdefghijklmnopqrstuvwxyz币金元刀圆镑铢$¥€£₩฿₽₫₱₹₿郎布索比盾吉特:：-');

/** The character after an offset past one blank, and the one before it past two. */
const next = (text: string, at: number): string => text.charAt(text.charAt(at) === ' ' ? at + 1 : at);
function last(text: string, at: number): string {
  let before = at - 1;
  while (text.charAt(before) === ' ' && at - before < 3) before--;
  return text.charAt(before);
}

/** The unit of account that begins at `at`. */
export function unitAfter(text: string, at: number): Unit | null {
  if (!MAY_BEGIN.has(next(text, at))) return null;
  COIN.lastIndex = at;
  const coin = COIN.exec(text);
  if (coin) return { currency: 'CNY', edge: COIN.lastIndex, colloquial: true, fen: coin[1] ? 10 : 1 };
  for (const [pattern, fen] of HUNDREDTH_OR_WHOLE) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const colloquial = match[0].trim() === '块';
    return { currency: currencyOf(match), edge: pattern.lastIndex, colloquial, fen };
  }
  return null;
}

/** The unit of account that ends at `at`, in front of a number. */
export function unitBefore(text: string, at: number): Unit | null {
  if (!MAY_END.has(last(text, at))) return null;
  const before = text.slice(Math.max(0, at - 20), at);
  const match = BEFORE.exec(before);
  if (match) {
    const words = match.slice(1).find(group => group !== undefined) ?? '';
    const edge = at - before.length + before.lastIndexOf(words);
    return { currency: currencyOf(match), edge, colloquial: false, fen: 100 };
  }
  const yuan = BEFORE_YUAN.exec(before);
  return yuan ? { currency: 'CNY', edge: at - yuan[0].length, colloquial: false, fen: 100 } : null;
}
