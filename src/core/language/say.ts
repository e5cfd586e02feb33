import type { SlotValue } from '../knowledge/value.ts';
import { sayInEnglish } from './en/say.ts';
import type { Language } from '../knowledge/localized.ts';
import { sayInChinese } from './zh-CN/say.ts';

/**
 * A value in words, exact to the last cent. Choices, products and non-answers come out as their ids: their labels are the
 * knowledge's, not the language's.
 */
export function sayValue(value: SlotValue, language: Language): string {
  return language === 'en' ? sayInEnglish(value) : sayInChinese(value);
}
