import { type Comparison, meansTheSame, tokensOf } from './compare.ts';
import type { Clause, Token } from './token.ts';
import type { Veto } from './veto.ts';
import { COURTESY } from './vocabulary.ts';

/** So much of what each clause says, of a short one and of the whole must be said again. */
const KEPT = { clause: 0.75, short: 0.5, whole: 0.75 };
/** Words of a short clause, at most. */
const SHORT = 3;
/** Small words that a clause may have where it has no others. */
const MOST_IDLE = 2;

const isPlain = ({ kind }: Token): boolean => kind === 'plain';

/** Nothing is told that the draft does not tell, and what it tells is told. */
export function checkContent({ draft, rewording }: Comparison): Veto | null {
  return (
    checkAdded(draft, rewording) ?? checkIdle(draft.text, rewording.clauses) ?? checkKept(draft, rewording)
  );
}

type Side = Comparison['draft'];

/** Each word of the rewording is one of the draft, or one of the same meaning, and comes as often. */
function checkAdded(draft: Side, rewording: Side): Veto | null {
  const left = saying(draft.clauses);
  for (const token of saying(rewording.clauses)) {
    const at = left.findIndex(one => meansTheSame(one, token));
    if (at >= 0) left.splice(at, 1);
    else if (isPlain(token) && timesIn(draft.text, token.words) < timesIn(rewording.text, token.words))
      return { reason: 'added', words: token.words };
  }
  return null;
}

const saying = (clauses: readonly Clause[]): Token[] =>
  tokensOf(clauses).filter(({ kind }) => kind !== 'free' && kind !== 'value');

const timesIn = (text: string, words: string): number => text.split(words).length - 1;

/** A clause of small words alone can still say something: 「您自己来」. */
function checkIdle(draft: string, clauses: readonly Clause[]): Veto | null {
  const idle = clauses.find(clause => {
    const small = clause.filter(({ meanings }) => meanings.length > 0 && !meanings.includes(COURTESY));
    const isIdle = small.every(({ kind }) => kind === 'free' || kind === 'speaker' || kind === 'addressee');
    return isIdle && small.length > MOST_IDLE && !draft.includes(wordsOf(clause).trim());
  });
  return idle ? { reason: 'added', words: wordsOf(idle) } : null;
}

/** What each clause says is said again, and so is what each part of a list says. */
function checkKept(draft: Side, rewording: Side): Veto | null {
  let [kept, all] = [0, 0];
  const left = saying(rewording.clauses);
  for (const clause of draft.clauses.flatMap(listed)) {
    const said = clause.filter(isPlain);
    let again = 0;
    for (const token of said) {
      const at = left.findIndex(one => meansTheSame(one, token));
      if (at >= 0) left.splice(at, 1);
      if (at >= 0 || timesIn(rewording.text, token.words) >= timesIn(draft.text, token.words)) again++;
    }
    const least = said.length * (said.length > SHORT ? KEPT.clause : KEPT.short);
    if (said.length > 0 && again < least) return { reason: 'missing', words: wordsOf(clause) };
    kept += again;
    all += said.length;
  }
  return kept < all * KEPT.whole ? { reason: 'missing', words: '' } : null;
}

const JOINTS = new Set(['、', '和', '与', '以及', '及', 'and']);

/** The parts of a list. */
function listed(clause: Clause): Clause[] {
  const parts: Token[][] = [[]];
  for (const token of clause)
    if (JOINTS.has(token.words)) parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}

const wordsOf = (clause: Clause): string => clause.map(({ words }) => words).join('');
