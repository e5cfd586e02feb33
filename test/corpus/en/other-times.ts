/** Lengths of time in English, as ISO 8601 durations; two bounds where vague. */
export const durations: Record<string, string[]> = {
  P2Y: ['two years', '2 years'],
  'P1.5Y': ['a year and a half', 'one and a half years'],
  P3M: ['three months', '3 months', 'one quarter'],
  P2W: ['two weeks', '2 weeks', 'a fortnight'],
  P10D: ['10 days', 'ten days'],
  PT1H: ['an hour', 'one hour', '1 hour'],
  'PT0.5H': ['half an hour'],
  PT45M: ['45 minutes'],
  'P2D..P5D~': ['a few days'],
  'P3D~': ['about three days'],
};

export const recurrences: Record<string, string[]> = {
  '1 day': ['every day', 'each day'],
  '2 week': ['every other week', 'every 2 weeks'],
  '1 month': ['every month'],
  '1 week on 1': ['every monday', 'each Monday'],
};

export const nows: Record<string, string[]> = {};

export const none: string[] = ['march', 'every time', '3 items', 'yearly', 'daylight', 'weekend', 'secondly'];
