import { MONTHS } from '../../language/en/dates.ts';
import { dayOf, months, oneDay, type Stretch, third, yearOf } from './date-calendar.ts';
import { anyOf, type Around, matchAt, nearestYear, type Reading, reading } from './date-reading.ts';

export const OFFSETS: Record<string, number> = {
  last: -1,
  past: -1,
  previous: -1,
  'this past': -1,
  this: 0,
  next: 1,
};
export const YEAR = "(?:,? ?(?:of )?((?:19|20)\\d\\d)(?!\\d)|,? '(\\d\\d)(?!\\d)|,? (last|this|next) year)?";
export const ENDS = '(?![a-z0-9])';
const NUMBER = '(\\d{1,2})(?:st|nd|rd|th)?';
const MONTH_WORDS = Object.keys(MONTHS).join('|');
const MONTH_DAY = anyOf(
  Object.keys(MONTHS),
  `\\.? (?:the )?${NUMBER}(?: ?(?:-|–|to|through) ?(?:the )?${NUMBER}(?! ?(?:${MONTH_WORDS})))?(?![\\d:%])(?! ?(?:days|times|yuan|items|am\\b|pm\\b))(?:${YEAR})`,
);
const DAY_MONTH = anyOf(
  Object.keys(MONTHS),
  `${ENDS}\\.?${YEAR}`,
  `(?:the )?${NUMBER}(?: ?(?:-|to|through) ?(?:the )?${NUMBER})?(?: day)?(?: of)? `,
);
const MONTH = anyOf(
  Object.keys(MONTHS),
  `${ENDS}\\.?${YEAR}`,
  '(?:(early|mid|late|the beginning of|the middle of|the end of|end of|beginning of|last|this|next)[ -])?',
);

/** The year that a month or holiday carries: written, or counted from this one; null when it is open. */
export function yearSaid(around: Around, full?: string, short?: string, word?: string): number | null {
  if (full) return Number(full);
  if (short) return 2000 + Number(short);
  return word ? yearOf(around.today) + (OFFSETS[word] ?? 0) : null;
}

/** A stretch in a year, or in the nearest one where the year is open. */
export const inYear = (
  around: Around,
  end: number,
  rule: string,
  year: number | null,
  make: (year: number) => Stretch | null,
): Reading | null =>
  reading(end, rule, year === null, [year === null ? nearestYear(around, make) : make(year)]);

/** A month, with its day or days, its third, its year. */
export function readMonths(
  text: string,
  at: number,
  around: Around,
  given: number | null = null,
): Reading | null {
  const first = matchAt(MONTH_DAY, text, at);
  const dated = first ?? matchAt(DAY_MONTH, text, at);
  if (dated) {
    const [month, date, until] = first ? [first[1], first[2], first[3]] : [dated[3], dated[1], dated[2]];
    const year = given ?? yearSaid(around, ...(dated.slice(4) as (string | undefined)[]));
    return inYear(around, at + dated[0].length, 'month and day', year, some => {
      const lo = dayOf(some, MONTHS[month ?? ''] ?? 0, Number(date));
      const hi = until === undefined ? lo : dayOf(some, MONTHS[month ?? ''] ?? 0, Number(until));
      return lo && hi && lo <= hi ? oneDay(lo, { hi }) : null;
    });
  }
  const match = matchAt(MONTH, text, at);
  if (!match) return null;
  const [words, part, name = '', full, short, word] = match;
  // "may", "mar" and "march" are other words too: alone they need a preposition, a part or a year.
  const year = given ?? yearSaid(around, full, short, word);
  const before = text.slice(Math.max(0, at - 8), at);
  if (
    /^(?:may|mar|march|dec|sep|jan|jun|oct|nov|apr|aug|feb|jul|sept)$/.test(name) &&
    !part &&
    year === null &&
    !/(?:in|since|during|from|until|till|by|of|for|before|after|to|and|through) $/.test(before)
  )
    return null;
  const month = MONTHS[name] ?? 0;
  const which = /early|beginning/.test(part ?? '')
    ? 1
    : /mid/.test(part ?? '')
      ? 2
      : /late|end/.test(part ?? '')
        ? 3
        : null;
  const make = (some: number): Stretch | null =>
    which ? third(some, month, which) : months(some, month, month, 'month');
  if (part === 'last' || part === 'next')
    return inYear(
      { ...around, side: part === 'last' ? 'past' : 'future' },
      at + words.length,
      'month',
      year,
      make,
    );
  if (part === 'this') return inYear(around, at + words.length, 'month', yearOf(around.today), make);
  return inYear(around, at + words.length, 'month', year, make);
}

export const dayOrNull = (day: string | null): Stretch | null => (day === null ? null : oneDay(day));
