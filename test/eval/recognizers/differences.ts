import type { Verdict } from '../tally.ts';

/** Cases of the files that contradict us on purpose: the words that make them do so, what we then come to, and why. */
const DIFFERENCES: [words: RegExp, verdict: Verdict, reason: string][] = [
  [/^\d{1,2}号$/, 'wrong', '12号 answers the question for a day: it is the twelfth'],
  [/^\d{1,2}[/]\d{1,2}[/]\d{4}$/, 'asked', 'either number may be the month, so the person is asked'],
  [
    /今年\d+周?岁/,
    'missed',
    'an age names no day: a date read from it would be filed as the day of a purchase',
  ],
  [
    /(?:天|[日号])(?:[一二三四五六七八九]|1?\d)点/,
    'asked',
    'four may be in the afternoon, so the person is asked',
  ],
];

export const differenceOf = (input: string, verdict: Verdict): string | undefined =>
  DIFFERENCES.find(([words, ours]) => ours === verdict && words.test(input))?.[2];
