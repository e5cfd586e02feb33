/** Numerals as English says them. */
export const DIGITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};

export const TENS: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

/** Powers of ten that multiply what stands before them. */
export const UNITS: Readonly<Record<string, number>> = { hundred: 2 };

/** Powers of ten that close a section. */
export const SECTIONS: Readonly<Record<string, number>> = { thousand: 3, grand: 3, million: 6, billion: 9, lakh: 5 };

/** One, where a unit follows: a hundred. */
export const ARTICLES: readonly string[] = ['a', 'an'];
