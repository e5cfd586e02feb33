import { describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../../src/calendar/chinese-calendar.ts';
import { deadlinesOf } from '../../../src/core/case/deadlines.ts';
import { awaitedDeadlines } from '../../../src/core/case/nearest-deadline.ts';
import { passedDays } from '../../../src/core/case/passed-days.ts';
import { after, fileWith, meet, openCase, pause, period } from '../../support/deadline-case.ts';

const awaited = (state: ReturnType<typeof openCase>, today: string): string[] =>
  awaitedDeadlines(state, chineseCalendar, today).map(({ id, due }) => `${id} ${due}`);

describe('what has to be seen to next', () => {
  const state = openCase(fileWith({ periods: [period()] }));

  test('comes nearest first, and a breach does not make it forgotten', () => {
    const all = ['answer 2026-11-29', 'period-law 2026-12-01', 'named-1 2026-12-10'];
    for (const today of ['2026-11-26', '2026-12-05', '2027-01-01'])
      expect(awaited(state, today)).toEqual(all);
  });

  test('is neither what is met nor what is paused', () => {
    const changed = after(state, meet('answer', '2026-11-27'), pause('period-law', '2026-11-27'));
    expect(awaited(changed, '2026-11-28')).toEqual(['named-1 2026-12-10']);
  });

  test('is not what was over before the filing', () => {
    const from = { slot: 's', label: '反映时间', day: '2026-10-01', isApproximate: false };
    const late = openCase(fileWith({ periods: [period({ from, unit: 'day' })] }));
    expect(awaited(late, '2026-11-26')).not.toContain('period-law 2026-10-08');
  });

  test('is nothing where the case is closed', () => {
    expect(awaited({ ...state, status: 'closed' }, '2026-11-26')).toEqual([]);
  });
});

describe('the days on the way', () => {
  test('hold each holiday once, however long, and the weekend days worked on in exchange', () => {
    const from = { slot: 's', label: '反映时间', day: '2025-09-26', isApproximate: false };
    const state = openCase(fileWith({ periods: [period({ from, count: 10 })] }));
    const deadline = deadlinesOf(state, chineseCalendar, '2025-09-26').find(one => one.id === 'period-law');
    if (!deadline) throw new Error('there is no such period');
    const passed = passedDays(deadline, chineseCalendar);
    expect(passed?.holidays.map(({ from, to, name }) => [from, to, name?.['zh-CN']])).toEqual([
      ['2025-10-01', '2025-10-05', '国庆节'],
      ['2025-10-06', '2025-10-06', '中秋'],
      ['2025-10-07', '2025-10-08', '国庆节'],
    ]);
    expect(passed?.makeUps.map(one => one.day)).toEqual(['2025-09-28', '2025-10-11']);
  });

  test('say nothing any more of a span of years', () => {
    const from = { slot: 's', label: '反映时间', day: '2025-09-26', isApproximate: false };
    const state = openCase(fileWith({ periods: [period({ from, count: 3, unit: 'year' })] }));
    const deadline = deadlinesOf(state, chineseCalendar, '2025-09-26').find(one => one.id === 'period-law');
    expect(deadline && passedDays(deadline, chineseCalendar)).toBeNull();
  });
});
