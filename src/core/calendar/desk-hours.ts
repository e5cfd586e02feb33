import { addDays, dayIn, weekdayOf } from '../language/day.ts';
import type { Calendar } from './calendar.ts';
import { instantsOf } from './instants-of.ts';
import type { Hours, OpeningHours } from './opening-hours.ts';

/** Whether a desk is open at an instant. Instants are ISO 8601 in UTC. */
export interface DeskHours {
  isOpen: boolean;
  /** When it opens next; null where it is open, or will not be within a year. */
  opensAt: string | null;
  /** When it closes; null where it is closed, or stays open for a year. */
  closesAt: string | null;
  /** Holidays of a day this depends on are not announced yet. */
  isProvisional: boolean;
}

/** Where and how a desk counts its hours. */
export interface Desk {
  hours: OpeningHours;
  /** IANA zone of the hours. */
  zone: string;
  calendar: Calendar;
}

/** Days that are looked ahead. */
const AHEAD = 366;
const MIDNIGHT = 24 * 60;

/** @param now an instant, ISO 8601 in UTC */
export function deskHours(desk: Desk, now: string): DeskHours {
  if (desk.hours === 'always') return { isOpen: true, opensAt: null, closesAt: null, isProvisional: false };
  const instant = Date.parse(now);
  const today = dayIn(desk.zone, now);
  let isProvisional = false;
  let open: Stretch | null = null;
  // Hours of yesterday may reach into today.
  for (let ahead = -1; ahead <= AHEAD; ahead++) {
    const day = addDays(today, ahead);
    const { stretches, isKnown } = stretchesOf(desk, desk.hours, day);
    isProvisional ||= !isKnown;
    for (const stretch of stretches) {
      if (stretch.to <= instant) continue;
      if (open && stretch.from > open.to) return answer(open);
      open = open ? { from: open.from, to: Math.max(open.to, stretch.to) } : stretch;
      if (open.from > instant) return answer(open);
    }
    // What is open and does not reach the end of the day is over, whatever comes tomorrow.
    if (open && open.to < instantsOf(desk.zone, addDays(day, 1), '00:00').first) return answer(open);
  }
  return { isOpen: open !== null, opensAt: null, closesAt: null, isProvisional };

  function answer({ from, to }: Stretch): DeskHours {
    const iso = (ms: number): string => new Date(ms).toISOString();
    return from > instant
      ? { isOpen: false, opensAt: iso(from), closesAt: null, isProvisional }
      : { isOpen: true, opensAt: null, closesAt: iso(to), isProvisional };
  }
}

/** From one instant to before another, in milliseconds. */
interface Stretch {
  from: number;
  to: number;
}

function stretchesOf(
  { zone, calendar }: Desk,
  hours: Exclude<OpeningHours, 'always'>,
  day: string,
): { stretches: Stretch[]; isKnown: boolean } {
  const { reason, isKnown } = calendar.dayOf(day);
  const plain = hours.week[weekdayOf(day) - 1] ?? [];
  const ofDay = { weekday: plain, weekend: plain, 'make-up': hours.makeUp ?? plain, holiday: hours.holidays };
  const stretches = ofDay[reason]
    .map(({ from, to }: Hours) => ({
      from: instantsOf(zone, ...wallClock(day, from)).first,
      to: instantsOf(zone, ...wallClock(day, to)).last,
    }))
    .filter(({ from, to }) => from < to);
  return { stretches, isKnown };
}

function wallClock(day: string, minutes: number): [day: string, clock: string] {
  const [hour, minute] = [Math.floor((minutes % MIDNIGHT) / 60), minutes % 60];
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return [addDays(day, Math.floor(minutes / MIDNIGHT)), clock];
}
