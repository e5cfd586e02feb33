import * as english from '../language/en/private-words.ts';
import type { Language } from '../knowledge/localized.ts';
import { normalize } from '../language/normalize.ts';
import * as chinese from '../language/zh-CN/private-words.ts';
import type { Span } from './span.ts';
import { foundBy } from './without-personal-data.ts';

/** What is written in the other script is a name more often than not. */
const FOREIGN: Record<Language, RegExp> = {
  'zh-CN': /[\p{Script=Latin}_@][\p{Script=Latin}\d_@.+-]*/gu,
  en: /[\p{Script=Han}]+/gu,
};

const DIGITS = /\d+/g;

/**
 * Stretches of a text that might tell who wrote it or of whom, for words that leave the house: all numbers but those of
 * hotlines, all that could be a name, an address, an account. Most of them are harmless.
 * @param hotlines where the text has the numbers of hotlines
 */
export function privateStretches(text: string, language: Language, hotlines: readonly Span[]): Span[] {
  const normal = normalize(text);
  const names = normal.replace(chinese.NO_NAMES, words => '\0'.repeat(words.length));
  const found = [
    ...foundBy(chinese.PRIVATE, normal),
    ...foundBy(chinese.NAMES, names),
    ...foundBy([FOREIGN[language], DIGITS], normal),
    ...(language === 'en' ? foundBy(english.PRIVATE, text) : []),
  ];
  return found.filter(({ start, end }) => !hotlines.some(one => one.start === start && one.end === end));
}
