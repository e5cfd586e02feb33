import type { TimeUnit } from '../../knowledge/value.ts';

/** Units of time after a number, and how many of `unit` each is. */
export const TIME_UNITS: Record<string, { unit: TimeUnit; times: number }> = {
  year: { unit: 'year', times: 1 },
  quarter: { unit: 'month', times: 3 },
  month: { unit: 'month', times: 1 },
  fortnight: { unit: 'week', times: 2 },
  week: { unit: 'week', times: 1 },
  day: { unit: 'day', times: 1 },
  hour: { unit: 'hour', times: 1 },
  minute: { unit: 'minute', times: 1 },
  second: { unit: 'second', times: 1 },
};
