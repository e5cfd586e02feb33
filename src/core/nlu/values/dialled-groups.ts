/** Digits in groups, as a telephone number is written: +49 (0) 171/1234567. Offsets are of the text. */
export interface DialledRun {
  groups: DialledGroup[];
}
interface DialledGroup {
  /** Where the group starts, an opening bracket or plus before it included. */
  start: number;
  end: number;
  digits: string;
  /** What stands between the digits of the group before and this start. */
  gap: string;
}

/** Neighbouring groups of a run that may be one number. */
export interface DialledNumber {
  start: number;
  end: number;
  words: string;
  /** All digits, joined. */
  digits: string;
  groups: string[];
}

const RUN = /[+(]{0,2}\d+(?:[ ()./-]{1,3}\d+)*/g;
const GROUP = /([ )./-]*)([+(]*)(\d+)/g;
/** No number on earth is dialled in more groups. */
const MOST_GROUPS = 8;
/** Who writes more groups in a row gives no telephones. */
const LONGEST_RUN = 40;

/** The runs of a text that are long enough to hold a telephone number. Linear. */
export function* dialledRuns(text: string): Generator<DialledRun> {
  for (const { 0: words, index } of text.matchAll(RUN)) {
    if (words.length < 7) continue;
    const groups = words
      .matchAll(GROUP)
      .take(LONGEST_RUN)
      .map(group => {
        const [whole, gap = '', opening = '', digits = ''] = group;
        const end = index + group.index + whole.length;
        return { start: end - digits.length - opening.length, end, digits, gap };
      });
    yield { groups: [...groups] };
  }
}

/** The numbers that can start at a group, longest first. A number ends where a blank parts it from the next, or a slash. */
export function* numbersFrom({ groups }: DialledRun, from: number, text: string): Generator<DialledNumber> {
  const first = groups[from];
  if (!first || (from > 0 && !parts(first.gap))) return;
  for (let to = Math.min(groups.length, from + MOST_GROUPS); to > from; to--) {
    const last = groups[to - 1];
    const next = groups[to];
    if (!last || (next && !parts(next.gap))) continue;
    const chosen = groups.slice(from, to).map(group => group.digits);
    const digits = chosen.join('');
    const words = text.slice(first.start, last.end);
    if (digits.length >= 7 && digits.length <= 20 && isBracketed(words))
      yield { start: first.start, end: last.end, words, digits, groups: chosen };
  }
}

const parts = (gap: string): boolean => gap.includes(' ') || gap === '/' || gap === ')';

/** Every bracket is closed, and none stands inside another. */
function isBracketed(words: string): boolean {
  let isOpen = false;
  for (const sign of words) {
    if (sign !== '(' && sign !== ')') continue;
    if (isOpen === (sign === '(')) return false;
    isOpen = !isOpen;
  }
  return !isOpen;
}
