import { CONCLUDES as CONCLUDES_IN_ENGLISH } from '../language/en/conclusion.ts';
import { CONCLUDES as CONCLUDES_IN_CHINESE } from '../language/zh-CN/conclusion.ts';
import type { Clause } from './clauses.ts';

/** People pause with a blank as with a comma: 是的 我报警了. */
const PAUSE = /(?<=^\s*\p{Script=Han}{2,6}) (?=\p{Script=Han})/u;

/** The parts of a longer message that may answer for all of it: what it begins with, and what it comes to in the end. */
export function answeringStretches(text: string, clauses: Clause[]): Clause[] {
  const stretches: Clause[] = [];
  const [first] = clauses;
  const last = clauses.at(-1);
  if (!first || !last) return stretches;
  const beginning = text.slice(first.start, Math.min(first.end, first.start + 12));
  const pause = beginning.includes(' ') ? PAUSE.exec(beginning) : null;
  if (clauses.length > 1 || pause)
    stretches.push({ start: first.start, end: pause ? first.start + pause.index : first.end });
  const words = text.slice(last.start, Math.min(last.end, last.start + 24));
  const opening = CONCLUDES_IN_CHINESE.exec(words) ?? CONCLUDES_IN_ENGLISH.exec(words);
  if (opening) stretches.push({ start: last.start + opening[0].length, end: last.end });
  return stretches;
}
