import { characterClass, insideWord } from '../language/character-class.ts';

/** Words that say nothing at either end of a message, by the unit they end and begin with, the longest first. */
export interface Fillers {
  byLast: ReadonlyMap<number, string[]>;
  byFirst: ReadonlyMap<number, string[]>;
}

/** @param words normalised */
export function fillersOf(words: string[]): Fillers {
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return {
    byLast: Map.groupBy(longestFirst, word => word.charCodeAt(word.length - 1)),
    byFirst: Map.groupBy(longestFirst, word => word.charCodeAt(0)),
  };
}

const isMark = characterClass(/[\s\p{P}\p{S}]/u);

/** The message without punctuation and spaces at either end. */
export function withoutMarks(normalized: string): string {
  return strip(normalized, NO_FILLERS);
}

const NO_FILLERS = fillersOf([]);

/** The message without punctuation, spaces and fillers at either end; the fillers alone stay as they are. */
export function strip(normalized: string, fillers: Fillers): string {
  let from = 0;
  let to = normalized.length;
  for (;;) {
    while (from < to && isMark(normalized, to - 1)) to--;
    while (from < to && isMark(normalized, from)) from++;
    const last = fillers.byLast.get(normalized.charCodeAt(to - 1))?.find(endsHere);
    const first = fillers.byFirst.get(normalized.charCodeAt(from))?.find(beginsHere);
    if (last && last.length >= (first?.length ?? 0)) to -= last.length;
    else if (first) from += first.length;
    else return normalized.slice(from, to);
  }

  function endsHere(filler: string): boolean {
    const at = to - filler.length;
    return at > from && normalized.startsWith(filler, at) && !insideWord(normalized, at);
  }

  function beginsHere(filler: string): boolean {
    const at = from + filler.length;
    return at < to && normalized.startsWith(filler, from) && !insideWord(normalized, at);
  }
}
