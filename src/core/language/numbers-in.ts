import { englishNumbers } from './en/numerals.ts';
import type { NumberFound } from './number.ts';
import { chineseNumbers } from './zh-CN/numerals.ts';

/** All numbers of a normalised text, in order, never overlapping; of two readings of a place the longer. Linear. */
export function numbersIn(text: string): readonly NumberFound[] {
  if (text !== last.text) last = { text, numbers: read(text) };
  return last.numbers;
}

/** The readers of one message ask for the same numbers one after another. */
let last: { text: string; numbers: readonly NumberFound[] } = { text: '', numbers: [] };

function read(text: string): NumberFound[] {
  const english = englishNumbers(text);
  const all = [...chineseNumbers(text), ...english];
  if (all.length === 0) return all;
  if (english.length > 0) all.sort((a, b) => a.start - b.start || b.end - a.end);
  const numbers: NumberFound[] = [];
  for (const number of all) {
    const before = numbers.at(-1);
    if (!before || number.start >= before.end) numbers.push(number);
    else if (number.end > before.end) numbers[numbers.length - 1] = number;
  }
  if (numbers.length === 1) return numbers;
  return upTo(numbers).flatMap(
    (number, at, all) => thousands(text, all, at) ?? (thousands(text, all, at + 1) ? [] : number),
  );
}

/** 十几二十万: a vague number and, right behind it, what it goes up to, whose 万 counts for both. */
function upTo(numbers: NumberFound[]): NumberFound[] {
  return numbers.flatMap((number, at) => {
    const [before, after] = [numbers[at - 1], numbers[at + 1]];
    if (before && isUpTo(before, number)) {
      const [from, to] = [before.readings[0], number.readings[0]];
      if (!from || !to) return number;
      const factor = number.multiplier >= 10_000 && from.hi < to.lo / 10 ? 10_000 : 1;
      return {
        ...number,
        start: before.start,
        readings: [{ lo: from.lo * factor, hi: to.hi }],
        approx: true,
      };
    }
    return after && isUpTo(number, after) ? [] : number;
  });
}

const isUpTo = (vague: NumberFound, top: NumberFound): boolean =>
  vague.approx &&
  !vague.plain &&
  top.start === vague.end &&
  (vague.readings[0]?.lo ?? 0) < (top.readings[0]?.hi ?? 0);

const THREE_DIGITS = /^\d{3}(?:\.\d{1,2})?$/;
const UP_TO_THREE = /^[1-9]\d{0,2}$/;
/** iphone 15 599元: the first number names the thing. */
const IN_A_NAME = /[a-z] ?$/;

/** 3，500 with a full-width comma, and 3 500, is either one number or two. */
function thousands(text: string, numbers: readonly NumberFound[], at: number): NumberFound | null {
  const [head, tail] = [numbers[at - 1], numbers[at]];
  if (!head?.plain || !tail?.plain || tail.start - head.end !== 1) return null;
  const mark = text.charAt(head.end);
  if (mark !== '，' && (mark !== ' ' || IN_A_NAME.test(text.slice(Math.max(0, head.start - 2), head.start))))
    return null;
  if (
    !THREE_DIGITS.test(text.slice(tail.start, tail.end)) ||
    !UP_TO_THREE.test(text.slice(head.start, head.end))
  )
    return null;
  if (/[$¥€£]/.test(text.charAt(head.start - 1)) && !/^ ?(?:元|块)/.test(text.slice(tail.end, tail.end + 2)))
    return null;
  const thousand = (head.readings[0]?.lo ?? 0) * 1000;
  const rest = tail.readings[0]?.lo ?? 0;
  return {
    ...tail,
    start: head.start,
    readings: [thousand + rest, rest].map(value => ({ lo: value, hi: value })),
  };
}
