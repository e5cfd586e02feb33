import { describe, expect, test } from 'vitest';
import { readOpeningHours } from '../../../src/core/calendar/opening-hours.ts';

const hour = (from: number, to: number): { from: number; to: number } => ({ from: from * 60, to: to * 60 });

describe('opening hours', () => {
  test('are read day by day, with a break at noon', () => {
    const office = [hour(9, 12), hour(13, 18)];
    const short = [hour(10, 16)];
    expect(readOpeningHours('Mon-Fri 09:00-12:00, 13:00-18:00; Sat 10:00-16:00')).toEqual({
      week: [office, office, office, office, office, short, []],
      makeUp: office,
      holidays: [],
    });
  });

  test('may go around the end of the week and past midnight, and hold on holidays', () => {
    const night = [hour(20, 26)];
    expect(readOpeningHours('fri - mon 20:00-02:00; Holidays 12:00-24:00')).toEqual({
      week: [night, [], [], [], night, night, night],
      makeUp: night,
      holidays: [hour(12, 24)],
    });
  });

  test('of a day worked for a holiday are those that most working days have', () => {
    const read = readOpeningHours('Mon 13:00-18:00; Tue,Thu 09:00-18:00; Wed 09:00-12:00; Sat 10:00-11:00');
    expect(read).toMatchObject({ makeUp: [hour(9, 18)] });
    expect(readOpeningHours('Sat-Sun 10:00-16:00')).toMatchObject({ makeUp: null });
  });

  test('are always where no moment is left out', () => {
    expect(readOpeningHours(' Always ')).toBe('always');
    expect(readOpeningHours('daily 00:00-24:00; holidays 00:00-24:00')).toBe('always');
    expect(readOpeningHours('daily 00:00-24:00')).not.toBe('always');
  });

  test.each([
    '',
    'never',
    'Mon-Fri',
    '09:00-18:00',
    'Mon-Fri 9:00-18:00',
    'Mon-Fri 09:00-25:00',
    'Mon-Fri 09:60-18:00',
    'Mon-Fri 09:00',
    'Mon-Fri 09:00-18:00;',
    'Monday 09:00-18:00',
    'Mon-holidays 09:00-18:00',
    'Mon-Fri 09:00-18:00; Wed 09:00-12:00',
    'Mon,Mon 09:00-18:00',
    'Mon-Fri 09:00-13:00,12:00-18:00',
    'Mon-Fri 13:00-18:00,09:00-12:00',
  ])('are not “%s”', text => expect(readOpeningHours(text)).toBeNull());
});
