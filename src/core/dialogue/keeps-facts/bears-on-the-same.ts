import { meansTheSame } from './compare.ts';
import { carries, type Force, isLoaded, means } from './force.ts';
import type { Token } from './token.ts';

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

/** Whether a word of the rewording that decides what is claimed decides it of what one of the draft does. */
export const bearsOnTheSame = (one: Force, other: Force, complete: ReadonlySet<string>): boolean =>
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
