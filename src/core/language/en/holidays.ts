/** How English names holidays. Keys are lower-case words. */

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
