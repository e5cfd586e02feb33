import type { HowCorrected } from '../language/corrected.ts';
import * as en from '../language/en/corrections.ts';
import * as zh from '../language/zh-CN/corrections.ts';
import type { Span } from './span.ts';

/** Something put right in words: 「金额不是299，是399」. Spans are UTF-16 offsets of the message. */
export interface Correction extends Span {
  /** The words for what was; null where only what is was said: 「改成399」. */
  old: Span | null;
  /** The words for what is; null where it is only said that something is wrong: 「金额写错了」. */
  new: Span | null;
  how: HowCorrected;
}

/** A word that some correction has; without one nothing else is looked at. */
const ANY =
  /[改换]|更正|修正|纠正|不是|不对|不准|错|应该是|其实是|有误|是说|是指|说是|not |n't |change|edit|fix|correct|make (?:it|that)|wrong|mistake|^no\b|typo|mean|should|actually/;

/** Nobody puts more right in one message. */
const MOST = 6;

/** The corrections of a normalised text by their place, none overlapping another. */
export function correctionsIn(text: string): Correction[] {
  if (!ANY.test(text)) return [];
  const found: Correction[] = [];
  for (const { pattern, how } of [...zh.CORRECTIONS, ...en.CORRECTIONS]) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match && found.length < MOST; match = pattern.exec(text)) {
      const { old, new: now } = match.indices?.groups ?? {};
      const [start, end] = match.indices?.[0] ?? [0, 0];
      const before = text.slice(clauseBefore(text, start), now?.[0] ?? end);
      if (
        !zh.NOT_THE_PERSONS_OWN.test(before) &&
        !en.NOT_THE_PERSONS_OWN.test(before) &&
        !found.some(other => start < other.end && other.start < end)
      )
        found.push({
          start,
          end,
          old: trimmed(text, old),
          new: trimmed(text, now),
          how,
        });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Where the clause before the one at `start` begins: who speaks is often said there (商家说写错了，应该是500). */
function clauseBefore(text: string, start: number): number {
  let at = start;
  for (let marks = 0; at > 0; at--) {
    if (/[。！!?？;；\n]/.test(text.charAt(at - 1))) break;
    if (/[，,]/.test(text.charAt(at - 1)) && ++marks > 1) break;
  }
  return at;
}

function trimmed(text: string, range: [number, number] | undefined): Span | null {
  if (!range) return null;
  const words = text.slice(...range);
  const start = range[0] + words.length - words.trimStart().length;
  return words.trim() === '' ? null : { start, end: start + words.trim().length };
}
