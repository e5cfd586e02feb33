import { type Comparison, meansTheSame } from './compare.ts';
import { carries, type Force, forceMeanings, means } from './force.ts';
import type { Clause, Token } from './token.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whether it says too little to be missed, or minded. */
export const mayGo = (force: Force, allowed: ReadonlySet<string>): boolean =>
  forceMeanings(force.token).some(
    meaning => meaning === 'suffice' || (meaning !== 'then' && allowed.has(meaning)),
  ) ||
  (allowed.has('then') && means(force, 'then') && !means(force, 'if'));

/** What the draft leaves open, so that saying that it does not matter promises nothing. */
const LEFT_OPEN = ['none', 'know_not', 'want_not', 'no-matter', 'need-not'];

/** What may be added where the draft says as much without the word. */
export function isHarmless(
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
export function isMoot(force: Force, { draft, rewording }: Comparison, { talk }: Vocabulary): boolean {
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
