interface Now {
  day: string;
  clock: string;
}

/** A quarter of an hour of UTC, within which no zone has a midnight or changes its clocks. */
interface Quarter {
  /** Milliseconds from 1970. */
  from: number;
  day: string;
  /** Minutes from midnight at its start. */
  minutes: number;
}

/** For each zone the quarter asked for last, since formatting is slow and nearly all questions are about now. */
const zones = new Map<string, { format: Intl.DateTimeFormat; quarter: Quarter | null }>();
/** One turn asks for the same instant several times. */
let last: { zone: string; instant: string; now: Now } | null = null;
const QUARTER = 15 * 60_000;
/** Before, some zones changed their clocks a minute after midnight. */
const ON_QUARTERS = Date.UTC(2020);

/**
 * The calendar day (YYYY-MM-DD) and the clock time (HH:mm) of an instant in a zone. Throws a RangeError on an unknown
 * zone or a bad instant.
 */
export function nowIn(zone: string, instant: string): Now {
  if (last?.instant !== instant || last.zone !== zone) last = { zone, instant, now: reckoned(zone, instant) };
  return last.now;
}

function reckoned(zone: string, instant: string): Now {
  let known = zones.get(zone);
  if (!known) {
    // Swedish writes days and hours as ISO 8601 does.
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
    zones.set(zone, (known = { format, quarter: null }));
  }
  const at = Date.parse(instant);
  const { quarter } = known;
  if (quarter && at >= quarter.from && at < quarter.from + QUARTER) {
    const minutes = quarter.minutes + Math.floor((at - quarter.from) / 60_000);
    return { day: quarter.day, clock: `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}` };
  }
  const written = known.format.format(at);
  const now = { day: written.slice(0, 10), clock: written.slice(11, 16) };
  known.quarter = at >= ON_QUARTERS ? quarterOf(at, now) : null;
  return now;
}

/** Null where the zone is no whole quarters away from UTC. */
function quarterOf(at: number, { day, clock }: Now): Quarter | null {
  const from = at - (at % QUARTER);
  const minutes = numberAt(clock, 0, 2) * 60 + numberAt(clock, 3, 5) - Math.floor((at - from) / 60_000);
  return minutes % 15 === 0 ? { from, day, minutes } : null;
}

const pad = (number: number): string => (number < 10 ? `0${number}` : String(number));

export const dayIn = (zone: string, instant: string): string => nowIn(zone, instant).day;

const DAY = 86_400_000;

/** Milliseconds, as `Date.parse` would give them; it takes longer to read them out of a text. */
const utc = (day: string): number =>
  Date.UTC(numberAt(day, 0, 4), numberAt(day, 5, 7) - 1, numberAt(day, 8, 10));

function numberAt(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) number = number * 10 + text.charCodeAt(at) - 0x30;
  return number;
}

export function addDays(day: string, days: number): string {
  const date = numberAt(day, 8, 10) + days;
  // Within a month nothing has to be reckoned.
  if (day.length === 10 && date >= 10 && date <= 28) return `${day.slice(0, 8)}${date}`;
  return new Date(utc(day) + days * DAY).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(utc(day)).getUTCDay() || 7;

/** Whole calendar days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY);
