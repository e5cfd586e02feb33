import { instantsOf } from '../core/calendar/instants-of.ts';
import { addDays, nowIn } from '../core/language/day.ts';
import type { Clock } from '../runtime/clock.ts';
import type { SteppedJobs } from './stepped-jobs.ts';

/** What somebody does, from one pause to the next; each pause in seconds. */
export type Life = AsyncGenerator<number, void>;

/** Hours in which mediators work. */
const OPENS = '09:00';
const CLOSES = '17:30';

/** A clock that stands still until it is moved on. */
export class DemoTime implements Clock {
  /** Milliseconds. */
  at: number;
  readonly #zone: string;

  constructor(at: number, zone: string) {
    this.at = at;
    this.#zone = zone;
  }

  now(): string {
    return new Date(this.at).toISOString();
  }

  /** Seconds until mediators have worked for so many minutes more, or begin to work after that. */
  atWork(minutes: number): number {
    const then = this.at + minutes * 60_000;
    const { day, clock } = nowIn(this.#zone, new Date(then).toISOString());
    const opens = instantsOf(this.#zone, clock > CLOSES ? addDays(day, 1) : day, OPENS).first;
    const begins = clock < OPENS || clock > CLOSES ? opens + (then % 45) * 60_000 : then;
    return (begins - this.at) / 1_000;
  }
}

/** Milliseconds in which what follows from a word has surely followed, as it does at once with a real clock. */
const SETTLES_WITHIN = 60_000;

/**
 * Plays lives side by side, whoever is next first, and jobs when they are due, until an instant: what would happen later
 * has not happened yet.
 * @param lives each with the instant at which it begins, in milliseconds
 * @param over called when a life has come to its end or to the instant
 */
export async function playOut(
  lives: { at: number; life: Life }[],
  parts: { time: DemoTime; jobs: SteppedJobs; settled: () => Promise<void>; until: number },
  over: () => void,
): Promise<void> {
  const { time, jobs, settled, until } = parts;
  const running = new Set(lives);
  while (running.size > 0) {
    const next = [...running].reduce((one, other) => (other.at < one.at ? other : one));
    await moveOn(Math.min(next.at, until));
    if (next.at > until) break;
    const { done, value } = await next.life.next();
    if (done) {
      running.delete(next);
      over();
    } else next.at += value * 1_000;
  }
  for (const _ of running) over();
  await moveOn(until);

  async function moveOn(to: number): Promise<void> {
    if (to - time.at > SETTLES_WITHIN) await settled();
    while (jobs.nextDue() <= to) {
      time.at = Math.max(time.at, jobs.nextDue());
      await jobs.runNext();
      await settled();
    }
    time.at = to;
  }
}
