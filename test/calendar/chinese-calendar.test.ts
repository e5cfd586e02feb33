import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import { addWorkingDays } from '../../src/core/calendar/working-days.ts';
import { addDays } from '../../src/core/language/day.ts';

/** Of the State Council's announcement for 2026: days off from and to, and the days worked for them. */
const ANNOUNCED: [name: string, from: string, to: string, ...worked: string[]][] = [
  ['元旦', '2026-01-01', '2026-01-03', '2026-01-04'],
  ['春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'],
  ['清明', '2026-04-04', '2026-04-06'],
  ['劳动节', '2026-05-01', '2026-05-05', '2026-05-09'],
  ['端午', '2026-06-19', '2026-06-21'],
  ['中秋', '2026-09-25', '2026-09-27'],
  ['国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'],
];

describe('the Chinese calendar', () => {
  test.each(ANNOUNCED)('has %s as announced', (name, from, to, ...worked) => {
    for (let day = from; day <= to; day = addDays(day, 1))
      expect(chineseCalendar.dayOf(day)).toMatchObject({
        isWorking: false,
        reason: 'holiday',
        name: { 'zh-CN': name },
        isKnown: true,
      });
    for (const day of worked)
      expect(chineseCalendar.dayOf(day)).toMatchObject({
        isWorking: true,
        reason: 'make-up',
        name: { 'zh-CN': name },
      });
  });

  test('has nothing out of the ordinary on the other days of 2026', () => {
    const off = ANNOUNCED.reduce((sum, [, from, to]) => {
      let days = 1;
      while (addDays(from, days) <= to) days++;
      return sum + days;
    }, 0);
    const all = Array.from({ length: 365 }, (_, at) => chineseCalendar.dayOf(addDays('2026-01-01', at)));
    expect(all.filter(day => day.reason === 'holiday')).toHaveLength(off);
    expect(all.filter(day => day.reason === 'make-up')).toHaveLength(6);
  });

  test('counts over the National Day week with its make-up day', () => {
    expect(addWorkingDays(chineseCalendar, '2026-09-30', 3).day).toBe('2026-10-10');
  });

  test('says that it does not know the days after the last announcement, nor the end of its year', () => {
    const { knownUntil } = chineseCalendar;
    expect(knownUntil).toMatch(/-12-24$/);
    expect(chineseCalendar.dayOf(knownUntil).isKnown).toBe(true);
    expect(chineseCalendar.dayOf(addDays(knownUntil, 1)).isKnown).toBe(false);
    expect(chineseCalendar.dayOf('2003-12-31').isKnown).toBe(false);
    expect(addWorkingDays(chineseCalendar, knownUntil, 10).isProvisional).toBe(true);
    expect(addWorkingDays(chineseCalendar, '2026-11-26', 3).isProvisional).toBe(false);
  });

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])('is the same on a machine in %s', zone => {
    const script = `import { chineseCalendar } from './src/calendar/chinese-calendar.ts';
      console.log(['2026-09-30', '2026-10-01', '2026-10-08', '2026-10-10'].map(day => chineseCalendar.dayOf(day).reason).join());`;
    const out = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone },
    });
    expect(out.trim()).toBe('weekday,holiday,weekday,make-up');
  });
});
