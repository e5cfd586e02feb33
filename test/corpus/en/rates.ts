/** As the Chinese file beside it. */
export const said: Record<string, string[]> = {
  '24 a year': ['an annual rate of 24%', '24% a year', '24 percent per year', '24% apr'],
  '1.5 a month': ['1.5% a month', '1.5% monthly'],
  '20': ['20% off', '20 percent', '20 per cent of it'],
  '..24': ['at most 24%', 'no more than 24 percent'],
  '24..': ['at least 24%', 'more than 24%'],
  '80 discount': ['80% of the price'],
  '2 points': ['2 percentage points'],
};

export const unclear: string[] = [];

export const none: string[] = ['20 people', '3 times', 'call 12315'];
