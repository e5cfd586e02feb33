import { englishNumbers } from './en/numerals.ts';
import type { NumberFound } from './number.ts';
import { chineseNumbers } from './zh-CN/numerals.ts';

/** All numbers of a normalised text, in order, never overlapping; of two readings of a place the longer. Linear. */
export function numbersIn(text: string): NumberFound[] {
  const all = [...chineseNumbers(text), ...englishNumbers(text)].sort(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const numbers: NumberFound[] = [];
  for (const number of all) {
    const before = numbers.at(-1);
    if (!before || number.start >= before.end) numbers.push(number);
    else if (number.end > before.end) numbers[numbers.length - 1] = number;
  }
  return numbers.flatMap(
    (number, at) => thousands(text, numbers, at) ?? (thousands(text, numbers, at + 1) ? [] : number),
  );
}

/** 3，500 with a full-width comma is either one number or two. */
function thousands(text: string, numbers: NumberFound[], at: number): NumberFound | null {
  const [head, tail] = [numbers[at - 1], numbers[at]];
  if (!head?.plain || !tail?.plain || tail.start - head.end !== 1 || text[head.end] !== '，') return null;
  if (
    !/^\d{3}(?:\.\d{1,2})?$/.test(text.slice(tail.start, tail.end)) ||
    !/^[1-9]\d{0,2}$/.test(text.slice(head.start, head.end))
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
