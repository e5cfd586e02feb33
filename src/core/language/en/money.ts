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
  MYR: 'Malaysian ringgit',
  RUB: 'Russian roubles',
  VND: 'Vietnamese dong',
  IDR: 'Indonesian rupiah',
  PHP: 'Philippine pesos',
  INR: 'Indian rupees',
  CHF: 'Swiss francs',
  NZD: 'New Zealand dollars',
  BTC: 'bitcoins',
};

/**
 * Units of account, as they stand before or after an amount, and the hundredth of each. Regular expression sources; the
 * longer before the shorter.
 */
export const CURRENCIES: [currency: string, words: string, cents?: string][] = [
  ['HKD', String.raw`hk\$|hkd|(?:hong kong|hk) dollars?`],
  ['TWD', String.raw`nt\$|twd|ntd|(?:new )?taiwan dollars?`],
  ['AUD', String.raw`au?\$|aud|(?:australian|aussie) dollars?`],
  ['CAD', String.raw`ca?n?\$|cad|canadian dollars?`],
  ['SGD', String.raw`s\$|sgd|singapore dollars?`],
  ['NZD', String.raw`nz\$|nzd|new zealand dollars?`],
  ['MOP', String.raw`mop\$?|(?:macau )?patacas?`],
  ['USD', String.raw`us\$|usd|(?:us )?dollars?|bucks|\$`, 'cents?'],
  ['EUR', '€|eur(?:os?)?', 'euro ?cents?'],
  ['GBP', '£|gbp|pounds(?: sterling)?|quid', 'pence|pennies'],
  ['JPY', 'jpy|(?:japanese )?yen'],
  ['KRW', '₩|krw|(?:korean )?won(?= |$|[.,])'],
  ['THB', '฿|thb|(?:thai )?baht'],
  ['MYR', 'rm(?!b)|myr|(?:malaysian )?ringgits?'],
  ['RUB', '₽|rub|(?:russian )?ro?ubles?', 'kopecks?|kopeks?'],
  ['VND', '₫|vnd|(?:vietnamese )?dong'],
  ['IDR', 'idr|(?:indonesian )?rupiahs?'],
  ['PHP', '₱|php|(?:philippine )?pesos?'],
  ['INR', '₹|inr|(?:indian )?rupees?'],
  ['CHF', 'chf|(?:swiss )?francs?'],
  ['BTC', '₿|btc|bitcoins?'],
  ['CNY', '¥|rmb|cny|yuan|kuai|renminbi'],
];

/** The end of what stands before an amount that needs no unit: paid, charged me, the price is. */
export const MONEY_VERB =
  /\b(?:paid|pay(?:ing|s)?|costs?|charged?|charges|charging|owe[sd]?|owing|spent|spend|lost|transferred|sent|deducted|debited|refund(?:ed)?|borrowed|lent|repaid|price|prices|total|amount|balance|fee|deposit|worth|compensation|took|stole)(?: (?:me|us|him|her|them|you|it|of|is|was|were|for|just|only|a total|another|an extra|out|back|to|in total|with|exactly))*(?: ?[:=])? ?$/;

/** What follows a number that is no amount unless a unit says so. */
export const NOT_MONEY_AFTER =
  /^(?: ?(?:%|percent|per cent|am\b|pm\b|a\.m|p\.m|st\b|nd\b|rd\b|th\b)|[ -](?:times?|days?|weeks?|months?|years?|hours?|minutes?|mins?|items?|pieces?|pcs|people|persons?|instal+ments?|orders?|calls?|digits?|kg|km|units?|boxes|packs?|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|of (?:them|us|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|[a-z])/;
