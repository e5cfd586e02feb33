/** A number of 15 to 24 digits, its groups joined; a final x stands for the check digit of an identity number. */
export interface DigitWindow {
  digits: string;
  start: number;
  end: number;
  /** Written in one piece, or in groups of one size (the last may be shorter), as numbers are printed. */
  even: boolean;
}

const GROUPS_AT_MOST = 8;

/** Every long number that neighbouring groups of digits can form, longest first at each place. Linear in the text. */
export function* digitWindows(normal: string): Generator<DigitWindow> {
  const groups = [...normal.matchAll(/(?<![\da-z])\d+x?(?![\da-z])/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  for (let at = 0; at < groups.length; at++) {
    const windows: DigitWindow[] = [];
    let digits = '';
    let size = 0;
    let even = true;
    for (let next = at; next < Math.min(groups.length, at + GROUPS_AT_MOST); next++) {
      const group = groups[next];
      const before = groups[next - 1];
      if (!group || (next > at && !/^[ -]{1,2}$/.test(normal.slice(before?.end, group.start)))) break;
      if (digits.endsWith('x')) break;
      const length = group.end - group.start;
      if (next > at + 1 && (before?.end ?? 0) - (before?.start ?? 0) !== size) even = false;
      if (next === at) size = length;
      if (next > at && length > size) even = false;
      digits += normal.slice(group.start, group.end);
      if (digits.length > 24) break;
      const start = groups[at]?.start ?? 0;
      if (digits.length >= 15)
        windows.unshift({ digits, start, end: group.end, even: even && (next === at || size >= 3) });
    }
    yield* windows;
  }
}
