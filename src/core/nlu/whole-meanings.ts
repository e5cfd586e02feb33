import { plainer as plainerInEnglish } from '../language/en/emphasis.ts';
import { PARTICLES, plainer as plainerInChinese } from '../language/zh-CN/emphasis.ts';
import { signsOf } from './signs.ts';
import { strip, withoutMarks } from './strip.ts';
import type { Meaning, Understanding } from './understanding.ts';

/** Longer messages are no answer said over and over. */
const LONGEST = 40;
/** Two answers without a pause between them are short. */
const LONGEST_JOINED = 12;
const BETWEEN = new RegExp(`[\\s,，。、;；!！~.…${PARTICLES}]+`);
const REPEATED = /^(.{1,12}?)\1+$/u;
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
  const meanings = meaningsOf(core || signsOf(normalized), mind, withoutMarks(normalized));
  return meanings.some(isAnswer) && ASKS.test(normalized)
    ? meanings.filter(meaning => !isAnswer(meaning))
    : meanings;
}

function meaningsOf(core: string, { whole, fillers }: Understanding, words: string): Meaning[] {
  if (core === '' || core.length > LONGEST) return whole.get(core) ?? [];
  // Patterns may speak of fillers and marks: 就这些吧, n.a.
  const asSaid = words === core ? undefined : whole.get(words);
  const own = asSaid?.some(meaning => meaning.is !== 'choice') ? asSaid : meantBy(core, whole);
  if (own) return own;
  const joined = core.replace(BLANKS, '');
  const said = meantBy(strip(REPEATED.exec(joined)?.[1] ?? joined, fillers), whole);
  if (said) return said;
  const parts = core.split(BETWEEN).filter(part => part !== '');
  if (parts.length > 1) return meantByAll(parts.map(part => meantBy(strip(part, fillers), whole) ?? []));
  // 好的没问题
  for (let at = 2; core.length <= LONGEST_JOINED && at <= core.length - 2; at++) {
    const [first, second] = [whole.get(core.slice(0, at)), whole.get(core.slice(at))];
    if (first && second) return meantByAll([first, second]).filter(isAnswer);
  }
  return [];
}

/** What the words mean, or where that is no answer of its own, the same words without emphasis. */
function meantBy(words: string, whole: Understanding['whole']): Meaning[] | undefined {
  const exactly = whole.get(words);
  if (exactly?.some(meaning => meaning.is !== 'choice')) return exactly;
  for (const plainer of HAN.test(words) ? plainerInChinese(words) : plainerInEnglish(words)) {
    const answers = whole.get(plainer)?.filter(isAnswer);
    if (answers && answers.length > 0) return [...(exactly ?? []), ...answers];
  }
  return exactly;
}

const isYes = (meaning: Meaning): boolean =>
  meaning.is === 'act' && (meaning.act === 'affirm' || meaning.act === 'agree');
const isAnswer = (meaning: Meaning): boolean =>
  isYes(meaning) || meaning.is === 'non-answer' || (meaning.is === 'act' && meaning.act === 'deny');

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
