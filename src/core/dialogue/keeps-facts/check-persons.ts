import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Token } from './token.ts';
import type { Veto } from './veto.ts';
import type { Vocabulary } from './vocabulary.ts';

const isPerson = ({ kind }: Token): boolean => kind === 'speaker' || kind === 'addressee';
const isWho = ({ kind, meanings }: Token): boolean => kind === 'ask' && meanings.includes('who');

/** Of each word the person who stands before it in its clause, if one does. */
function doersIn(clauses: readonly Clause[]): { doer: string; what: Token }[] {
  return clauses.flatMap(clause => {
    let doer: string | null = null;
    return clause.flatMap(token => {
      if (isPerson(token) || isWho(token)) doer = isWho(token) ? 'who' : token.kind;
      else if (token.kind === 'plain' && doer !== null) return [{ doer, what: token }];
      return [];
    });
  });
}

/** Who does what to whom is as before: what you did, I do not do, and nobody becomes somebody else. */
export function checkPersons({ draft, rewording }: Comparison, words: Vocabulary): Veto | null {
  const before = doersIn(draft.clauses);
  for (const { doer, what } of doersIn(rewording.clauses)) {
    const alike = before.filter(one => meansTheSame(one.what, what));
    if (alike.length > 0 && !alike.some(one => one.doer === doer))
      return { reason: 'swapped', words: what.words };
  }
  const third = (token: Token): boolean => words.parties.has(token.words) && !isPerson(token);
  const deeds = new Set(draft.clauses.flatMap(clause => deedsOf(clause, third)));
  for (const clause of rewording.clauses) {
    const turned = deedsOf(clause, third).find(deed => !deeds.has(deed) && deeds.has(mirrored(deed)));
    if (turned !== undefined) return { reason: 'swapped', words: turned };
  }
  const isParty = (token: Token): boolean => words.parties.has(token.words) || token.kind === 'value';
  const known = new Set(draft.clauses.flatMap(clause => pairsOf(clause.filter(isParty))));
  for (const clause of rewording.clauses) {
    const parties = clause.filter(isParty);
    const turned = pairsOf(parties).find(pair => !known.has(pair) && known.has(mirrored(pair)));
    if (turned !== undefined) return { reason: 'swapped', words: turned };
    const merged = clause.find((token, at) => isPerson(token) && isNamedAs(token, clause[at + 1], isParty));
    if (merged) return { reason: 'swapped', words: merged.words };
  }
  return null;
}

/** 我们支付宝: who speaks becomes somebody who does not speak here. */
const isNamedAs = (person: Token, next: Token | undefined, isParty: (token: Token) => boolean): boolean =>
  person.kind === 'speaker' &&
  next !== undefined &&
  next.kind !== 'value' &&
  !isPerson(next) &&
  isParty(next);

/** Who stands before or behind which word. */
function deedsOf(clause: Clause, isParty: (token: Token) => boolean): string[] {
  return clause.flatMap((one, at) =>
    clause
      .slice(at + 1)
      .filter(
        other =>
          isParty(one) !== isParty(other) &&
          [one, other].some(token => token.kind === 'plain' && !isParty(token)),
      )
      .map(other => `${keyOf(one)} ${keyOf(other)}`),
  );
}

const keyOf = ({ meanings, words }: Token): string => meanings[0] ?? words;
const mirrored = (pair: string): string => pair.split(' ').reverse().join(' ');

/** Each two of them, the first before the second. */
const pairsOf = (tokens: readonly Token[]): string[] =>
  tokens.flatMap((one, at) => tokens.slice(at + 1).map(other => `${one.words} ${other.words}`));
