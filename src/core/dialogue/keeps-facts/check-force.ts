import { bearsOnTheSame } from './bears-on-the-same.ts';
import { isHarmless, isMoot, mayGo } from './comes-and-goes.ts';
import { type Comparison, meansTheSame } from './compare.ts';
import { type Force, forcesOf, isLoaded, means, sharesForce } from './force.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

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
