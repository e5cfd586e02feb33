import { nowIn } from '../language/day.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const atWall = (day: string, clock: string): number => Date.parse(`${day}T${clock}:00Z`);

/** Milliseconds by which the zone's wall clock is ahead of UTC at an instant. */
function aheadAt(zone: string, instant: number): number {
  const { day, clock } = nowIn(zone, new Date(instant).toISOString());
  return atWall(day, clock) - Math.floor(instant / MINUTE) * MINUTE;
}

/**
 * The instants (milliseconds) at which a wall clock in the zone shows a day and time (HH:mm): mostly one and the same,
 * two where clocks are set back, and where they are set forward past it, the instant at which they are.
 */
export function instantsOf(zone: string, day: string, clock: string): { first: number; last: number } {
  const wall = atWall(day, clock);
  const [before, after] = [aheadAt(zone, wall - DAY), aheadAt(zone, wall + DAY)];
  const found = [wall - before, wall - after].filter(instant => instant + aheadAt(zone, instant) === wall);
  if (found.length > 0) return { first: Math.min(...found), last: Math.max(...found) };
  // Set forward: the clock shows less than this before, and more after. What lies between is halved down to a minute.
  let [early, late] = [wall - after, wall - before];
  while (late - early > MINUTE) {
    const middle = early + Math.ceil((late - early) / 2 / MINUTE) * MINUTE;
    if (middle + aheadAt(zone, middle) < wall) early = middle;
    else late = middle;
  }
  return { first: late, last: late };
}
