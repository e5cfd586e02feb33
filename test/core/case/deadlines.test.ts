import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar } from '../../../src/core/calendar/calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../../../src/core/calendar/working-days.ts';
import { type Deadline, deadlinesOf } from '../../../src/core/case/deadlines.ts';
import { decideCase } from '../../../src/core/case/decide.ts';
import type { DeadlineCommand } from '../../../src/core/case/decide-deadline.ts';
import { type Case, evolveCase } from '../../../src/core/case/evolve.ts';
import { addDays, daysBetween } from '../../../src/core/language/day.ts';
import { anyCalendar, calendarWith } from '../../support/any-calendar.ts';
import { after, fileWith, meet, openCase, pause, period, resume } from '../../support/deadline-case.ts';

const plain = calendarWith({});

function deadline(state: Case, id: string, today: string, calendar: Calendar = plain): Deadline {
  const found = deadlinesOf(state, calendar, today).find(one => one.id === id);
  if (!found) throw new Error(`no deadline ${id}`);
  return found;
}

describe('the deadlines of a case', () => {
  test('keep the answer at the day that was told, and show the working days beside it', () => {
    expect(deadline(openCase(fileWith()), 'answer', '2026-11-26')).toMatchObject({
      kind: 'answer',
      from: { day: '2026-11-26' },
      count: 3,
      unit: 'day',
      first: '2026-11-29',
      due: '2026-11-29',
      extendedTo: null,
      state: 'running',
      workingDays: 1,
      skipped: [{ day: '2026-11-28' }, { day: '2026-11-29' }],
      warnOn: '2026-11-27',
      isNear: false,
      isProvisional: false,
    });
  });

  test('have what the person named, and what the law sets, with the fact it stands on', () => {
    const state = openCase(fileWith({ periods: [period()] }));
    expect(deadline(state, 'named-1', '2026-11-26')).toMatchObject({ kind: 'named', due: '2026-12-10' });
    const calendar = calendarWith({ '2026-11-25': 'holiday', '2026-11-28': 'make-up' });
    expect(deadline(state, 'period-law', '2026-11-26', calendar)).toMatchObject({
      kind: 'statutory',
      fact: 'rule.consumer-law-7-working-days.within',
      due: '2026-12-01',
      workingDays: 7,
      skipped: ['2026-11-21', '2026-11-22', '2026-11-25', '2026-11-29'].map(day => ({ day })),
    });
  });

  test('are near from the working day that leaves time, and breached the day after', () => {
    const state = openCase(fileWith());
    const on = (day: string): string => {
      const { state: is, isNear } = deadline(state, 'answer', day);
      return isNear ? 'near' : is;
    };
    expect(['2026-11-26', '2026-11-27', '2026-11-29', '2026-11-30'].map(on)).toEqual([
      'running',
      'near',
      'near',
      'breached',
    ]);
  });

  test('of law that end on a day off are breached only after the next working day', () => {
    const state = openCase(
      fileWith({ periods: [period({ count: 9, unit: 'day', fact: 'rule.institution-answer.first' })] }),
    );
    const on = (today: string): Deadline => deadline(state, 'period-law', today);
    expect(on('2026-11-29')).toMatchObject({ due: '2026-11-29', extendedTo: '2026-11-30', state: 'running' });
    expect(on('2026-11-30').state).toBe('running');
    expect(on('2026-12-01').state).toBe('breached');
  });

  test('that depend on holidays nobody knows yet say so', () => {
    const state = openCase(
      fileWith({ periods: [period({ from: { ...period().from, day: '2026-12-28', isApproximate: true } })] }),
    );
    expect(deadline(state, 'period-law', '2026-12-28')).toMatchObject({
      isProvisional: true,
      isApproximate: true,
    });
    expect(deadline(state, 'answer', '2026-12-28').isProvisional).toBe(false);
  });

  test('of a closed case run no more, and of one that is taken up again they do', () => {
    const closed = { ...openCase(fileWith()), status: 'closed' as const };
    expect(deadline(closed, 'answer', '2026-12-24')).toMatchObject({ state: 'ended', isNear: false });
    expect(decideCase(closed, meet('answer', '2026-12-24'))).toEqual({ refused: 'closed' });
    expect(deadline({ ...closed, status: 'in-progress' }, 'answer', '2026-12-24').state).toBe('breached');
  });

  test('are met in time or late, and can be taken up again after a mistake', () => {
    const state = openCase(fileWith());
    const met = after(state, meet('answer', '2026-11-29'));
    expect(deadline(met, 'answer', '2026-12-24')).toMatchObject({ state: 'met', met: { isLate: false } });
    const late = after(state, meet('answer', '2026-11-30'));
    expect(deadline(late, 'answer', '2026-12-24')).toMatchObject({ state: 'met', met: { isLate: true } });
    expect(after(met, resume('answer', '2026-11-30')).deadlines.answer?.met).toBeNull();
  });
});

describe('a pause', () => {
  test('moves a deadline by its time, and counts on while it lasts', () => {
    const paused = after(openCase(fileWith()), pause('answer', '2026-11-27'));
    expect(deadline(paused, 'answer', '2026-12-03')).toMatchObject({
      state: 'paused',
      first: '2026-11-29',
      due: '2026-12-05',
      pauses: [{ from: '2026-11-27', until: null, reason: '等鉴定结果' }],
    });
    const resumed = after(paused, resume('answer', '2026-12-03'));
    expect(deadline(resumed, 'answer', '2026-12-20')).toMatchObject({ state: 'breached', due: '2026-12-05' });
  });

  test('saves nothing that was breached before it', () => {
    const state = openCase(fileWith({ periods: [period()] }));
    const paused = after(state, pause('period-law', '2026-12-05'));
    expect(deadline(paused, 'period-law', '2026-12-07')).toMatchObject({
      state: 'breached',
      due: '2026-12-01',
    });
  });

  test.each([
    ['of a deadline that is not there', pause('named-2', '2026-11-27'), 'no-deadline'],
    ['of a deadline named as part of every object', pause('toString', '2026-11-27'), 'no-deadline'],
    ['of a day that the person named', pause('named-1', '2026-11-27'), 'fixed'],
  ])('%s is refused', (_, command, refused) => {
    expect(decideCase(openCase(fileWith()), command)).toEqual({ refused });
  });

  test('of what is met is refused; done twice, nothing happens twice', () => {
    const met = after(openCase(fileWith()), meet('answer', '2026-11-27'));
    expect(decideCase(met, pause('answer', '2026-11-27'))).toEqual({ refused: 'met' });
    expect(decideCase(met, meet('answer', '2026-11-28'))).toEqual({ events: [] });
    const paused = after(openCase(fileWith()), pause('answer', '2026-11-27'));
    expect(decideCase(paused, pause('answer', '2026-11-28'))).toEqual({ events: [] });
    expect(decideCase(openCase(fileWith()), resume('answer', '2026-11-28'))).toEqual({ events: [] });
  });
});

test('a warning is given once for each day a deadline is due, and not while it is paused', () => {
  const warn = (due: string): DeadlineCommand => ({
    command: 'warn-deadline',
    deadline: 'answer',
    warning: 'near',
    due,
    on: '2026-11-27',
  });
  const warned = after(openCase(fileWith()), warn('2026-11-29'));
  expect(decideCase(warned, warn('2026-11-29'))).toEqual({ events: [] });
  expect(decideCase(warned, warn('2026-12-05'))).toMatchObject({ events: [{ type: 'DeadlineWarned' }] });
  const paused = after(openCase(fileWith()), pause('answer', '2026-11-27'));
  expect(decideCase(paused, warn('2026-11-29'))).toEqual({ events: [] });
});

/** Pauses and their ends on growing days, as they can really come. */
const anyPauses = fc.array(fc.tuple(fc.nat(5), fc.nat(9)), { maxLength: 4 }).map(steps => {
  let day = '2026-11-26';
  return steps.map(([wait, length]) => {
    const from = addDays(day, wait);
    day = addDays(from, length);
    return { from, until: day };
  });
});

test('a deadline moves by just the time paused, counted as its period is, as long as no pause comes too late', () => {
  fc.assert(
    fc.property(anyCalendar, anyPauses, fc.constantFrom('day', 'working-day'), (calendar, pauses, unit) => {
      const state = pauses.reduce(
        (state, { from, until }) => after(state, pause('period-law', from), resume('period-law', until)),
        openCase(fileWith({ periods: [period({ count: 60, unit })] })),
      );
      const { first, due } = deadline(state, 'period-law', '2027-06-01', calendar);
      const moved =
        unit === 'day' ? daysBetween(first, due) : workingDaysBetween(calendar, first, due).workingDays;
      const paused = pauses.map(({ from, until }) =>
        unit === 'day' ? daysBetween(from, until) : workingDaysBetween(calendar, from, until).workingDays,
      );
      expect(moved).toBe(paused.reduce((sum, days) => sum + days, 0));
      if (unit === 'working-day') expect(addWorkingDays(calendar, first, moved).day).toBe(due);
    }),
  );
});

test('no sequence of commands breaks a clock: pauses follow each other, and only the last is open', () => {
  const anyCommand = fc
    .tuple(fc.constantFrom(pause, resume, meet), fc.constantFrom('answer', 'period-law'), fc.nat(30))
    .map(([make, id, days]) => make(id, addDays('2026-11-26', days)));
  fc.assert(
    fc.property(fc.array(anyCommand), anyCalendar, (commands, calendar) => {
      let state = openCase(fileWith({ periods: [period()] }));
      for (const command of commands) {
        const decision = decideCase(state, command);
        if ('events' in decision) state = decision.events.reduce(evolveCase, state);
      }
      for (const { pauses, first, due, met, state: is } of deadlinesOf(state, calendar, '2027-01-10')) {
        expect(pauses.slice(0, -1).every(one => one.until !== null)).toBe(true);
        expect(pauses.every(one => one.until === null || one.until >= one.from)).toBe(true);
        expect(due >= first).toBe(true);
        expect(is === 'met').toBe(met !== null);
      }
    }),
  );
});
