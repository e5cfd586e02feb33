import * as english from '../../language/en/people.ts';
import * as chinese from '../../language/zh-CN/people.ts';
import { anyOf } from './number-label.ts';

/** A name at an offset of the text, and how the sentence marks it. */
export interface MarkedName {
  start: number;
  name: string;
  rule: 'called' | 'person';
}

/** None of the patterns below fits without one of these. */
const MARK =
  /[叫名姓]|款[人方]|系人|[法卡机]人|[持卡机]主|客服|[经总]理|主[管任]|先生|女士|老[师板]|律师|[员中]介?[小老阿]/;

const SURNAME = `(?:${chinese.DOUBLE_SURNAMES.join('|')}|[${chinese.SURNAMES}])`;
const GIVEN = `[^\\P{Script=Han}${chinese.NOT_IN_GIVEN_NAMES}]`;
const PERSON = `${SURNAME}${GIVEN}{1,2}?(?=$|[^\\p{Script=Han}]|${chinese.AFTER_A_NAME})`;
const IS_CALLED = '(?:的?(?:名字|姓名|真名))?(?:叫做?|就?是|为|写的?是|显示(?:是|为)?|[:：])';
const TITLE = anyOf(chinese.TITLES);

const PEOPLE: readonly RegExp[] = [
  new RegExp(
    `(?:(?:${anyOf(chinese.HOLDERS)})${IS_CALLED}{0,2} ?|(?:${anyOf(chinese.ROLES)})${IS_CALLED}{1,2})(?<name>${PERSON})`,
    'gu',
  ),
  new RegExp(`[个位]叫(?<name>${PERSON})的`, 'gu'),
  new RegExp(
    `(?<=^|[^\\p{Script=Han}]|${chinese.BEFORE_A_TITLE})(?<name>[${chinese.SURNAMES}](?:${TITLE}))`,
    'gu',
  ),
  new RegExp(
    `(?<name>(?:${anyOf(chinese.FAMILIAR)})[小老阿][${chinese.SURNAMES}])(?=$|[^\\p{Script=Han}]|${chinese.AFTER_A_NAME})`,
    'gu',
  ),
];
const WITH_TITLE = new RegExp(`([${chinese.SURNAMES}])(?:${TITLE})`, 'gu');
const ONLY_SURNAME = new RegExp(`姓([${chinese.SURNAMES}])的(?:${TITLE}|客服|人|男的|女的)?`, 'gu');

const THING = anyOf(chinese.NAMED_THINGS);
const CALLED: readonly RegExp[] = [
  new RegExp(
    `(?:(?:${anyOf(chinese.NAME_NOUNS)})(?:叫做?|就?是|为|写的?是|[:：]) ?|(?:${THING}|[这那一有]家)(?:的?名字)?叫做?)[「“"『]?(?<name>[^\\s，。,;；!！?？、「」“”"『』()（）\\n]{2,24})`,
    'gu',
  ),
  new RegExp(`[家个]叫做?(?<name>[^\\s，。,;；!！?？、「」“”"\\n]{2,16}?)(?=的(?:${THING}))`, 'gu'),
];
const CUT = new RegExp(`(?<=..)(?:${chinese.ENDS_A_NAME}).*$`, 'u');

/** Names that the sentence introduces: 收款人是张三, 店名叫…, 一家叫…的民宿, sold by …. Linear. */
export function* markedNames(text: string, raw: string): Generator<MarkedName> {
  if (MARK.test(text)) {
    yield* named(text, PEOPLE, 'person', name => name);
    yield* named(text, CALLED, 'called', name => name.replace(CUT, ''));
    yield* surnames(text);
  }
  if (/[a-z] /.test(text)) yield* englishNames(text, raw);
}

function* named(
  text: string,
  patterns: readonly RegExp[],
  rule: MarkedName['rule'],
  trim: (name: string) => string,
): Generator<MarkedName> {
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const found = match.groups?.['name'] ?? '';
      const name = trim(found);
      const start = match.index + match[0].indexOf(found, match[0].length - found.length - 1);
      if (name.length >= 2 && (rule === 'person' || !chinese.NO_NAME.test(name))) yield { start, name, rule };
    }
  }
}

/** 姓王的 names somebody where no fuller name does: 姓王的经理, 大家叫他王经理. */
function* surnames(text: string): Generator<MarkedName> {
  const fuller = new Set(Array.from(text.matchAll(WITH_TITLE), match => match[1]));
  for (const match of text.matchAll(ONLY_SURNAME))
    if (!fuller.has(match[1])) yield { start: match.index, name: match[0], rule: 'person' };
}

function* englishNames(text: string, raw: string): Generator<MarkedName> {
  for (const match of text.matchAll(english.BEFORE_A_NAME)) {
    english.NAME.lastIndex = match.index + match[0].length;
    const name = english.NAME.exec(raw)?.[0].replace(/(?<!co|ltd|inc|corp)\.$/i, '');
    if (name !== undefined && name.length >= 2 && !english.NO_NAME.test(name))
      yield { start: match.index + match[0].length, name, rule: 'called' };
  }
}
