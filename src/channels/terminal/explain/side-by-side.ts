import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** Two columns of this width can be read; in narrower ones a sentence falls apart. */
const NARROWEST_COLUMN = 28;
const GAP = '  │  ';

/** A text under its heading. */
export interface Column {
  heading: string;
  text: string;
}

/**
 * Two texts beside each other, or one under the other where there is no room. A Chinese character takes two places.
 * @param width of the terminal, in places of a Latin letter
 */
export function sideBySide(left: Column, right: Column, width: number): string {
  const column = Math.floor((width - GAP.length) / 2);
  if (column < NARROWEST_COLUMN)
    return [left, right].map(({ heading, text }) => [heading, ...lines(text, width)].join('\n')).join('\n');
  const [mine, theirs] = [left, right].map(({ heading, text }) => [heading, ...lines(text, column)]) as [
    string[],
    string[],
  ];
  return Array.from({ length: Math.max(mine.length, theirs.length) }, (_, at) => {
    const words = mine[at] ?? '';
    return `${words}${' '.repeat(column - stringWidth(words))}${GAP}${theirs[at] ?? ''}`.trimEnd();
  }).join('\n');
}

const lines = (text: string, width: number): string[] => wrapAnsi(text, width, { hard: true }).split('\n');
