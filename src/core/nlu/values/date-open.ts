import { addDays } from '../../language/day.ts';
import type { Stretch } from './date-calendar.ts';
import type { Around } from './date-reading.ts';

type Open = NonNullable<Stretch['open']>;

/** Now in the shape of `point`: a day, or a time with or without seconds. */
function nowLike(point: string, { today, clock }: Around): string {
  if (point.length === 10) return today;
  return `${today}T${clock}${point.length > 16 ? ':00' : ''}`;
}

const LONG: ReadonlySet<Stretch['grain']> = new Set(['year', 'half', 'quarter', 'month', 'week']);
/** 2018年以前 ends with 2017, but 年底之前 may run into the end of the year. */
const isWhole = ({ grain, approx }: Stretch): boolean => LONG.has(grain) && !approx;

/**
 * Only one end of the stretch was named. Before and after a day, the day itself counts as well: a deadline that is read
 * a day late hurts more than one that is shown as it was said.
 */
export function openAt(open: Open, stretch: Stretch, around: Around): Stretch {
  const now = nowLike(stretch.hi, around);
  switch (open) {
    case 'before':
    case 'until': {
      const hi = open === 'before' && isWhole(stretch) ? addDays(stretch.lo, -1) : stretch.hi;
      return hi >= now ? { ...stretch, open, lo: now, hi } : { ...stretch, open, lo: hi, hi, approx: true };
    }
    case 'since':
      return { ...stretch, open };
    case 'after': {
      const lo = isWhole(stretch) ? addDays(stretch.hi, 1) : stretch.lo;
      const ended = stretch.hi < now;
      return { ...stretch, open, lo, hi: ended ? now : lo, approx: true };
    }
    default:
      return open satisfies never;
  }
}

/** From its beginning up to now: 2022年至今. Null where it has not begun. */
export function untilNow(stretch: Stretch, { today }: Around): Stretch | null {
  const lo = stretch.lo.slice(0, 10);
  return lo <= today ? { ...stretch, lo, hi: today, grain: 'day' } : null;
}
