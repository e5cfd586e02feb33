/** Cases of the files that contradict us on purpose, by the words that make them do so, with the reason. */
const DIFFERENCES: [words: RegExp, reason: string][] = [
  [/^1?\d号$/, '12号 answers the question for a day: it is the twelfth'],
  [/^\d{1,2}[/]\d{1,2}[/]\d{4}$/, 'either number may be the month, so the person is asked'],
  [/今年\d+周?岁/, 'an age names no day: a date read from it would be filed as the day of a purchase'],
  [
    /(?<![早晚午夜晨])[一二三四五六七八九\d]点(?:和|$)/,
    'four may be in the afternoon, so the person is asked',
  ],
];

export const differenceOf = (input: string): string | undefined =>
  DIFFERENCES.find(([words]) => words.test(input))?.[1];
