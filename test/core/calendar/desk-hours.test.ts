import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Desk, type DeskHours, deskHours } from '../../../src/core/calendar/desk-hours.ts';
import { instantsOf } from '../../../src/core/calendar/instants-of.ts';
import { type OpeningHours, readOpeningHours } from '../../../src/core/calendar/opening-hours.ts';
import { addDays, nowIn, weekdayOf } from '../../../src/core/language/day.ts';
import { anyCalendar, calendarWith } from '../../support/any-calendar.ts';

const MINUTE = 60_000;
const iso = (instant: number): string => new Date(instant).toISOString();

const hoursOf = (text: string): OpeningHours => {
  const hours = readOpeningHours(text);
  if (!hours) throw new Error(`cannot read ${text}`);
  return hours;
};

function ask(text: string, now: string, zone = 'Asia/Shanghai', exceptions = {}): DeskHours {
  return deskHours({ hours: hoursOf(text), zone, calendar: calendarWith(exceptions) }, now);
}

describe('a desk', () => {
  const office = 'Mon-Fri 09:00-12:00,13:00-18:00';

  test.each([
    ['before it opens', '2026-11-26T00:59:00Z', '2026-11-26T01:00:00.000Z'],
    ['at noon', '2026-11-26T04:00:00Z', '2026-11-26T05:00:00.000Z'],
    ['on Friday night', '2026-11-27T10:00:00Z', '2026-11-30T01:00:00.000Z'],
  ])('%s says when it opens', (_, now, opensAt) => {
    expect(ask(office, now)).toEqual({ isOpen: false, opensAt, closesAt: null, isProvisional: false });
  });

  test('says when it closes', () => {
    expect(ask(office, '2026-11-26T01:00:00Z')).toMatchObject({
      isOpen: true,
      opensAt: null,
      closesAt: '2026-11-26T04:00:00.000Z',
    });
  });

  test('is closed on a holiday and open on the day worked for it', () => {
    const exceptions = { '2026-11-26': 'holiday', '2026-11-28': 'make-up' };
    expect(ask(office, '2026-11-26T02:00:00Z', 'Asia/Shanghai', exceptions).isOpen).toBe(false);
    expect(ask(office, '2026-11-28T02:00:00Z', 'Asia/Shanghai', exceptions).isOpen).toBe(true);
    const named = `${office}; holidays 10:00-11:00`;
    expect(ask(named, '2026-11-26T02:30:00Z', 'Asia/Shanghai', exceptions).isOpen).toBe(true);
  });

  test('that is open through midnight closes when it really does', () => {
    const hours = 'Mon-Thu 00:00-24:00; Fri 00:00-20:00';
    expect(ask(hours, '2026-11-24T16:00:00Z').closesAt).toBe('2026-11-27T12:00:00.000Z');
  });

  test('that is always open never closes; one that opens on holidays alone may not open within a year', () => {
    expect(ask('always', '2026-11-26T02:00:00Z')).toMatchObject({ isOpen: true, closesAt: null });
    expect(ask('holidays 10:00-11:00', '2026-11-26T02:00:00Z')).toMatchObject({
      isOpen: false,
      opensAt: null,
    });
  });

  test('says where it depends on holidays that nobody knows yet', () => {
    expect(ask(office, '2026-12-31T02:00:00Z').isProvisional).toBe(false);
    expect(ask(office, '2026-12-31T12:00:00Z').isProvisional).toBe(true);
  });

  test('keeps its wall-clock hours when clocks are set forward and back', () => {
    const berlin = (now: string): DeskHours => ask('daily 02:30-04:00', now, 'Europe/Berlin');
    expect(berlin('2026-03-29T00:00:00Z').opensAt).toBe('2026-03-29T01:00:00.000Z');
    expect(berlin('2026-03-29T01:00:00Z').closesAt).toBe('2026-03-29T02:00:00.000Z');
    expect(berlin('2026-10-25T00:00:00Z').opensAt).toBe('2026-10-25T00:30:00.000Z');
    expect(berlin('2026-10-25T00:30:00Z').closesAt).toBe('2026-10-25T03:00:00.000Z');
  });
});

const ZONES = [
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
];
const anyInstant = fc
  .integer({ min: Date.parse('2026-01-02T00:00Z') / MINUTE, max: Date.parse('2027-01-20T00:00Z') / MINUTE })
  .map(minutes => minutes * MINUTE);
const clock = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '30', '45'))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
const anyHours = fc
  .tuple(
    fc.constantFrom('Mon-Fri', 'daily', 'Sat-Sun', 'Tue,Fri'),
    clock,
    clock,
    fc.constantFrom('', '; holidays 10:00-12:00'),
  )
  .map(([days, from, to, more]) => hoursOf(`${days} ${from}-${to}${more}`));
const anyDesk = fc.record({ hours: anyHours, zone: fc.constantFrom(...ZONES), calendar: anyCalendar });

/** Whether the clock on the wall shows a time within the hours. */
function isOpenByTheWall({ hours, zone, calendar }: Desk, instant: number): boolean {
  if (hours === 'always') return true;
  const { day, clock } = nowIn(zone, iso(instant));
  const minutes = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  const isWithin = (of: string, at: number): boolean => {
    const { reason } = calendar.dayOf(of);
    const plain = hours.week[weekdayOf(of) - 1] ?? [];
    const ofDay =
      reason === 'holiday' ? hours.holidays : reason === 'make-up' ? (hours.makeUp ?? plain) : plain;
    return ofDay.some(({ from, to }) => from <= at && at < to);
  };
  return isWithin(day, minutes) || isWithin(addDays(day, -1), minutes + 24 * 60);
}

describe('any desk', () => {
  test('in a zone without summer time is open just when the clock on the wall says so', () => {
    fc.assert(
      fc.property(anyDesk, anyInstant, (desk, instant) => {
        const inChina = { ...desk, zone: 'Asia/Shanghai' };
        expect(deskHours(inChina, iso(instant)).isOpen).toBe(isOpenByTheWall(inChina, instant));
      }),
    );
  });

  test('opens at the moment it says, closes at the moment it says, and not before', () => {
    fc.assert(
      fc.property(
        anyDesk,
        anyInstant,
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (desk, instant, part) => {
          const { isOpen, opensAt, closesAt } = deskHours(desk, iso(instant));
          const turns = opensAt ?? closesAt;
          if (turns === null) return;
          expect(deskHours(desk, turns).isOpen).toBe(!isOpen);
          const between = instant + Math.floor(((Date.parse(turns) - instant) * part) / MINUTE) * MINUTE;
          expect(deskHours(desk, iso(between)).isOpen).toBe(isOpen);
          // The hour that comes twice in autumn counts once, so a desk may be open when the wall says it is not.
          if (!isOpen) expect(isOpenByTheWall(desk, between)).toBe(false);
        },
      ),
    );
  });
});

test('the instants of a wall clock show that time, or are the first after it was passed over', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ZONES), fc.nat(400), clock, (zone, days, time) => {
      const day = addDays('2026-01-01', days);
      const { first, last } = instantsOf(zone, day, time);
      const shown = (instant: number): string => Object.values(nowIn(zone, iso(instant))).join(' ');
      expect(first).toBeLessThanOrEqual(last);
      if (shown(first) === `${day} ${time}`) expect(shown(last)).toBe(`${day} ${time}`);
      else {
        expect(shown(first) > `${day} ${time}`).toBe(true);
        expect(shown(first - MINUTE) < `${day} ${time}`).toBe(true);
      }
    }),
  );
});
