import { characterClass } from '../language/character-class.ts';
import { plainer as plainerInEnglish } from '../language/en/emphasis.ts';
import { PARTICLES, plainer as plainerInChinese } from '../language/zh-CN/emphasis.ts';
import { wordsOrSigns } from './signs.ts';
import { strip, withoutMarks } from './strip.ts';
import { isAnswer, type Meaning, type Understanding } from './understanding.ts';

/** Longer messages are no answer said over and over. */
const LONGEST = 40;
/** Two answers without a pause between them are short. */
const LONGEST_JOINED = 12;
const BETWEEN = new RegExp(`[\\s,，。、;；!！~.…${PARTICLES}]+`);
const isBlankOrMark = characterClass(/[\s\p{P}]/u);
const BLANKS = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu;
const HAN = /\p{Script=Han}/u;
const ASKS = /[?？][\s!！。~]*$/;

/**
 * What a message or clause means that says one thing and nothing else. Said again, or in other words of the same
 * meaning, it is still one thing: 对对对; 好的，没问题; 👌👌; 真的不太清楚. Asked back it is no answer: 可以？
 * @param core what `strip` leaves of it
 */
export function wholeMeanings(
  normalized: string,
  mind: Understanding,
  core = strip(normalized, mind.fillers),
): Meaning[] {
  const meanings = meaningsOf(wordsOrSigns(core, normalized), mind, withoutMarks(normalized));
  return meanings.some(isAnswer) && ASKS.test(normalized)
    ? meanings.filter(meaning => !isAnswer(meaning))
    : meanings;
}

function meaningsOf(core: string, mind: Understanding, words: string): Meaning[] {
  const { whole, fillers } = mind;
  if (core === '' || core.length > LONGEST) return whole.get(core) ?? [];
  // Patterns may speak of fillers and marks: 就这些吧, n.a.
  const exactly = (words === core ? undefined : choosesNothing(whole.get(words))) ?? whole.get(core);
  if (choosesNothing(exactly)) return exactly ?? [];
  if (!isMadeOfAnswers(core, mind)) return exactly ?? repeated(core, mind) ?? saidInParts(core, mind);
  const own = meantBy(core, whole) ?? repeated(core, mind);
  if (own) return own;
  const parts = partsOf(core);
  if (parts.length > 1) return meantByAll(parts.map(part => meantBy(strip(part, fillers), whole) ?? []));
  // 好的没问题
  for (let at = 2; core.length <= LONGEST_JOINED && at <= core.length - 2; at++) {
    const first = whole.get(core.slice(0, at));
    const second = first && whole.get(core.slice(at));
    if (second) return meantByAll([first, second]).filter(isAnswer);
  }
  return [];
}

const partsOf = (core: string): string[] =>
  BETWEEN.test(core) ? core.split(BETWEEN).filter(part => part !== '') : [core];

/** 气死我了，你们都是骗子: each part means the same, and none says anything else. */
function saidInParts(core: string, { whole }: Understanding): Meaning[] {
  const parts = partsOf(core);
  if (parts.length < 2) return [];
  return meantByAll(parts.map(part => whole.get(part) ?? [])).filter(meaning => meaning.is === 'act');
}

/** Only then can leaving words out, or taking it apart, make an answer of a text. */
function isMadeOfAnswers(core: string, { answerCharacters }: Understanding): boolean {
  let at = 0;
  for (const character of core) {
    if (!answerCharacters.has(character) && !isBlankOrMark(core, at)) return false;
    at += character.length;
  }
  return true;
}

function repeated(core: string, { whole, fillers }: Understanding): Meaning[] | undefined {
  const joined = core.includes(' ') ? core.replace(BLANKS, '') : core;
  const once = saidOnce(joined);
  return once === core ? undefined : meantBy(strip(once, fillers) || once, whole);
}

/** 对 of 对对对; the text itself where it is no repetition. */
function saidOnce(text: string): string {
  for (let size = 1; size <= text.length / 2; size++) {
    if (text.length % size !== 0 || text.charAt(size) !== text.charAt(0)) continue;
    const once = text.slice(0, size);
    if (text === once.repeat(text.length / size)) return once;
  }
  return text;
}

/** A choice may share its label with an answer: 都没有. */
const choosesNothing = (meanings: Meaning[] | undefined): Meaning[] | undefined =>
  meanings?.some(meaning => meaning.is !== 'choice') ? meanings : undefined;

/** What the words mean, or where that is no answer of its own, the same words without emphasis. */
function meantBy(words: string, whole: Understanding['whole']): Meaning[] | undefined {
  const exactly = whole.get(words);
  if (choosesNothing(exactly)) return exactly;
  for (const plainer of HAN.test(words) ? plainerInChinese(words) : plainerInEnglish(words)) {
    const answers = whole.get(plainer)?.filter(isAnswer);
    if (answers && answers.length > 0) return [...(exactly ?? []), ...answers];
  }
  return exactly;
}

const isYes = (meaning: Meaning): boolean =>
  meaning.is === 'act' && (meaning.act === 'affirm' || meaning.act === 'agree');

/** 对，好的 means both: each is a yes. */
function meantByAll(parts: Meaning[][]): Meaning[] {
  const [first = [], ...rest] = parts;
  if (parts.every(meanings => meanings.some(isYes)))
    return [...first, ...rest.flat()].filter(
      (one, at, all) => isYes(one) && all.findIndex(other => isSame(one, other)) === at,
    );
  return first.filter(one => rest.every(meanings => meanings.some(other => isSame(one, other))));
}

const isSame = (one: Meaning, other: Meaning): boolean =>
  Object.values(one).join(':') === Object.values(other).join(':');
