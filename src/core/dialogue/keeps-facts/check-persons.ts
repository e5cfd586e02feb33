import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Side, Token } from './token.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

const SPEAKER = /我|\b(?:i|we|me|us|my|our)\b/g;
const ADDRESSEE = /您|你|\byou(?:rs?|rself)?\b/g;
const timesIn = ({ text }: Side, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** How many times more a rewording names somebody than its draft does. */
const moreOf = (person: RegExp, { draft, rewording }: Comparison): number =>
  timesIn(rewording, person) - timesIn(draft, person);

/** Who does what to whom is as before: what you did, I do not do, and nobody becomes somebody else. */
export function checkPersons(comparison: Comparison, words: Vocabulary): Veto | null {
  const { draft, rewording } = comparison;
  const exchanged = exchangedIn(comparison, words);
  if (exchanged !== null) return veto(exchanged);
  const doers = doersIn(draft.clauses, words);
  for (const { doer, what } of doersIn(rewording.clauses, words)) {
    const alike = doers.filter(one => meansTheSame(one.what, what));
    if (alike.length > 0 && !alike.some(one => one.doer === doer)) return veto(what.words);
  }
  const moved = movedIn(comparison, words);
  if (moved !== null) return veto(moved);
  const newly = rewording.clauses.flatMap(subjectsOf);
  const known = new Set(draft.clauses.flatMap(subjectsOf));
  const put = newly.find(one => !known.has(one) && known.has(one.replace(/^\w+/, 'nobody')));
  if (put !== undefined) return veto(put);
  const pairs = new Set(draft.clauses.flatMap(clause => pairsIn(clause, words)));
  const beside = new Set(draft.clauses.flatMap(clause => neighboursIn(clause, words)));
  for (const clause of rewording.clauses) {
    const turned = pairsIn(clause, words).find(pair => !pairs.has(pair) && pairs.has(mirrored(pair)));
    if (turned !== undefined) return veto(turned);
    const flipped = neighboursIn(clause, words).find(pair => !beside.has(pair) && beside.has(mirrored(pair)));
    if (flipped !== undefined) return veto(flipped);
    const merged = clause.find((token, at) => token.kind === 'speaker' && isThird(clause[at + 1], words));
    if (merged) return veto(merged.words);
  }
  return null;
}

const veto = (words: string): Veto => ({ reason: 'swapped', words });

/** Nobody is put in the place of somebody else; and neither who speaks nor others come in. */
function exchangedIn(comparison: Comparison, words: Vocabulary): string | null {
  const { draft, rewording } = comparison;
  const named = ({ clauses }: Side): number =>
    clauses.flat().filter(one => words.others.has(one.words)).length;
  const said = ({ clauses }: Side): number => clauses.flat().filter(one => one.kind === 'speaker').length;
  const [speaker, addressee] = [moreOf(SPEAKER, comparison), moreOf(ADDRESSEE, comparison)];
  const others = named(rewording) - named(draft);
  if (speaker * addressee < 0) return speaker > 0 ? 'speaker' : 'addressee';
  if (others > 0 || (others < 0 && (speaker > 0 || addressee > 0))) return 'others';
  return said(rewording) > said(draft) && speaker > 0 ? 'speaker' : null;
}

/** Who a token speaks of; null: of nobody. */
function personOf(token: Token, { parties, others }: Vocabulary): string | null {
  if (token.kind === 'speaker' || token.kind === 'addressee') return token.kind;
  if (token.kind === 'ask') return token.meanings.includes('who') ? 'who' : null;
  if (others.has(token.words)) return 'other';
  return parties.has(token.words) ? (token.meanings[0] ?? token.words) : null;
}

/** 我们支付宝: who speaks becomes somebody who does not speak here. */
function isThird(token: Token | undefined, words: Vocabulary): boolean {
  const person = token ? personOf(token, words) : null;
  return person !== null && !['speaker', 'addressee', 'who', 'other'].includes(person);
}

/** Of each word the person who stands before it in its clause, if one does. */
function doersIn(clauses: readonly Clause[], words: Vocabulary): { doer: string; what: Token }[] {
  return clauses.flatMap(clause => {
    let doer: string | null = null;
    return clause.flatMap(token => {
      const person = personOf(token, words);
      if (person !== null) doer = person;
      else if (token.kind === 'plain' && doer !== null) return [{ doer, what: token }];
      return [];
    });
  });
}

/** Somebody who was named before stands elsewhere now, and does what nobody was said to do. */
function movedIn(comparison: Comparison, words: Vocabulary): string | null {
  const { draft, rewording } = comparison;
  const done = doersIn(draft.clauses, words);
  const all = draft.clauses.flat();
  const put = doersIn(rewording.clauses, words).find(({ doer, what }) => {
    if (doer !== 'speaker' && doer !== 'addressee') return false;
    if (moreOf(doer === 'speaker' ? SPEAKER : ADDRESSEE, comparison) > 0) return false;
    const isKnown = done.some(one => one.doer === doer && meansTheSame(one.what, what));
    return !isKnown && all.some(token => meansTheSame(token, what));
  });
  return put?.what.words ?? null;
}

/** Of what is not understood or not known, who is said to be it: who stands before it in its clause. */
function subjectsOf(clause: Clause): string[] {
  return clause.flatMap((token, at) => {
    const meaning = token.meanings.find(one => one === 'understand_not' || one === 'know_not');
    if (meaning === undefined) return [];
    const who = clause.slice(0, at).findLast(({ kind }) => kind === 'speaker' || kind === 'addressee');
    return [`${who?.kind ?? 'nobody'} ${meaning}`];
  });
}

/** Who stands before whom, before which value, and before or behind which deed that goes from one to another. */
function pairsIn(clause: Clause, words: Vocabulary): string[] {
  const named = clause.flatMap((token): Named[] => {
    const person = personOf(token, words);
    const isAsked = token.kind === 'ask' && token.meanings.some(meaning => meaning.startsWith('which'));
    if (words.joints.has(token.words)) return [{ is: 'joint', key: '' }];
    if (person !== null) return [{ is: 'person', key: person }];
    if (isAsked) return [{ is: 'person', key: 'which' }];
    if (token.kind === 'value') return [{ is: 'value', key: token.meanings[0] ?? '' }];
    if (words.towards.has(token.words)) return [{ is: 'deed', key: token.meanings[0] ?? token.words }];
    return token.kind === 'plain' ? [{ is: 'other', key: '' }] : [];
  });
  return named.flatMap((one, at) =>
    named
      .map((other, further) => ({ ...other, between: named.slice(at + 1, further) }))
      .slice(at + 1)
      .filter(other => PAIRED.has(one.is) && PAIRED.has(other.is) && [one.is, other.is].includes('person'))
      .filter(({ between }) => !isList(between))
      .map(other => `${one.key}|${other.key}`),
  );
}

/** Somebody and the word right before or behind: 知道对方 is not 对方知道. */
function neighboursIn(clause: Clause, words: Vocabulary): string[] {
  const said = clause.filter(token => token.kind !== 'free' || personOf(token, words) !== null);
  const keyOf = (token: Token): string => personOf(token, words) ?? token.meanings[0] ?? token.words;
  return said.flatMap((token, at) => {
    const next = said[at + 1];
    if (!next || token.kind === 'ask' || next.kind === 'ask') return [];
    const isPerson = personOf(token, words) !== null;
    return isPerson !== (personOf(next, words) !== null) ? [`${keyOf(token)}|${keyOf(next)}`] : [];
  });
}

interface Named {
  is: 'person' | 'value' | 'deed' | 'joint' | 'other';
  key: string;
}

const PAIRED = new Set<Named['is']>(['person', 'value', 'deed']);

/** 花呗、借呗: members of one list stand in any order. */
const isList = (between: readonly Named[]): boolean =>
  between.some(({ is }) => is === 'joint') && between.every(({ is }) => is === 'joint' || is === 'person');

const mirrored = (pair: string): string => pair.split('|').reverse().join('|');
