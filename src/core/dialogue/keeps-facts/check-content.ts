import { type Comparison, meansTheSame, tokensOf } from './compare.ts';
import type { Clause, Side, Token } from './token.ts';
import type { Veto } from './veto.ts';
import { COURTESY, type Vocabulary } from './vocabulary.ts';

/** So much of what each clause says, of a short one and of the whole must be said again. */
const KEPT = { clause: 0.75, short: 0.6, whole: 0.8 };
/** Words of a short clause, at most. */
const SHORT = 3;
/** Small words that a clause may have where it has no others. */
const MOST_IDLE = 1;

const isPlain = ({ kind }: Token): boolean => kind === 'plain';

/** Nothing is told that the draft does not tell, and what it tells is told. */
export function checkContent({ draft, rewording }: Comparison, { joints }: Vocabulary): Veto | null {
  return (
    checkAdded(draft, rewording) ??
    checkIdle(draft.text, rewording.clauses) ??
    checkKept(draft, rewording, joints)
  );
}

/** Each word of the rewording is one of the draft, or one of the same meaning, and comes as often. */
function checkAdded(draft: Side, rewording: Side): Veto | null {
  const left = saying(draft.clauses);
  const spelled = withoutCourtesy(draft);
  const other = saying(rewording.clauses).filter(token => {
    const at = left.findIndex(one => one.words === token.words);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  for (const token of other) {
    const at = left.findIndex(one => meansTheSame(one, token));
    if (at >= 0) left.splice(at, 1);
    else if (isPlain(token) && timesIn(spelled, token.words) < timesIn(rewording.text, token.words))
      return { reason: 'added', words: token.words };
  }
  return null;
}

const saying = (clauses: readonly Clause[]): Token[] =>
  tokensOf(clauses).filter(({ kind }) => kind !== 'free' && kind !== 'value');

const timesIn = (text: string, words: string): number => text.split(words).length - 1;

/** A text without its words of courtesy: “do not worry” is no place for “worry”. */
const withoutCourtesy = ({ clauses }: Side): string =>
  clauses
    .map(clause =>
      clause.map(({ words, meanings }) => (meanings.includes(COURTESY) ? '\u0000' : words)).join(''),
    )
    .join('\n');

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
function checkKept(draft: Side, rewording: Side, joints: ReadonlySet<string>): Veto | null {
  const left = rewording.clauses.map(clause => saying([clause]));
  const clauses = draft.clauses
    .flatMap(clause => listed(clause, joints))
    .filter(clause => clause.some(isPlain));
  const members = new Set(draft.clauses.flatMap(clause => membersOf(clause, joints)));
  let [kept, all] = [0, 0];
  // Who finds most of it together takes it first: the words of one clause are no proof of another that is gone.
  for (const clause of clauses.sort((a, b) => bestOf(b, left).share - bestOf(a, left).share)) {
    const said = clause.filter(isPlain);
    const { at } = bestOf(clause, left);
    const lost = said.filter(
      token =>
        !takeFrom(left[at] ?? [], token) &&
        !left.some(tokens => takeFrom(tokens, token)) &&
        timesIn(rewording.text, token.words) < timesIn(draft.text, token.words),
    );
    const again = said.length - lost.length;
    const least = said.length * (said.length > SHORT ? KEPT.clause : KEPT.short);
    if (again < least || lost.some(token => members.has(token)))
      return { reason: 'missing', words: wordsOf(clause) };
    kept += again;
    all += said.length;
  }
  return kept < all * KEPT.whole ? { reason: 'missing', words: '' } : null;
}

/** The clause in which most of another is found, and how much of it. */
function bestOf(clause: Clause, among: readonly Token[][]): { at: number; share: number } {
  const said = clause.filter(isPlain);
  const shares = among.map(
    tokens => said.filter(token => tokens.some(one => meansTheSame(one, token))).length / said.length,
  );
  const share = Math.max(0, ...shares);
  return { at: shares.indexOf(share), share };
}

function takeFrom(tokens: Token[], token: Token): boolean {
  const exact = tokens.findIndex(one => one.words === token.words);
  const at = exact >= 0 ? exact : tokens.findIndex(one => meansTheSame(one, token));
  if (at >= 0) tokens.splice(at, 1);
  return at >= 0;
}

/** The words on both sides of the joints of a list. */
const membersOf = (clause: Clause, joints: ReadonlySet<string>): Token[] =>
  clause.flatMap((token, at) =>
    joints.has(token.words)
      ? [clause.slice(0, at).findLast(isPlain), clause.slice(at + 1).find(isPlain)].filter(
          one => one !== undefined,
        )
      : [],
  );

/** The parts of a list. */
function listed(clause: Clause, joints: ReadonlySet<string>): Clause[] {
  const parts: Token[][] = [[]];
  for (const token of clause)
    if (joints.has(token.words)) parts.push([]);
    else parts.at(-1)?.push(token);
  return parts;
}

const wordsOf = (clause: Clause): string => clause.map(({ words }) => words).join('');
