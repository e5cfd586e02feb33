/** As the Chinese file beside it. */
export const PERCENT_AFTER: [words: RegExp, percent: number, form: 'share' | 'points' | 'discount'][] = [
  [/ ?(?:%|percent) of the (?:full |usual )?price/y, 1, 'discount'],
  [/ ?percentage points?/y, 1, 'points'],
  [/ ?(?:percent|per cent)/y, 1, 'share'],
];

export const PERIODS: [per: 'day' | 'month' | 'year', before: RegExp, after: RegExp][] = [
  ['day', /\bdaily (?:interest |rate |of |is )*$/, / ?(?:a|per|\/) ?day|daily/y],
  ['month', /\bmonthly (?:interest |rate |of |is )*$/, / ?(?:(?:a|per|\/) ?month|monthly)/y],
  ['year', /\b(?:annual|yearly|apr) (?:interest |rate |of |is )*$/, / ?(?:(?:a|per|\/) ?year|annual|apr)/y],
];
