import * as en from '../../language/en/limits.ts';
import * as zh from '../../language/zh-CN/limits.ts';

/** How words around a number limit it. `closed`: the number itself is meant as well. */
export interface Limit {
  bound: 'about' | 'at-most' | 'at-least' | 'equal';
  closed: boolean;
  /** The far end of the words, in the text. */
  edge: number;
}
type Sense = Omit<Limit, 'edge'>;

const sense = (bound: Limit['bound'], closed: boolean): Sense => ({ bound, closed });
/** What each language's file holds: sources of regular expressions. */
type Words = Record<keyof typeof en, string>;

/** Word boundaries of the Latin script only: Chinese has none. */
const LATIN = { before: '\\b', after: '' };
const HAN = { before: '', after: '' };

/** The senses of a language's words in front of a number; a longer phrase stands before the shorter in it. */
function forewords(words: Words, { before }: typeof HAN): [Sense, RegExp][] {
  const phrase = (source: string): RegExp =>
    new RegExp(`${before}(?:${source})${words.BETWEEN_LIMIT_AND_NUMBER} ?$`);
  const { MORE, LESS, NOT, OR_EQUAL } = words;
  return [
    [sense('at-least', true), phrase(`${NOT}(?:${LESS})|(?:${MORE})${OR_EQUAL}|${words.AT_LEAST}`)],
    [sense('at-most', true), phrase(`${NOT}(?:${MORE})|(?:${LESS})${OR_EQUAL}|${words.AT_MOST}`)],
    [sense('at-least', false), phrase(`${MORE}|${words.AT_LEAST_OPEN}`)],
    [sense('at-most', false), phrase(`${LESS}|${words.AT_MOST_OPEN}`)],
    [sense('about', true), phrase(words.ABOUT)],
  ];
}

function afterwords(words: Words): [Sense, RegExp][] {
  const phrase = (source: string): RegExp => new RegExp(` ?(?:${source})`, 'y');
  return [
    [sense('about', true), phrase(words.ABOUT_AFTER)],
    [sense('at-most', true), phrase(words.AT_MOST_AFTER)],
    [sense('at-least', true), phrase(words.AT_LEAST_AFTER)],
  ];
}

const FOREWORDS = [...forewords(zh, HAN), ...forewords(en, LATIN)];
const EQUAL = new RegExp(`(?:${zh.EQUAL}|\\b(?:${en.EQUAL})) ?$`);
/** What limits stands in one of these words; between it and the number may be many others. */
const ANY_FOREWORD = new RegExp(
  [zh, en]
    .flatMap(({ MORE, LESS, AT_LEAST, AT_LEAST_OPEN, AT_MOST, AT_MOST_OPEN, ABOUT }: Words) => [
      ...[MORE, LESS, AT_LEAST, AT_LEAST_OPEN, AT_MOST, AT_MOST_OPEN, ABOUT],
    ])
    .join('|'),
);
const AFTERWORDS = [...afterwords(zh), ...afterwords(en)];
/** The last characters of all forewords, and the first of all afterwords. */
const MAY_END =
  /[a-z.约概致抵莫多近快计能有是在要给退还得赔付收扣补交花充罚他我你您们偿该到足满过出于大逾下死说何么量也都就小低高码少止只下超了~≈<>=≥≤]/;
const MAY_BEGIN = /[~都左上出冒挂的样差大以之往开打起不有或封+oagmru-]/;

/** 大概, 至少, less than: what limits the number that begins at `at`. */
export function limitBefore(text: string, at: number): Limit | null {
  if (!MAY_END.test(text.charAt(at - 1) === ' ' ? text.charAt(at - 2) : text.charAt(at - 1))) return null;
  const before = text.slice(Math.max(0, at - 24), at);
  if (!ANY_FOREWORD.test(before)) return null;
  for (const [{ bound, closed }, pattern] of FOREWORDS) {
    const match = pattern.exec(before);
    if (match) return { bound, closed, edge: at - match[0].length };
  }
  return null;
}

/** 左右, 以上, or so: what limits the number that ends at `at`. */
export function limitAfter(text: string, at: number): Limit | null {
  if (!MAY_BEGIN.test(text.charAt(at) === ' ' ? text.charAt(at + 1) : text.charAt(at))) return null;
  for (const [{ bound, closed }, pattern] of AFTERWORDS) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { bound, closed, edge: pattern.lastIndex };
  }
  return null;
}

/** 等于1535: a number that is meant to the digit. */
export function equalBefore(text: string, at: number): Limit | null {
  const match = EQUAL.exec(text.slice(Math.max(0, at - 10), at));
  return match && { bound: 'equal', closed: true, edge: at - match[0].length };
}

export interface Limits {
  about: boolean;
  atLeast: boolean;
  atMost: boolean;
  start: number;
  end: number;
}

/** The words of limit around what stands from `start` to `end`, up to two before it (至少大概), and where they reach. */
export function limitsAround(text: string, start: number, end: number): Limits {
  const after = limitAfter(text, end);
  const found = after ? [after] : [];
  let edge = start;
  for (let round = 0; round < 2; round++) {
    const before = limitBefore(text, edge);
    if (!before) break;
    found.push(before);
    edge = before.edge;
  }
  const is = (bound: Limit['bound']): boolean => found.some(limit => limit.bound === bound);
  return {
    about: is('about'),
    atLeast: is('at-least'),
    atMost: is('at-most'),
    start: edge,
    end: after?.edge ?? end,
  };
}

/** Bounds with the ends opened that the words leave open. */
export function limited(
  lo: number,
  hi: number,
  { atLeast, atMost }: Limits,
): { lo: number | null; hi: number | null } {
  if (atMost) return { lo: null, hi };
  return atLeast ? { lo, hi: null } : { lo, hi };
}
