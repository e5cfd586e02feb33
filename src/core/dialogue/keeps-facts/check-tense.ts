import { type Comparison, meansTheSame } from './compare.ts';
import type { Clause, Token } from './token.ts';
import type { Language } from '../../knowledge/localized.ts';
import type { Veto } from './veto.ts';

const PERFECT = new Set(['has', 'have', 'had', "i've", 'i have', "you've", 'you have']);
const IS_PAST = /(?:ed|en|wn|ne|ght)$/;

/** What has happened has not yet to happen, and the other way round. */
export function checkTense(comparison: Comparison, language: Language): Veto | null {
  return language === 'en'
    ? checkPerfect(comparison)
    : (checkPastQuestion(comparison) ?? checkDone(comparison));
}

/** In Chinese a question about the past shows by a particle: 哪天谈的 is not 哪天谈. */
const OF_THE_PAST = /[的了过]|已/;

function checkPastQuestion({ draft, rewording }: Comparison): Veto | null {
  const pastOf = ({ clauses }: Comparison['draft']): boolean[] =>
    clauses
      .filter(clause => clause.some(({ kind }) => kind === 'ask'))
      .map(clause => OF_THE_PAST.test(clause.map(({ words }) => words).join('')));
  const [before, after] = [pastOf(draft), pastOf(rewording)];
  const isLost = before.length > 0 && after.length > 0 && before.every(Boolean) && !after.some(Boolean);
  return isLost ? { reason: 'force', words: '的' } : null;
}

const TO_COME = new Set(['要', '会', '将', '可以', '能', '才']);

/** 要停止催收 is not 停止了催收: what is to come, or may, is not said to have come. */
function checkDone({ draft, rewording }: Comparison): Veto | null {
  const before = draft.clauses.filter(clause => !clause.some(isPast));
  const done = rewording.clauses.find(clause => {
    if (!clause.some(isPast)) return false;
    const said = clause.filter(({ kind }) => kind === 'plain');
    const holdsAll = (one: Clause): boolean =>
      said.length > 0 && said.every(token => one.some(other => meansTheSame(other, token)));
    if (draft.clauses.some(one => one.some(isPast) && holdsAll(one))) return false;
    const from = before.filter(holdsAll);
    return (
      from.some(one => one.some(({ words }) => TO_COME.has(words))) &&
      !clause.some(({ words }) => TO_COME.has(words))
    );
  });
  return done ? { reason: 'force', words: done.map(({ words }) => words).join('') } : null;
}

const isPast = ({ words }: Token): boolean => words === '了' || words === '过' || words.startsWith('已');

/** In English it is marked on the verb: “has cleared” is not “clears”. */
function checkPerfect({ draft, rewording }: Comparison): Veto | null {
  const before = draft.clauses.flat();
  const early = perfectsIn(rewording.clauses).find(verb => {
    const same = before.filter(one => meansTheSame(one, verb));
    return same.length > 0 && !same.some(({ words }) => IS_PAST.test(words));
  });
  return early ? { reason: 'force', words: early.words } : null;
}

const perfectsIn = (clauses: readonly Clause[]): Token[] =>
  clauses.flatMap(clause =>
    clause.filter((token, at) => {
      if (token.kind !== 'plain' || !IS_PAST.test(token.words)) return false;
      return clause.slice(Math.max(0, at - 4), at).some(({ words }) => PERFECT.has(words));
    }),
  );
