import type { Language } from '../../knowledge/localized.ts';

const SHORTENED: [short: RegExp, full: string][] = [
  [/\bcan't\b|\bcan not\b/g, 'cannot'],
  [/\bwon't\b/g, 'will not'],
  [/n't\b/g, ' not'],
  [/\bi'm\b/g, 'i am'],
  [/\b(you|we|they)'re\b/g, '$1 are'],
  [/\b(it|that|there|here|what|who|where|how)'s\b/g, '$1 is'],
  [/'ll\b/g, ' will'],
  [/'ve\b/g, ' have'],
  [/\b(i|you|we|they|he|she)'d\b/g, '$1 would'],
];

/** A normalised text with what is shortened in English written out. */
export const inFull = (text: string, language: Language): string =>
  language === 'en' ? SHORTENED.reduce((all, [short, full]) => all.replace(short, full), text) : text;
