import * as en from '../../language/en/money.ts';
import { COUNTED } from '../../language/zh-CN/numerals.ts';
import * as zh from '../../language/zh-CN/money.ts';

const NAMES = [...en.CURRENCIES, ...zh.CURRENCIES];
const AFTER = NAMES.map(([currency, words]): [string, RegExp] => [
  currency,
  new RegExp(` ?(?:${words})(?![a-z])`, 'y'),
]);
const BEFORE = NAMES.filter(([, words]) => !words.startsWith('元')).map(
  ([currency, words]): [string, RegExp] => [currency, new RegExp(`(?:^|[^a-z$])(${words})[:： ]?-?$`)],
);
const BEFORE_YUAN = /(?:(?<!\d ?)人民币|¥) ?-?$/;

export interface Unit {
  currency: string;
  /** Where the unit and the number meet no more: the far edge of the unit. */
  edge: number;
  /** The unit is 块, after which a bare digit counts tenths. */
  colloquial: boolean;
  /** Fen of one: 100, or 10 after 毛, or 1 after 分. */
  fen: number;
}

/** The character after, or before, an offset, past one space. */
function next(text: string, at: number): string {
  return text.charAt(at) === ' ' ? text.charAt(at + 1) : text.charAt(at);
}

function last(text: string, at: number): string {
  return text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1);
}

/** The unit of account that begins at `at`. */
export function unitAfter(text: string, at: number): Unit | null {
  if (!/[a-z毛角分元圆块人港美日英台新韩澳加坡泰欧刀$¥€£₩฿]/.test(next(text, at))) return null;
  const change = / ?(?:(毛|角)(?![色度落膜质病孩衣笔片大星形梯楼线])|分(?=钱))钱?/y;
  change.lastIndex = at;
  const coin = change.exec(text);
  if (coin) return { currency: 'CNY', edge: change.lastIndex, colloquial: true, fen: coin[1] ? 10 : 1 };
  for (const [currency, pattern] of AFTER) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { currency, edge: pattern.lastIndex, colloquial: match[0].trim() === '块', fen: 100 };
  }
  return null;
}

/** The unit of account that ends at `at`, in front of a number. */
export function unitBefore(text: string, at: number): Unit | null {
  if (!/[a-z币金元刀圆镑铢$¥€£₩฿:：-]/.test(last(text, at))) return null;
  const before = text.slice(Math.max(0, at - 20), at);
  for (const [currency, pattern] of BEFORE) {
    const match = pattern.exec(before);
    const words = match?.[1];
    if (words)
      return { currency, edge: at - before.length + before.lastIndexOf(words), colloquial: false, fen: 100 };
  }
  const yuan = BEFORE_YUAN.exec(before);
  return yuan ? { currency: 'CNY', edge: at - yuan[0].length, colloquial: false, fen: 100 } : null;
}

const HAN = '零一二三四五六七八九';
const CHANGE =
  /(?<zero>零)?(?:(?<tenths>[\d一二两三四五六七八九])[毛角](?:(?<hundredths>[\d一二三四五六七八九])分?)?|(?<fen>\d{1,2}|[一二三四五六七八九])分(?!\d|钟)|(?<bare>\d{1,2}|[一二三四五六七八九]{1,2}))/y;

const CENTS = /(?: ?(?:又|零|and))? ?(\d{1,2}|[一二三四五六七八九]) ?(?:美分|欧分|仙|cents?\b)/y;

/** 9 in 1299块9 and 五毛 in 三元五毛. `fen` has more than one where the words leave it open. */
export function changeAfter(text: string, unit: Unit): { fen: number[]; end: number } | null {
  if (unit.currency !== 'CNY') {
    CENTS.lastIndex = unit.edge;
    const cents = CENTS.exec(text)?.[1];
    if (cents === undefined) return null;
    return { fen: [/\d/.test(cents) ? Number(cents) : valueOf(cents)], end: CENTS.lastIndex };
  }
  CHANGE.lastIndex = unit.edge;
  const match = CHANGE.exec(text);
  if (!match?.groups) return null;
  const end = CHANGE.lastIndex;
  const { zero, tenths, hundredths, fen, bare } = match.groups;
  if (unit.fen === 10) {
    const digit = bare ?? fen;
    return digit?.length === 1 && !continues(text, end) ? { fen: [valueOf(digit)], end } : null;
  }
  if (tenths !== undefined)
    return { fen: [valueOf(tenths) * 10 + (hundredths ? valueOf(hundredths) : 0)], end };
  if (fen !== undefined) return { fen: [Number.isNaN(Number(fen)) ? valueOf(fen) : Number(fen)], end };
  if (bare === undefined || !unit.colloquial || continues(text, end)) return null;
  if (zero !== undefined) return bare.length === 1 ? { fen: [valueOf(bare)], end } : null;
  if (/^\d{2}$/.test(bare)) return { fen: [Number(bare)], end };
  const [first = '', second] = bare;
  const base = valueOf(first) * 10;
  return { fen: second === undefined ? [base] : [base + valueOf(second), base], end };
}

function continues(text: string, end: number): boolean {
  const next = text.slice(end, end + 2);
  return COUNTED.test(next) || /^[\d十百千万亿点wk元块][^包]?/.test(next) || /^,\d/.test(next);
}

function valueOf(digit: string): number {
  return digit === '两' ? 2 : /\d/.test(digit) ? Number(digit) : HAN.indexOf(digit);
}

export type Bound = 'about' | 'at-most' | 'at-least';

const AFTERWORDS: [Bound, RegExp][] = [
  ['about', zh.ABOUT_AFTER],
  ['at-most', zh.AT_MOST_AFTER],
  ['at-least', zh.AT_LEAST_AFTER],
  ['about', en.ABOUT_AFTER],
  ['at-least', en.AT_LEAST_AFTER],
  ['at-most', en.AT_MOST_AFTER],
];
const FOREWORDS: [Bound, RegExp][] = [
  ['at-most', zh.AT_MOST],
  ['at-least', zh.AT_LEAST],
  ['about', zh.ABOUT],
  ['at-most', en.AT_MOST],
  ['at-least', en.AT_LEAST],
  ['about', en.ABOUT],
];

/** 左右, 以上, or so: how the amount that ends at `at` is limited, and where those words end. */
export function boundAfter(text: string, at: number): { bound: Bound; edge: number } | null {
  if (!/[左上出的样差大以往打起不封之+oagmu-]/.test(next(text, at))) return null;
  for (const [bound, pattern] of AFTERWORDS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { bound, edge: pattern.lastIndex };
  }
  return null;
}

/** 大概, 至少, less than: the same in front of it. */
export function boundBefore(text: string, at: number): { bound: Bound; edge: number } | null {
  if (!/[a-z.概约致多近快计能有是在要给退还到足过于高大小低码少止超~≈]/.test(last(text, at))) return null;
  const before = text.slice(Math.max(0, at - 24), at);
  for (const [bound, pattern] of FOREWORDS) {
    const match = pattern.exec(before);
    if (match) return { bound, edge: at - match[0].length };
  }
  return null;
}
