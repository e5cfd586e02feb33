import { type Exact, exact, whole } from '../exact.ts';
import type { Extent } from '../numeral.ts';
import * as data from './numerals.ts';

export type NumeralToken = { end: number } & (
  | { is: 'digits'; values: Extent[]; raw: string; arabic: boolean }
  | { is: 'nought' }
  | { is: 'fraction'; value: Exact }
  | { is: 'unit'; power: number }
  | { is: 'section'; power: number }
  | { is: 'more' }
  | { is: 'about' }
);

const GROUPED = /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d{1,3}(?:[,，]\d{3})+(?!\d)\.\d+/y;
const ARABIC = /\d+(?:\.\d+)?/y;
const FRACTION = /点([零一二三四五六七八九]+|\d+)/y;
const HAS_BIG_UNIT = /^ ?[万亿wk]/;

export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

const span = (lo: number | bigint, hi: number | bigint): Extent => ({ lo: whole(lo), hi: whole(hi) });

/** The next token of the numeral of which `before` is already read; null where it ends. */
export function nextToken(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const last = before.at(-1);
  const character = text.charAt(at);
  const counted = last?.is === 'digits' || last?.is === 'fraction';
  if (character === ' ' || character === '个') return bridged(text, at, before);
  if (character >= '0' && character <= '9') return counted || last?.is === 'more' ? null : arabic(text, at);
  if (character in data.DIGITS) return counted || last?.is === 'more' ? null : chinese(text, at, before);
  if (character in data.TENS) {
    const value = whole(data.TENS[character] ?? 0);
    const unit = data.DIGITS[text.charAt(at + 1)] ?? 0;
    const end = at + (unit > 0 ? 2 : 1);
    const both = value + whole(unit);
    return last ? null : { is: 'digits', values: [{ lo: both, hi: both }], raw: '', arabic: false, end };
  }
  if (character === '点') return fraction(text, at, before);
  if (character in data.UNITS || character in data.SECTIONS) return unit(text, at, before);
  if (data.SOME.includes(character)) return some(text, at, before);
  if (data.MORE.includes(character)) return more(text, at, before);
  if (data.ABOUT.includes(character)) return about(text, at, before);
  return null;
}

/** 「10个w」 and 「3 万」: what stands between a number and its big unit says nothing. */
function bridged(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const last = before.at(-1);
  if (last?.is !== 'digits' && !(last?.is === 'unit' && last.power <= 2) && last?.is !== 'more') return null;
  const gap = /^(?: ?个 ?| )(?=[万亿wk千百])/.exec(text.slice(at, at + 4))?.[0];
  if (!gap || (!HAS_BIG_UNIT.test(text.slice(at + gap.length)) && gap !== ' ')) return null;
  return unit(text, at + gap.length, before);
}

function arabic(text: string, at: number): NumeralToken | null {
  const raw = (matchAt(GROUPED, text, at) ?? matchAt(ARABIC, text, at))?.[0] ?? '';
  const value = raw.length > 60 ? null : exact(raw.replaceAll(/[,，]/g, ''));
  return { is: 'digits', values: value === null ? [] : [{ lo: value, hi: value }], raw, arabic: true, end: at + raw.length };
}

function chinese(text: string, at: number, before: NumeralToken[]): NumeralToken {
  let end = at;
  while (text.charAt(end) in data.DIGITS) end++;
  const run = Array.from(text.slice(at, end), character => data.DIGITS[character] ?? 0);
  if (run[0] === 0 && before.length > 0) return { is: 'nought', end: at + 1 };
  return { is: 'digits', values: runValues(run, text.slice(at, end), text.charAt(end)), raw: text.slice(at, end), arabic: false, end };
}

/** Digits side by side: two that follow each other are a span, others are read out one by one or unclear. */
function runValues(run: number[], raw: string, next: string): Extent[] {
  const [a = 0, b = 0] = run;
  if (run.length > 18) return [];
  const digits = BigInt(run.join(''));
  if (run.length === 1) return [span(a, a)];
  if (run.length > 2) return next in data.UNITS || next in data.SECTIONS ? [] : [span(digits, digits)];
  if (b === a + 1 && a > 0) return [span(a, b)];
  if (raw === data.SPAN_EXCEPTION && (next in data.UNITS || next in data.SECTIONS)) return [span(a, b)];
  if (next in data.UNITS || next in data.SECTIONS) return [];
  return a > 0 && a < b ? [span(a, b), span(digits, digits)] : [span(digits, digits)];
}

function fraction(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const last = before.at(-1)?.is;
  const [match, digits = ''] = matchAt(FRACTION, text, at) ?? [];
  if (!match || (last !== 'digits' && last !== 'unit')) return null;
  if (!matchAt(data.AFTER_FRACTION, text, at + match.length)) return null;
  const written = Array.from(digits, character => data.DIGITS[character] ?? character).join('');
  const value = exact(`0.${written}`);
  return value === null ? null : { is: 'fraction', value, end: at + match.length };
}

function unit(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  const isLetter = character === 'w' || character === 'k';
  if (isLetter && (/[a-z]/.test(next) || before.length === 0)) return null;
  const stands = before.length > 0 || (character === '十' ? !/[分足全]/.test(next) : standsAlone(text, at));
  if (!stands) return null;
  if (character in data.UNITS) return { is: 'unit', power: data.UNITS[character] ?? 0, end: at + 1 };
  return { is: 'section', power: data.SECTIONS[character] ?? 0, end: at + 1 };
}

/** 百来块, 万把块, 上千: a unit with no number before it counts once; in 百度, 千万别, 万一 it is another word. */
function standsAlone(text: string, at: number): boolean {
  if (text.charAt(at) === '拾') return true;
  const next = text.charAt(at + 1);
  if (/[来把]/.test(next)) return matchAt(data.ABOUT_BEFORE, text, at + 2) !== null;
  if (/[多余]/.test(next)) return matchAt(data.ABOUT_BEFORE, text, at + 2) !== null;
  return text.charAt(at - 1) === '上' && !/[晚早以马路网线]/.test(text.charAt(at - 2)) && !/[万一分度别]/.test(next);
}

function some(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const next = text.charAt(at + 1);
  const last = before.at(-1);
  const multiplies = /[十百千万亿]/.test(next) || (text.charAt(at) === '几' && /[wk]/.test(next));
  if (multiplies && last?.is !== 'digits') return { is: 'digits', values: [span(1, 10)], raw: '', arabic: false, end: at + 1 };
  if (text.charAt(at) !== '几' || /[乎率何号点时]/.test(next)) return null;
  if (last?.is === 'unit' || last?.is === 'section') return { is: 'more', end: at + 1 };
  return last ? null : { is: 'digits', values: [span(1, 10)], raw: '', arabic: false, end: at + 1 };
}

function more(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const last = before.at(-1);
  const counts = last?.is === 'unit' || last?.is === 'section' || (last?.is === 'digits' && last.arabic && last.raw.length > 1);
  if (!counts || matchAt(data.NOT_MORE, text, at + 1)) return null;
  if (text.charAt(at) === '余' && /[额款下生]/.test(text.charAt(at + 1))) return null;
  return { is: 'more', end: at + 1 };
}

function about(text: string, at: number, before: NumeralToken[]): NumeralToken | null {
  const last = before.at(-1);
  const isRound = last?.is === 'unit' || last?.is === 'section' || (last?.is === 'digits' && last.arabic && last.raw.endsWith('0'));
  if (!isRound || !matchAt(data.ABOUT_BEFORE, text, at + 1)) return null;
  if (text.charAt(at) === '把' && before.some(token => token.is === 'digits')) return null;
  return { is: 'about', end: at + 1 };
}

