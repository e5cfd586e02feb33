import type { DeskHours } from '../calendar/desk-hours.ts';
import { inQueueOrder, type Sought } from './assign.ts';
import { quantile } from './quantile.ts';

/** How long somebody waited until they were accepted, and what stood in their way when they began to. */
export interface Accepted {
  waitedMs: number;
  /** Their place in the queue, from 1. */
  position: number;
  /** Mediators on duty. */
  onDuty: number;
}

export type Expectation =
  /** Within so many minutes, rounded up to what people say. */
  | { kind: 'minutes'; minutes: number }
  /** Nothing honest can be said: too little has been seen, or nobody is on duty. */
  | { kind: 'unknown' }
  /** Nobody works now. `opensAt`: ISO 8601 in UTC; null where it is not known. */
  | { kind: 'closed'; opensAt: string | null; isProvisional: boolean };

/** So many of the latest waits are looked at, and with fewer than the least nothing is said. */
const LATEST = 20;
const LEAST = 5;
const MINUTE = 60_000;

/** The place of each item among those that wait, by its id, from 1. */
export const placesOf = (
  waiting: readonly Pick<Sought, 'id' | 'urgency' | 'since'>[],
): ReadonlyMap<string, number> =>
  new Map(waiting.toSorted(inQueueOrder).map(({ id }, before) => [id, before + 1]));

/**
 * How long somebody at a place in the queue has to expect to wait, from how long people waited here lately: the median
 * of what one place took one mediator, times the places, shared by those on duty.
 * @param recent latest last
 */
export function expectedWait(
  position: number,
  onDuty: number,
  recent: readonly Accepted[],
  { isOpen, opensAt, isProvisional }: Pick<DeskHours, 'isOpen' | 'opensAt' | 'isProvisional'>,
): Expectation {
  if (!isOpen) return { kind: 'closed', opensAt, isProvisional };
  const seen = recent.filter(one => one.position > 0 && one.onDuty > 0).slice(-LATEST);
  const place = quantile(
    seen.map(one => (one.waitedMs * one.onDuty) / one.position),
    0.5,
  );
  if (onDuty < 1 || seen.length < LEAST || place === null) return { kind: 'unknown' };
  return { kind: 'minutes', minutes: roundedUp((place * position) / onDuty / MINUTE) };
}

/** Up to how many minutes people tell time in how many. */
const STEPS: [upTo: number, step: number][] = [
  [10, 1],
  [30, 5],
  [60, 10],
  [180, 30],
  [Infinity, 60],
];

/** Rounded up, never to less than a minute. */
function roundedUp(minutes: number): number {
  const [, step] = STEPS.find(([upTo]) => minutes <= upTo) ?? [0, 60];
  return Math.max(1, Math.ceil(minutes / step) * step);
}
