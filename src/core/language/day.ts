interface Now {
  day: string;
  clock: string;
}

/** Formatting is slow, and all instants of one minute have the same day and clock time: zones differ by whole minutes. */
let last = { zone: '', minute: '', now: { day: '', clock: '' } };
const formats = new Map<string, Intl.DateTimeFormat>();

/**
 * The calendar day (YYYY-MM-DD) and the clock time (HH:mm) in a zone at an instant (ISO 8601 in UTC). Throws a
 * RangeError on an unknown zone or a bad instant.
 */
export function nowIn(zone: string, instant: string): Now {
  const minute = instant.slice(0, 'YYYY-MM-DDTHH:mm'.length);
  if (last.zone === zone && last.minute === minute) return last.now;
  let format = formats.get(zone);
  if (!format) {
    // Swedish writes days and hours as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    formats.set(zone, format);
  }
  const written = format.format(Date.parse(instant));
  const now = { day: written.slice(0, 10), clock: written.slice(11, 16) };
  last = { zone, minute, now };
  return now;
}

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
