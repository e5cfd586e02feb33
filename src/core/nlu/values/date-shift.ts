import type { Around } from './date-reading.ts';

/** Wall-clock time so many minutes from now; an hour that the clocks skip is not looked at. */
export function minutesOn({ today, clock }: Around, minutes: number): string {
  const then = new Date(Date.parse(`${today}T${clock}:00Z`) + minutes * 60_000);
  return then.toISOString().slice(0, 16);
}
