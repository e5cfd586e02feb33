import type { MoneyValue } from '../../knowledge/value.ts';

type Each = NonNullable<MoneyValue['each']>;

/** Words before an amount that comes again and again: each instalment is 1200, monthly payment of 300. */
export const EACH_BEFORE: [each: Each, words: RegExp][] = [
  ['instalment', /(?:each|every|per) (?:instal+ment|term)(?: (?:is|was|of|costs?|at|about))* $/],
  [
    'month',
    /(?:(?:each|every|per) month|monthly)(?: (?:i|they|it|pay|paid|can|afford|charges?|payments?|fee|is|was|of|about|at most))* $/,
  ],
  ['week', /(?:(?:each|every|per) week|weekly)(?: (?:i|they|it|pay|paid|charges?|is|was|of|about))* $/],
  [
    'year',
    /(?:(?:each|every|per) year|yearly|annual)(?: (?:fee|i|they|it|pay|paid|charges?|is|was|of|about))* $/,
  ],
  ['day', /(?:(?:each|every|per) day|daily)(?: (?:i|they|it|pay|paid|charges?|is|was|of|about))* $/],
  ['time', /(?:each|every) time(?: (?:i|they|it|pay|paid|charges?|is|was|of|about))* $/],
];

/** The same after it: 1200 a month, 50 per day. */
export const EACH_AFTER: [each: Each, words: RegExp][] = [
  ['instalment', /^ ?(?:per|each|an?|every|\/) ?(?:instal+ment|term)/],
  ['month', /^ ?(?:per|each|a|every|\/) ?month/],
  ['week', /^ ?(?:per|each|a|every|\/) ?week/],
  ['year', /^ ?(?:per|each|a|every|\/) ?year/],
  ['day', /^ ?(?:per|each|a|every|\/) ?day/],
  ['time', /^ ?(?:each|every|a|per) ?time/],
];
