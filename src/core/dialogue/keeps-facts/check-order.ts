import type { Language } from '../../knowledge/localized.ts';
import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Side, Token } from './token.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the rewording and where in the draft it may come from. */
interface Placed {
  token: Token;
  /** `rank` is the same for all members of one list, which may stand in any order. */
  places: readonly { clause: number; at: number; rank: number }[];
}

/** Tokens of a member of a list whose others do not tell. */
const LONGEST_MEMBER = 3;
/** What may be said of any clause, and tells none. */
const MOBILE = new Set(['can', 'first', 'will', 'must', 'should', 'only', 'may']);
const LIGHT = new Set([
  'then',
  'if',
  'suffice',
  'again',
  'still',
  'no-matter',
  'until',
  'all',
  'done',
  'usually',
  'or',
  'next',
]);
/** Questions, persons and what may come and go stand where the language wants them. */
const counts = ({ kind, meanings }: Token): boolean =>
  kind === 'value' || kind === 'plain' || (kind === 'force' && !meanings.some(meaning => LIGHT.has(meaning)));

/**
 * What is said of one thing is not said of another: clauses come in their order and hold together, and words keep their
 * order within them.
 */
export function checkOrder(
  { draft, rewording }: Comparison,
  words: Vocabulary,
  language: Language,
): Veto | null {
  const ranks = draft.clauses.map(clause => ranksOf(clause, words));
  const read = rewording.clauses.map(clause => placed(clause, draft.clauses, ranks));
  const mains = read.map(mainsOf);
  for (const [at, clause] of read.entries()) {
    const [own = new Set<number>(), first] = [mains[at], clause[0]];
    if (own.size > 1 && !isMerged(clause, own, draft.clauses)) return veto(first);
    for (const main of own) if (!isInOrder(indexesIn(main, clause), language)) return veto(first);
  }
  return (
    checkSpread(read, mains) ??
    checkClauses(
      mains.flatMap(own => (own.size === 0 ? [] : [Math.min(...own)])),
      draft,
      words,
    ) ??
    valuesInOrder(draft.clauses, rewording.clauses)
  );
}

const veto = (one: Placed | undefined): Veto => ({ reason: 'order', words: one?.token.words ?? '' });

function placed(clause: Clause, draft: readonly Clause[], ranks: readonly number[][]): Placed[] {
  return clause.filter(counts).map(token => ({
    token,
    places: draft.flatMap((said, number) =>
      said.flatMap((one, at) =>
        counts(one) && meansTheSame(one, token)
          ? [{ clause: number, at, rank: ranks[number]?.[at] ?? at }]
          : [],
      ),
    ),
  }));
}

const isOnlyIn = ({ places }: Placed): number | null => {
  const [first] = places;
  return first && places.every(({ clause }) => clause === first.clause) ? first.clause : null;
};

/**
 * The clauses of the draft from which words come that stand in no other; where there is no such word, the one in which
 * most of them stand.
 */
function mainsOf(clause: readonly Placed[]): Set<number> {
  const telling = clause.filter(({ token }) => !token.meanings.some(meaning => MOBILE.has(meaning)));
  const own = new Set(telling.map(isOnlyIn).filter(number => number !== null));
  if (own.size > 0) return own;
  const times = new Map<number, number>();
  for (const { places } of telling)
    for (const number of new Set(places.map(place => place.clause)))
      times.set(number, (times.get(number) ?? 0) + 1);
  const [best, next] = [...times].sort((one, other) => other[1] - one[1]);
  return best && best[1] > (next?.[1] ?? 0) ? new Set([best[0]]) : own;
}

/** What was parted before may be said in one breath: all of it, and in its order. */
function isMerged(clause: readonly Placed[], own: ReadonlySet<number>, draft: readonly Clause[]): boolean {
  const numbers = clause.map(isOnlyIn).filter(number => number !== null);
  if (numbers.some((number, at) => at > 0 && number < (numbers[at - 1] ?? 0))) return false;
  return [...own].every(number =>
    (draft[number] ?? [])
      .filter(counts)
      .filter(
        token => !draft.some((other, at) => at !== number && other.some(one => meansTheSame(one, token))),
      )
      .every(token => clause.some(one => meansTheSame(one.token, token))),
  );
}

/** The place of each token, and for those in a list the place where the list begins. */
function ranksOf(clause: Clause, { joints }: Vocabulary): number[] {
  const ranks = clause.map((_, at) => at);
  const marks = clause.flatMap(({ words }, at) => (joints.has(words) ? [at] : []));
  const [first, last] = [marks[0], marks.at(-1)];
  if (first === undefined || last === undefined) return ranks;
  // What stands before the first member and behind the last is told by how long the others are.
  const longest = Math.max(LONGEST_MEMBER, ...marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0) - 1));
  const [start, end] = [Math.max(0, first - longest), Math.min(clause.length, last + longest + 1)];
  return ranks.map((_, at) => (at >= start && at < end ? start : at));
}

/** Where in a clause of the draft the words stand, each place once. */
function indexesIn(number: number, clause: readonly Placed[]): number[] {
  const taken = new Set<number>();
  return clause.flatMap(({ places }) => {
    const place = places.find(({ clause: one, at }) => one === number && !taken.has(at));
    if (place) taken.add(place.at);
    return place ? [place.rank] : [];
  });
}

/** In Chinese what is spoken of may come first: the parts before and behind one place change sides. */
function isInOrder(indexes: readonly number[], language: Language): boolean {
  const breaks = indexes.flatMap((index, at) => (at > 0 && index < (indexes[at - 1] ?? 0) ? [at] : []));
  if (breaks.length === 0) return true;
  return language === 'zh-CN' && breaks.length === 1 && (indexes.at(-1) ?? 0) < (indexes[0] ?? 0);
}

/** A clause that is parted keeps the order of its parts. */
function checkSpread(read: readonly Placed[][], mains: readonly ReadonlySet<number>[]): Veto | null {
  for (const number of new Set(mains.flatMap(own => [...own]))) {
    const parts = read.filter((_, at) => mains[at]?.has(number));
    if (parts.length < 2) continue;
    const spread = parts.map(part =>
      indexesIn(
        number,
        part.filter(one => isOnlyIn(one) === number),
      ),
    );
    const isOver = spread.some(
      (part, at) => at > 0 && Math.min(...part) < Math.max(...(spread[at - 1] ?? [])),
    );
    if (isOver) return veto(parts[1]?.[0]);
  }
  return null;
}

/** Sentences come in their order, and so do clauses, but for the two of a sentence in which nothing comes first. */
function checkClauses(
  order: readonly number[],
  { clauses, sentences }: Side,
  words: Vocabulary,
): Veto | null {
  for (const [at, number] of order.entries()) {
    const before = order[at - 1];
    if (before === undefined || number >= before) continue;
    const together = sentences.flatMap((sentence, one) => (sentence === sentences[number] ? [one] : []));
    const isPair = sentences[before] === sentences[number] && together.length === 2;
    const follows = together.some(one => isSequenced(clauses[one] ?? [], words));
    if (!isPair || follows) return { reason: 'order', words: clauses[number]?.[0]?.words ?? '' };
  }
  return null;
}

const isSequenced = (clause: Clause, { sequence }: Vocabulary): boolean =>
  clause.some(({ words }) => sequence.has(words)) || clause.at(-1)?.words === '了';

/** The values of each clause of the draft come in their order, wherever they come. */
function valuesInOrder(draft: readonly Clause[], rewording: readonly Clause[]): Veto | null {
  const after = rewording.flat().filter(({ kind }) => kind === 'value');
  for (const clause of draft) {
    let from = 0;
    for (const value of clause.filter(({ kind }) => kind === 'value')) {
      const at = after.findIndex((one, index) => index >= from && one.meanings[0] === value.meanings[0]);
      if (at < 0) return { reason: 'order', words: value.words };
      from = at + 1;
    }
  }
  return null;
}
