import { type NumberFound, ONE } from '../../language/number.ts';
import { rangeOf } from '../../language/number-range.ts';
import {
  AND_LIMIT,
  BETWEEN_AFTER,
  BETWEEN_BEFORE,
  BETWEEN_JOINT,
  LESS_THAN_AFTER,
  MORE_THAN_AFTER,
  THAN,
  TILL,
} from '../../language/zh-CN/limits.ts';
import { figuresIn } from './figure.ts';
import { equalBefore, limitAfter, limitBefore } from './limits.ts';

/** One end of a range, in units. `closed`: the number itself is meant as well. */
export interface End {
  value: number;
  closed: boolean;
}

/** What a text says about the size of a number: 20到100, 大于二十的同时小于三十五, 三百以上. A missing end is open. */
export interface NumberRange {
  start: number;
  end: number;
  lo: End | null;
  hi: End | null;
  rule: 'stretch' | 'limit' | 'limits' | 'vague';
}

const THAN_BEFORE = new RegExp(`${THAN} ?$`);
const MORE_THAN = new RegExp(` ?${MORE_THAN_AFTER}`, 'y');
const LESS_THAN = new RegExp(` ?${LESS_THAN_AFTER}`, 'y');
const PERCENT_BEFORE = /[百千万]分之 ?$/;

/** All number ranges of a normalised text, in order, never overlapping. Linear. */
export function numberRangesIn(text: string): NumberRange[] {
  const figures = figuresIn(text);
  const found: NumberRange[] = [];
  for (let at = 0; at < figures.length; at++) {
    const [first, second] = [figures[at], figures[at + 1]];
    if (!first) continue;
    const stretch = second && stretchOf(text, first, second);
    const range = stretch ?? comparison(text, first) ?? limitOf(text, first) ?? vague(first);
    if (stretch) at++;
    if (range) found.push(range);
  }
  return joined(text, found);
}

function stretchOf(text: string, first: NumberFound, second: NumberFound): NumberRange | null {
  const between = BETWEEN_AFTER.exec(text.slice(second.end, second.end + 8));
  const range = rangeOf(text, first, second, between ? BETWEEN_JOINT : TILL);
  const reading = range?.readings[0];
  if (!range || !reading) return null;
  const before = BETWEEN_BEFORE.exec(text.slice(Math.max(0, first.start - 4), first.start));
  return {
    start: between ? first.start - (before?.[0].length ?? 0) : first.start,
    end: range.end + (between?.[0].length ?? 0),
    lo: { value: reading.lo / ONE, closed: true },
    hi: { value: reading.hi / ONE, closed: true },
    rule: 'stretch',
  };
}

/** 超过300, 三百以上, 等于1535. */
function limitOf(text: string, { start, end, readings }: NumberFound): NumberRange | null {
  const percent = PERCENT_BEFORE.exec(text.slice(Math.max(0, start - 4), start))?.[0].length ?? 0;
  const from = start - percent;
  const limits = [limitBefore(text, from), limitAfter(text, end)];
  const limit = limits.find(one => one && one.bound !== 'about') ?? equalBefore(text, from);
  if (!limit) return null;
  const bound: End = { value: (readings[0]?.lo ?? 0) / ONE, closed: limit.closed };
  return {
    start: Math.min(limit.edge, from),
    end: Math.max(limit.edge, end),
    lo: limit.bound === 'at-most' ? null : bound,
    hi: limit.bound === 'at-least' ? null : bound,
    rule: 'limit',
  };
}

/** 比三十大, 比三千少: the comparison stands around the number, and 多 may have been read as part of it. */
function comparison(text: string, { start, end, readings }: NumberFound): NumberRange | null {
  const than = THAN_BEFORE.exec(text.slice(Math.max(0, start - 2), start));
  if (!than) return null;
  const bound: End = { value: (readings[0]?.lo ?? 0) / ONE, closed: false };
  const whole = { start: start - than[0].length, rule: 'limit' as const };
  if (text.charAt(end - 1) === '多') return { ...whole, end, lo: bound, hi: null };
  MORE_THAN.lastIndex = end;
  if (MORE_THAN.test(text)) return { ...whole, end: MORE_THAN.lastIndex, lo: bound, hi: null };
  LESS_THAN.lastIndex = end;
  return LESS_THAN.test(text) ? { ...whole, end: LESS_THAN.lastIndex, lo: null, hi: bound } : null;
}

/** 三十多万: from thirty up, and below forty. */
function vague({ start, end, approx, readings }: NumberFound): NumberRange | null {
  const { lo, hi } = readings[0] ?? { lo: 0, hi: 0 };
  if (!approx || lo === hi) return null;
  return {
    start,
    end,
    lo: { value: lo / ONE, closed: true },
    hi: { value: hi / ONE, closed: false },
    rule: 'vague',
  };
}

/** A lower and an upper limit side by side are one range: 大于10并小于20. Not where they contradict each other. */
function joined(text: string, ranges: NumberRange[]): NumberRange[] {
  const all: NumberRange[] = [];
  for (const range of ranges) {
    const before = all.at(-1);
    const both = before && bothOf(text, before, range);
    if (both) all[all.length - 1] = both;
    else all.push(range);
  }
  return all;
}

function bothOf(text: string, first: NumberRange, second: NumberRange): NumberRange | null {
  const isPair = first.rule === 'limit' && second.rule === 'limit' && !first.lo === !second.hi;
  if (!isPair || !AND_LIMIT.test(text.slice(first.end, second.start))) return null;
  const [lo, hi] = [first.lo ?? second.lo, first.hi ?? second.hi];
  if (!lo || !hi || lo.value >= hi.value || (first.lo && first.hi)) return null;
  return { start: first.start, end: second.end, lo, hi, rule: 'limits' };
}
