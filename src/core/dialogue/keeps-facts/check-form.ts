import type { Language } from '../../knowledge/localized.ts';
import type { Veto } from './veto.ts';

/** A rewording may be so much longer than its draft, in characters. */
const LONGER = { times: 1.6, more: { 'zh-CN': 16, en: 32 } };
const SHORTER = 0.4;

/** Marks of a page, of code and of links that no draft has. */
const MARKUP = /[*_#`~<>{}[\]|\\^]|https?:|www\.|\w\.(?:com|cn|net|org|io)\b|@/;
const HAN = /\p{Script=Han}/u;
const LETTERS = /[a-z]{2,}/g;
/** Anything but writing: pictures, control characters, other scripts. */
const STRANGE = /[^\p{Script=Han}\p{Script=Latin}\p{N}\p{P}\p{Zs}\n$¥€£+=%°·×⟦⟧]/u;

/** Whether a rewording looks like its draft: about as long, in the same language, of no other signs. */
export function checkForm(draft: string, rewording: string, language: Language): Veto | null {
  if (rewording.trim() === '') return { reason: 'empty', words: '' };
  if (
    rewording.length > draft.length * LONGER.times + LONGER.more[language] ||
    rewording.length < draft.length * SHORTER
  )
    return { reason: 'length', words: rewording.slice(0, 40) };
  for (const pattern of [MARKUP, STRANGE]) {
    const sign = pattern.exec(rewording)?.[0];
    if (sign !== undefined && !draft.includes(sign)) return { reason: 'form', words: sign };
  }
  if (rewording.split('\n').length > draft.split('\n').length) return { reason: 'form', words: '\n' };
  if (language === 'en') {
    const han = HAN.exec(rewording)?.[0];
    return han !== undefined && !HAN.test(draft) ? { reason: 'language', words: han } : null;
  }
  const foreign = rewording.match(LETTERS)?.find(word => !draft.includes(word));
  return foreign === undefined ? null : { reason: 'language', words: foreign };
}
