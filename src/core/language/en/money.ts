/** How the units of account are said after an amount. */
export const CURRENCY_NAMES: Record<string, string> = {
  CNY: 'yuan',
  HKD: 'Hong Kong dollars',
  USD: 'US dollars',
  EUR: 'euros',
  JPY: 'Japanese yen',
  GBP: 'pounds sterling',
  TWD: 'New Taiwan dollars',
  KRW: 'Korean won',
  AUD: 'Australian dollars',
  CAD: 'Canadian dollars',
  SGD: 'Singapore dollars',
  MOP: 'Macau patacas',
  THB: 'Thai baht',
};

/** Units of account, as they stand before or after an amount. Regular expression sources; the longer before the shorter. */
export const CURRENCIES: [currency: string, words: string][] = [
  ['HKD', String.raw`hk\$|hkd|(?:hong kong|hk) dollars?`],
  ['TWD', String.raw`nt\$|twd|(?:new )?taiwan dollars?`],
  ['AUD', String.raw`au?\$|aud|(?:australian|aussie) dollars?`],
  ['CAD', String.raw`c\$|cad|canadian dollars?`],
  ['SGD', String.raw`s\$|sgd|singapore dollars?`],
  ['MOP', String.raw`mop\$?|(?:macau )?patacas?`],
  ['USD', String.raw`us\$|usd|(?:us )?dollars?|bucks|\$`],
  ['EUR', '€|eur(?:os?)?'],
  ['GBP', '£|gbp|pounds(?: sterling)?|quid'],
  ['JPY', 'jpy|(?:japanese )?yen'],
  ['KRW', '₩|krw|(?:korean )?won(?= |$|[.,])'],
  ['THB', '฿|thb|(?:thai )?baht'],
  ['CNY', '¥|rmb|cny|yuan|kuai|renminbi'],
];

/** The end of what stands before an amount that needs no unit: paid, charged me, the price is. */
export const MONEY_VERB =
  /\b(?:paid|pay(?:ing|s)?|costs?|charged?|charges|charging|owe[sd]?|owing|spent|spend|lost|transferred|sent|deducted|debited|refund(?:ed)?|borrowed|lent|repaid|price|prices|total|amount|balance|fee|deposit|worth|compensation|took|stole)(?: (?:me|us|him|her|them|you|it|of|is|was|were|for|just|only|a total|another|an extra|out|back|to|in total|with|exactly))*(?: ?[:=])? ?$/;

export const ABOUT =
  /\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|probably|maybe)(?: a)? ?$/;
export const AT_MOST = /\b(?:less than|under|at most|up to|no more than|not more than|below|max(?:imum)?) ?$/;
export const AT_LEAST =
  /\b(?:more than|over|at least|above|no less than|not less than|min(?:imum)?|upwards of) ?$/;
export const ABOUT_AFTER = / ?(?:or so|or thereabouts|-ish|ish\b|approximately|roughly|give or take)/y;
export const AT_LEAST_AFTER = / ?(?:or more|and up|at least|\+(?!\d))/y;
export const AT_MOST_AFTER = / ?(?:or less|at most|max\b)/y;

/** What follows a number that is no amount unless a unit says so. */
export const NOT_MONEY_AFTER =
  /^(?: ?(?:%|percent|per cent|am\b|pm\b|a\.m|p\.m|st\b|nd\b|rd\b|th\b)|[ -](?:times?|days?|weeks?|months?|years?|hours?|minutes?|mins?|items?|pieces?|pcs|people|persons?|instal+ments?|orders?|calls?|digits?|kg|km|units?|boxes|packs?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of (?:them|us|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|[a-z])/;
