/** A number of 15 to 24 digits, its groups joined; a final x stands for the check digit of an identity number. */
export interface DigitWindow {
  digits: string;
  start: number;
  end: number;
  /** Written in one piece, or in groups of one size (the last may be shorter), as numbers are printed. */
  even: boolean;
}

const GROUPS_AT_MOST = 8;

interface Group {
  start: number;
  end: number;
  /** Whether nothing but a blank or a hyphen stands between this group and the one before. */
  joins: boolean;
}

/** Every long number that neighbouring groups of digits can form, longest first at each place. Linear in the text. */
export function* digitWindows(normal: string): Generator<DigitWindow> {
  const groups: Group[] = [];
  for (const { 0: digits, index } of normal.matchAll(/(?<![\da-z])\d+x?(?![\da-z])/g)) {
    const before = groups.at(-1);
    const joins = before !== undefined && /^[ -]{1,2}$/.test(normal.slice(before.end, index));
    groups.push({ start: index, end: index + digits.length, joins });
  }
  for (let at = 0; at < groups.length; at++) yield* windowsFrom(groups, at, normal);
}

function windowsFrom(groups: Group[], at: number, normal: string): DigitWindow[] {
  const windows: DigitWindow[] = [];
  let digits = '';
  let even = true;
  const start = groups[at]?.start ?? 0;
  const size = (groups[at]?.end ?? 0) - start;
  for (let next = at; next < Math.min(groups.length, at + GROUPS_AT_MOST); next++) {
    const group = groups[next];
    if (!group || (next > at && !group.joins) || digits.endsWith('x')) break;
    const before = groups[next - 1];
    if (next > at + 1 && before && before.end - before.start !== size) even = false;
    if (next > at && group.end - group.start > size) even = false;
    digits += normal.slice(group.start, group.end);
    if (digits.length > 24) break;
    if (digits.length >= 15)
      windows.unshift({ digits, start, end: group.end, even: even && (next === at || size >= 3) });
  }
  return windows;
}
