const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
/** Number words below a hundred. */
export const VALUE = new Map<string, number>([
  ...WORDS.map((word, at): [string, number] => [word, at]),
  ...TENS.map((word, at): [string, number] => [word, (at + 2) * 10]),
  ['a', 1],
  ['an', 1],
]);
/** Words that multiply what stands before them. */
export const MULTIPLIERS = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['grand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
]);

const UNIT = `(?:${[...VALUE.keys()].filter(word => word.length > 2).join('|')})`;
const MULTIPLIER = `(?:${[...MULTIPLIERS.keys()].join('|')})s?`;
/** A whole number with at least one of these words in it. */
export const NUMBER = new RegExp(
  String.raw`(?<![\w.])(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[ -]${MULTIPLIER}|(?:(?:an?|several|a few|a couple of|${UNIT})[ -])${MULTIPLIER}|(?:several|some) ${MULTIPLIER}|${UNIT})(?:(?: and|,)?[ -](?:${UNIT}|${MULTIPLIER})){0,24}(?![\w])`,
  'g',
);
