import { searchable } from './searchable.ts';

/** A piece of a text around what was found, with where in the piece the words stand. */
export interface Excerpt {
  text: string;
  /** From where to where, in UTF-16 units, in order and apart from each other. */
  marks: [start: number, end: number][];
}

/** Units shown before the first word, and in all. */
const BEFORE = 16;
const LENGTH = 90;

/** Which of the words a text holds. */
export function wordsIn(text: string, words: readonly string[]): string[] {
  const { words: held } = searchable(text);
  return words.filter(word => held.includes(word));
}

/** The piece of a text that shows where words first stand in it. */
export function excerptOf(text: string, words: readonly string[]): Excerpt {
  const spans = merged(spansOf(text, words));
  const first = spans[0]?.[0] ?? 0;
  const from = wholeFrom(text, Math.max(0, Math.min(first - BEFORE, text.length - LENGTH)));
  const to = wholeFrom(text, Math.min(text.length, from + LENGTH));
  const [head, tail] = [from > 0 ? '…' : '', to < text.length ? '…' : ''];
  return {
    text: head + text.slice(from, to) + tail,
    marks: spans
      .filter(([start, end]) => start < to && end > from)
      .map(([start, end]) => [
        Math.max(start, from) - from + head.length,
        Math.min(end, to) - from + head.length,
      ]),
  };
}

function spansOf(text: string, words: readonly string[]): [number, number][] {
  const { words: held, places } = searchable(text);
  return words.flatMap(word => {
    const spans: [number, number][] = [];
    for (let at = held.indexOf(word); at >= 0; at = held.indexOf(word, at + word.length))
      spans.push([places[at] ?? 0, (places[at + word.length - 1] ?? 0) + 1]);
    return spans;
  });
}

function merged(spans: [number, number][]): [number, number][] {
  const apart: [number, number][] = [];
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = apart.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}

/** An offset that cuts no character in two. */
const wholeFrom = (text: string, at: number): number =>
  /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1)) ? at - 1 : at;
