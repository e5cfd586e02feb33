import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Token } from './token.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word that decides what is claimed, and the word it bears on; null: none stands near. */
interface Force {
  token: Token;
  clause: Clause;
  on: Token | null;
  /** Whether that word stands behind it. */
  isBefore: boolean;
}

const isLoaded = ({ meanings }: Token): boolean => meanings.some(meaning => meaning.startsWith('loaded-'));
const carries = (token: Token): boolean =>
  token.kind === 'plain' || token.kind === 'value' || (token.kind === 'force' && isLoaded(token));

function forcesOf(clauses: readonly Clause[]): Force[] {
  return clauses.flatMap(clause =>
    clause.flatMap((token, at) =>
      token.kind === 'force'
        ? [
            {
              token,
              clause,
              on: clause.slice(at + 1).find(carries) ?? clause.slice(0, at).findLast(carries) ?? null,
              isBefore: clause.slice(at + 1).some(carries),
            },
          ]
        : [],
    ),
  );
}

const DENIES = new Set(['not', 'none', 'cannot', 'do_not', 'first']);

/** They bear on all of their clause rather than on the next word. */
const LOOSE = new Set(['or', 'usually']);

const isLoose = ({ token }: Force): boolean => token.meanings.some(meaning => LOOSE.has(meaning));
const isDenial = ({ token }: Force): boolean => token.meanings.some(meaning => DENIES.has(meaning));

/** Whether most of what the shorter clause says stands in the other too. */
function sharesClause(one: Force, other: Force): boolean {
  const [mine, theirs] = [one, other].map(({ clause }) => clause.filter(carries)) as [Token[], Token[]];
  const shared = mine.filter(token => theirs.some(another => meansTheSame(token, another)));
  // 「没有，就说」 parts what 「没有就说」 holds together.
  if (mine.length === 0 || theirs.length === 0) return means(one, 'none') || mine.length === theirs.length;
  return shared.length * 2 >= Math.min(mine.length, theirs.length);
}

const bearsOnTheSame = (one: Force, other: Force, complete: ReadonlySet<string>): boolean =>
  isLoaded(one.token) ||
  one.token.meanings.some(meaning => complete.has(meaning)) ||
  (isLoose(one)
    ? sharesClause(one, other)
    : isOnTheSame(one, other) && (!isDenial(one) || sharesClause(one, other)));

/** Where a negation bears on nothing near, as in 「没有就」, only one that bears on nothing, or on what is to be said, is it. */
const isOnTheSame = (one: Force, other: Force): boolean => {
  if (one.on !== null && other.on !== null)
    return meansTheSame(one.on, other.on) && (!isDenial(one) || one.isBefore === other.isBefore);
  return one.on === other.on || !isDenial(one) || means(one, 'none');
};

/** Negation, permission, certainty, extent and order are claimed of the same things as before. */
export function checkForce(comparison: Comparison, words: Vocabulary): Veto | null {
  const before = forcesOf(comparison.draft.clauses);
  const after = forcesOf(comparison.rewording.clauses);
  const left = [...before];
  const added: Force[] = [];
  for (const force of after) {
    const same = left.filter(one => sharesForce(one.token, force.token));
    const found = same.find(one => bearsOnTheSame(one, force, words.complete));
    if (found) left.splice(left.indexOf(found), 1);
    else added.push(force);
  }
  const wrong =
    after.find(force => isTurned(force, after, before)) ??
    added.find(force => !mayGo(force, words.mayAdd) && !isHarmless(force, before, comparison, words)) ??
    left.find(force => !mayGo(force, words.mayDrop) && !isMoot(force, comparison, words)) ??
    after.find(force => isOnOtherValue(force, before));
  return wrong ? veto(wrong) : null;
}

const veto = ({ token, on }: Force): Veto => ({
  reason: 'force',
  words: `${token.words} ${on?.words ?? ''}`,
});

const forceMeanings = ({ meanings }: Token): readonly string[] =>
  meanings.filter(meaning => !meaning.startsWith('alike-'));

const sharesForce = (one: Token, other: Token): boolean =>
  forceMeanings(one).some(meaning => forceMeanings(other).includes(meaning));

const means = (force: Force, meaning: string): boolean => force.token.meanings.includes(meaning);

const mayGo = (force: Force, allowed: ReadonlySet<string>): boolean =>
  forceMeanings(force.token).some(
    meaning => meaning === 'suffice' || (meaning !== 'then' && allowed.has(meaning)),
  ) ||
  (allowed.has('then') && means(force, 'then') && !means(force, 'if'));

/** What the draft leaves open, so that saying that it does not matter promises nothing. */
const LEFT_OPEN = ['none', 'know_not', 'want_not', 'no-matter', 'need-not'];

/** What may be added where the draft says as much without the word. */
function isHarmless(
  force: Force,
  before: readonly Force[],
  { draft, rewording }: Comparison,
  { talk }: Vocabulary,
): boolean {
  const { on, clause, token } = force;
  if (means(force, 'no-matter'))
    return !clause.some(carries) && before.some(one => LEFT_OPEN.some(meaning => means(one, meaning)));
  if (means(force, 'if'))
    return (
      rewording.clauses.at(-1) !== clause ||
      clause.slice(clause.indexOf(token) + 1).some(one => one.words === '就' || one.meanings.includes('can'))
    );
  if (means(force, 'or')) return commasIn(draft) > commasIn(rewording);
  const clauses = draft.clauses.filter(one => on === null || one.some(other => meansTheSame(other, on)));
  if (means(force, 'done'))
    return clauses.some(isCompleted) || clause.some(({ meanings }) => meanings.includes('none'));
  if (means(force, 'all'))
    return token.words === '都' && clauses.some(one => hasNumber(one) || isCompleted(one));
  if (means(force, 'will')) return clauses.some(one => isOwnDeed(one, on));
  if (means(force, 'can'))
    return (
      isTalk(on, talk) ||
      draft.clauses.flat().some(one => one.kind === 'ask' && one.meanings.includes(token.words))
    );
  return false;
}

/** What may be left out since the rewording says as much without the word. */
function isMoot(force: Force, { draft, rewording }: Comparison, { talk }: Vocabulary): boolean {
  const { on, clause, token } = force;
  if (means(force, 'or')) return commasIn(rewording) > commasIn(draft);
  if (means(force, 'can')) return isTalk(on, talk);
  if (means(force, 'will')) return isOwnDeed(clause, on);
  // 先别打: whoever is told not to do it at all does not do it now either.
  if (means(force, 'first')) return clause[clause.indexOf(token) + 1]?.meanings.includes('do_not') ?? false;
  return false;
}

/** 、 may stand where 或 stood in a list. */
const commasIn = ({ text }: { text: string }): number => text.split('、').length;

const isTalk = (on: Token | null, talk: ReadonlySet<string>): boolean =>
  on !== null && on.meanings.some(meaning => talk.has(meaning));

/** 我转告 and 我会转告: what the bot itself does next. */
function isOwnDeed(clause: Clause, on: Token | null): boolean {
  const at = clause.findIndex(token => on !== null && meansTheSame(token, on));
  const doer = clause.slice(0, at).findLast(({ kind }) => kind === 'speaker' || kind === 'addressee');
  return at > 0 && doer?.kind === 'speaker' && !isCompleted(clause);
}

const says = (token: Token | undefined, ...words: string[]): boolean =>
  token !== undefined && words.includes(token.words);

const isCompleted = (clause: Clause): boolean => clause.some(token => says(token, '了', '过'));
const hasNumber = (clause: Clause): boolean => clause.some(({ kind }) => kind === 'value');

/** 都没动 is not 没都动. */
function isTurned(force: Force, after: readonly Force[], before: readonly Force[]): boolean {
  if (isLoaded(force.token) || means(force, 'then')) return false;
  const next = after[after.indexOf(force) + 1];
  if (!next || next.clause !== force.clause || isLoaded(next.token) || means(next, 'then')) return false;
  const stoodSo = (first: Force, second: Force): boolean =>
    before.some(
      (one, at) =>
        sharesForce(one.token, first.token) &&
        before.some(
          (other, later) =>
            later > at && other.clause === one.clause && sharesForce(other.token, second.token),
        ),
    );
  return stoodSo(next, force) && !stoodSo(force, next);
}

/** 先打 110 is not 先打 95188: what stands with a value in one clause stood with it before. */
function isOnOtherValue(force: Force, before: readonly Force[]): boolean {
  const same = before.filter(one => sharesForce(one.token, force.token));
  const values = force.clause.filter(({ kind }) => kind === 'value');
  if (same.length === 0 || values.length === 0) return false;
  const known = same.flatMap(one => one.clause.filter(({ kind }) => kind === 'value'));
  return known.length > 0 && !values.some(value => known.some(one => meansTheSame(one, value)));
}
