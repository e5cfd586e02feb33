/** Minutes after midnight; `to` is above 1440 where the hours reach into the next day. */
export interface Hours {
  from: number;
  to: number;
}

/** When a desk is open, as wall-clock time. */
export type OpeningHours =
  | 'always'
  | {
      /** Of plain days, Monday first; a day without hours is closed. */
      week: Hours[][];
      /** Of days worked for a holiday (调休上班): those that most days from Monday to Friday have. */
      makeUp: Hours[] | null;
      /** Of public holidays; closed unless they are named. */
      holidays: Hours[];
    };

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MIDNIGHT = 24 * 60;
const TIMES = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/**
 * Reads `always`, or days with their hours: `Mon-Fri 09:00-12:00,13:30-18:00; Sat 10:00-16:00; holidays 10:00-12:00`.
 * `daily` is Mon-Sun; hours such as 20:00-02:00 reach into the next day.
 * @returns null where it cannot be read, where a day is named twice, or where hours of a day overlap
 */
export function readOpeningHours(text: string): OpeningHours | null {
  if (text.trim().toLowerCase() === 'always') return 'always';
  const named = new Map<string, Hours[]>();
  for (const part of text.toLowerCase().split(';')) {
    const [, names = '', times = ''] = /^([a-z,\- ]+?) +([\d:,\- ]+)$/.exec(part.trim()) ?? [];
    const [days, hours] = [readDays(names), readHours(times)];
    if (!days || !hours || days.some(day => named.has(day))) return null;
    for (const day of days) named.set(day, hours);
  }
  const week = DAYS.map(day => named.get(day) ?? []);
  const holidays = named.get('holidays') ?? [];
  const isAlways = [...week, holidays].every(([one]) => one?.from === 0 && one.to >= MIDNIGHT);
  return isAlways ? 'always' : { week, makeUp: usualOf(week.slice(0, 5)), holidays };
}

function readDays(names: string): string[] | null {
  const days = names.split(',').flatMap(name => {
    const [from = '', to] = name.trim().split(/ ?- ?/);
    if (to === undefined && (from === 'holidays' || DAYS.includes(from))) return [from];
    if (to === undefined && from === 'daily') return DAYS;
    const [first, last] = [DAYS.indexOf(from), DAYS.indexOf(to ?? '')];
    if (first < 0 || last < 0) return [null];
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, at) => DAYS[(first + at) % 7] ?? null);
  });
  const known = days.filter(day => day !== null);
  return known.length === days.length && new Set(known).size === days.length ? known : null;
}

function readHours(times: string): Hours[] | null {
  const hours = times.split(',').map(one => {
    const [, fromHour, fromMinute, toHour, toMinute] = TIMES.exec(one.replaceAll(' ', '')) ?? [];
    if (fromHour === undefined) return null;
    const from = Number(fromHour) * 60 + Number(fromMinute);
    const to = toHour === undefined ? MIDNIGHT : Number(toHour) * 60 + Number(toMinute);
    return { from, to: to > from ? to : to + MIDNIGHT };
  });
  const read = hours.filter(one => one !== null);
  const isInOrder = read.every(({ from }, at) => at === 0 || from >= (read[at - 1]?.to ?? 0));
  return read.length === hours.length && isInOrder ? read : null;
}

function usualOf(days: Hours[][]): Hours[] | null {
  const open = days.filter(hours => hours.length > 0);
  const count = (hours: Hours[]): number =>
    open.filter(other => JSON.stringify(other) === JSON.stringify(hours)).length;
  return open.toSorted((a, b) => count(b) - count(a))[0] ?? null;
}
