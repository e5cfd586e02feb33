import { exact, type NumberFound, ONE, type Reading } from '../number.ts';
import { isPronoun } from './numeral-words.ts';
import { MULTIPLIERS, NUMBER, VALUE } from './numeral-parts.ts';

const MULTIPLIED = new RegExp([...MULTIPLIERS.keys()].join('|'));
/** The shortest number words have three letters. */
const LATIN_WORD = /[a-z]{3}/;

/** Numbers with an English word in them: three thousand five hundred, 3 grand, a hundred and twenty. Linear. */
export function englishNumbers(text: string): NumberFound[] {
  const found: NumberFound[] = [];
  if (!LATIN_WORD.test(text)) return found;
  for (const match of text.matchAll(NUMBER)) {
    if (match[0] === 'one' && isPronoun(text, match.index)) continue;
    const reading = evaluate(match[0]);
    if (!reading) continue;
    const multiplied = MULTIPLIED.test(match[0]);
    const approx = /^(?:several|some|a few|a couple)/.test(match[0]);
    const start = match.index;
    found.push({
      start,
      end: start + match[0].length,
      readings: [reading],
      approx,
      plain: false,
      multiplied,
      multiplier: 1,
    });
  }
  return found;
}

function evaluate(words: string): Reading | null {
  const vague = /^(?:(several|a few|some)|a couple of) /.exec(words);
  let total = 0;
  /** What may still follow must be smaller than this. */
  let room = Number.POSITIVE_INFINITY;
  let section = vague ? 2 * ONE : 0;
  const parts = words.slice(vague?.[0].length ?? 0).split(/(?:,? and |, | |-)/);
  for (const part of parts) {
    const by = MULTIPLIERS.get(part.replace(/s$/, ''));
    if (by !== undefined) {
      section = (section || ONE) * by;
      room = by;
      if (by >= 1000) {
        total += section;
        section = 0;
      }
      continue;
    }
    const value = VALUE.has(part) ? (VALUE.get(part) ?? 0) * ONE : exact(part);
    if (section > 0 && value >= room * ONE) return null;
    section += value;
    room = value % (10 * ONE) === 0 ? 10 : 0;
  }
  const lo = total + section;
  return { lo, hi: vague ? (lo / 2) * (vague[1] ? 10 : 3) : lo };
}
