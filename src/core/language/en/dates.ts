/** How English names dates. Keys are lower-case words; the grammar is in `nlu/values/date-english.ts`. */

export const MONTHS: Record<string, number> = {
  january: 1,
  jan: 1,
  february: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
};

/** Monday is 1. */
export const WEEKDAYS: Record<string, number> = {
  monday: 1,
  mon: 1,
  tuesday: 2,
  tues: 2,
  tue: 2,
  wednesday: 3,
  wed: 3,
  thursday: 4,
  thurs: 4,
  thur: 4,
  thu: 4,
  friday: 5,
  fri: 5,
  saturday: 6,
  sat: 6,
  sunday: 7,
  sun: 7,
};

/** Days from today. */
export const DAYS: Record<string, number> = {
  'the day before yesterday': -2,
  'day before yesterday': -2,
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  'the day after tomorrow': 2,
  'day after tomorrow': 2,
};

/** Parts of a day, the first hour to the hour not included. */
export const DAY_TIMES: Record<string, [from: number, until: number]> = {
  morning: [5, 12],
  afternoon: [12, 18],
  evening: [17, 24],
  night: [18, 24],
};

export const NUMBERS: Record<string, number> = {
  a: 1,
  an: 1,
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
  fifteen: 15,
  twenty: 20,
  thirty: 30,
};

/** Numbers that are vague, as lowest and highest. */
export const VAGUE_NUMBERS: Record<string, [number, number]> = {
  'a couple of': [2, 3],
  'a couple': [2, 3],
  'a few': [2, 5],
  several: [3, 8],
  some: [2, 9],
};

/** Holidays on a solar date. */
export const SOLAR_HOLIDAYS: Record<string, { month: number; day: number }> = {
  "new year's day": { month: 1, day: 1 },
  'new years day': { month: 1, day: 1 },
  "valentine's day": { month: 2, day: 14 },
  'valentines day': { month: 2, day: 14 },
  'labour day': { month: 5, day: 1 },
  'may day': { month: 5, day: 1 },
  'national day': { month: 10, day: 1 },
  halloween: { month: 10, day: 31 },
  "singles' day": { month: 11, day: 11 },
  'singles day': { month: 11, day: 11 },
  'double eleven': { month: 11, day: 11 },
  'double 11': { month: 11, day: 11 },
  'double twelve': { month: 12, day: 12 },
  'double 12': { month: 12, day: 12 },
  'christmas eve': { month: 12, day: 24 },
  'christmas day': { month: 12, day: 25 },
  christmas: { month: 12, day: 25 },
  "new year's eve": { month: 12, day: 31 },
  'new years eve': { month: 12, day: 31 },
};

/** Holidays on a lunar date, month and day. */
export const LUNAR_HOLIDAYS: Record<string, [number, number]> = {
  'chinese new year': [1, 1],
  'lunar new year': [1, 1],
  'spring festival': [1, 1],
  'lantern festival': [1, 15],
  'dragon boat festival': [5, 5],
  'mid-autumn festival': [8, 15],
  'mid autumn festival': [8, 15],
  'mid-autumn': [8, 15],
};
