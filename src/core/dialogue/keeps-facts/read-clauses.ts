import type { Language } from '../../knowledge/localized.ts';
import { stem } from './stem.ts';
import type { Clause, Side, Token } from './token.ts';
import { type ValueFound, valuesIn } from './values-in.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where a clause ends. A half-width full stop does only before a blank. */
const PAUSE = /^(?:[，。；！？,;:!?\n…]|\.(?=\s|$)|-{2,}| - )/;
/** Where a sentence ends. */
const END = /^(?:[。！？!?\n]|\.)/;
const ASKS = /^[？?]/;
const WORD = /^[a-z0-9]+(?:'[a-z]+)?/;
/** 是不是, 有没有, 给没给, 知道不知道: a question in which nothing is denied. */
const EITHER_OR = /^((?!还)\p{Script=Han}{1,2})[不没]\1/u;
/** 一笔 and 一次 count nothing that could be miscounted. */
const SMALL_TALK: ReadonlySet<string> = new Set(['none 1~1', 'times 1~1']);
const IS_HAN = /^\p{Script=Han}/u;
const MEANS_NOTHING = /^[\s\p{P}\p{S}]/u;

/** A normalised text in clauses of tokens; at each place the longest form that is known. Linear for texts of a message. */
export function readClauses(text: string, language: Language, words: Vocabulary): Side {
  const values = valuesIn(text);
  const read: { sentence: number; clause: Token[] }[] = [{ sentence: 0, clause: [] }];
  const questions = new Set<number>();
  let sentence = 0;
  let nextValue = 0;
  for (let at = 0; at < text.length; ) {
    while ((values[nextValue]?.start ?? Number.POSITIVE_INFINITY) < at) nextValue++;
    const value = values[nextValue];
    const form = formAt(text, at, words, value);
    const isValue = value?.start === at && (form === null || form.length < value.end - at);
    const rest = text.slice(at, at + 40);
    const pause = isValue ? null : PAUSE.exec(rest);
    if (isValue) {
      const kind = SMALL_TALK.has(value.key) ? 'free' : 'value';
      push({ words: text.slice(at, value.end), meanings: [value.key], kind });
      at = value.end;
    } else if (pause) {
      if (ASKS.test(rest)) questions.add(sentence);
      if (END.test(rest)) sentence++;
      read.push({ sentence, clause: [] });
      at += pause[0].length;
    } else at += push(tokenAt(rest, form, language, words));
  }
  const kept = read.filter(({ clause }) => clause.length > 0);
  return {
    text,
    clauses: kept.map(({ clause }) => withAsking(withoutIdleNegation(clause), words)),
    sentences: kept.map(one => one.sentence),
    questions,
  };

  function push(token: Token): number {
    read.at(-1)?.clause.push(token);
    return token.words.length;
  }
}

/** 请您 is courtesy, 请对方 and 对方请您 a deed. */
function withAsking(clause: Clause, { parties, others }: Vocabulary): Clause {
  const isOther = (token: Token | undefined): boolean =>
    token !== undefined &&
    token.kind !== 'addressee' &&
    (parties.has(token.words) || others.has(token.words));
  return clause.flatMap((token, at): Token[] => {
    const isAsked = isOther(clause[at - 1]);
    if (token.words === '请' && (isAsked || isOther(clause[at + 1]))) return [ASKING];
    if (token.words === '请您' && isAsked)
      return [ASKING, { words: '您', meanings: ['addressee'], kind: 'addressee' }];
    return [token];
  });
}

const ASKING: Token = { words: '请', meanings: ['请'], kind: 'plain' };

/** Tokens of a verb with what it ends in. */
const LONGEST_VERB = 3;

/** 没谈成之前 is 谈成之前: in front of a “before” nothing is denied. */
function withoutIdleNegation(clause: Clause): Clause {
  const before = clause.findLastIndex(({ words }) => words === '之前' || words === '以前');
  const verb =
    clause.slice(0, Math.max(0, before)).findLastIndex(({ meanings }) => meanings.includes('none')) + 1;
  if (before - verb > LONGEST_VERB) return clause;
  return clause.map((token, at) =>
    at === verb - 1 && token.meanings.includes('none') ? { ...token, meanings: [], kind: 'free' } : token,
  );
}

function tokenAt(rest: string, form: string | null, language: Language, words: Vocabulary): Token {
  const either = language === 'zh-CN' ? EITHER_OR.exec(rest) : null;
  if (either && either[0].length >= (form?.length ?? 0)) {
    const [whole, verb = ''] = either;
    return { words: whole, meanings: ['whether', verb], kind: 'ask' };
  }
  const entry = form === null ? undefined : words.entries.get(form);
  if (form !== null && entry) return { words: form, meanings: entry.meanings, kind: entry.kind };
  const word = WORD.exec(rest)?.[0] ?? rest.slice(0, 1);
  if (MEANS_NOTHING.test(word)) return { words: word, meanings: [], kind: 'free' };
  const known = words.byStem.get(stem(word));
  return known ? { words: word, ...known } : { words: word, meanings: [stem(word)], kind: 'plain' };
}

/** The longest known form at a place; none that ends in the middle of a value, or of a word in letters. */
function formAt(text: string, at: number, words: Vocabulary, value: ValueFound | undefined): string | null {
  const isInWord = /[a-z0-9]/.test(text.charAt(at)) && /[a-z0-9]/.test(text.charAt(at - 1));
  if (isInWord) return null;
  const fits = (form: string): boolean => {
    const end = at + form.length;
    if (!text.startsWith(form, at)) return false;
    // 您的话 is what you say, 没有的话 a condition.
    if (form === '的话' && /[您你我他她们己人]/.test(text.charAt(at - 1))) return false;
    if (!IS_HAN.test(form) && /[a-z0-9']/.test(text.charAt(end)) && /[a-z0-9]$/.test(form)) return false;
    return value === undefined || end <= value.start || end >= value.end;
  };
  return words.byStart.get(text.charAt(at))?.find(fits) ?? null;
}
