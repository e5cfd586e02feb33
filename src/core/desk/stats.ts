import { addDays, dayIn, daysBetween } from '../language/day.ts';
import type { DeskFact } from './facts.ts';
import { quantile } from './quantile.ts';

/** How long something took, in milliseconds; null where it never happened. */
export interface Spread {
  count: number;
  median: number | null;
  p90: number | null;
}

export interface DayStats {
  /** YYYY-MM-DD in the zone. */
  day: string;
  arrivals: number;
  filed: number;
  closed: number;
  /** Requests for a person. */
  requests: number;
  /** The most people that waited at once. */
  mostWaiting: number;
  unansweredQuestions: number;
}

/** The numbers of some days. Lists of counts have the largest first. */
export interface Stats {
  days: DayStats[];
  waitingNow: number;
  /** From a request for a person to a mediator's first word. */
  firstResponse: Spread;
  /** From filing to being closed first. */
  timeToClose: Spread;
  /** Cases filed, by negotiation type. */
  byType: [type: string, count: number][];
  /** Cases closed; `''` where no outcome was given. */
  outcomes: [outcome: string, count: number][];
  /** The slot asked last in talks that ended unfiled. */
  leftAt: [slot: string, count: number][];
  unanswered: [question: string, count: number][];
  ratings: { count: number; average: number | null };
}

/** Days from `from` to `to`, both included, in `zone`; `now` is an instant, ISO 8601 in UTC. */
export interface StatsRange {
  from: string;
  to: string;
  zone: string;
  now: string;
}

/** A talk in which nothing has happened for so long has ended. */
const ENDED_AFTER_MS = 24 * 3_600_000;

interface Talk {
  /** Since when a mediator's first word is awaited. */
  askedAt: string | null;
  isFiled: boolean;
  slot: string | null;
  lastAt: string;
}

/** Folds the numbers of some days. Facts from before tell what was under way; what ended in the days is counted there. */
export function statsOf(facts: readonly DeskFact[], { from, to, zone, now }: StatsRange): Stats {
  const days = new Map<string, DayStats>();
  for (let at = 0; at <= daysBetween(from, to); at++) {
    const day = addDays(from, at);
    const none = { arrivals: 0, filed: 0, closed: 0, requests: 0, mostWaiting: 0, unansweredQuestions: 0 };
    days.set(day, { day, ...none });
  }
  const talks = new Map<string, Talk>();
  const cases = new Map<string, { filedAt: string; isClosed: boolean }>();
  const waiting = new Set<string>();
  const waitedAtEndOf = new Map<string, number>();
  const responses: number[] = [];
  const closings: number[] = [];
  const ratings: number[] = [];
  const [types, outcomes, unanswered, left] = [new Tally(), new Tally(), new Tally(), new Tally()];

  for (const fact of facts
    .filter(one => one.at <= now)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    const dayOfFact = dayIn(zone, fact.at);
    take(fact, days.get(dayOfFact));
    waitedAtEndOf.set(dayOfFact, waiting.size);
  }
  carryWaiting();
  for (const { isFiled, slot, lastAt } of talks.values())
    if (!isFiled && slot !== null && days.has(dayIn(zone, lastAt)) && since(lastAt, now) >= ENDED_AFTER_MS)
      left.add(slot);
  return {
    days: [...days.values()],
    waitingNow: waiting.size,
    firstResponse: spreadOf(responses),
    timeToClose: spreadOf(closings),
    byType: types.sorted(),
    outcomes: outcomes.sorted(),
    leftAt: left.sorted(),
    unanswered: unanswered.sorted(),
    ratings: { count: ratings.length, average: averageOf(ratings) },
  };

  function take(fact: DeskFact, day: DayStats | undefined): void {
    const talk = talks.get(fact.talk) ?? { askedAt: null, isFiled: false, slot: null, lastAt: fact.at };
    talks.set(fact.talk, talk);
    talk.lastAt = fact.at;
    switch (fact.kind) {
      case 'arrived':
        if (day) day.arrivals++;
        break;
      case 'slot-asked':
        talk.slot = fact.slot;
        talk.isFiled = false;
        break;
      case 'unanswered-question':
        if (!day) break;
        day.unansweredQuestions++;
        unanswered.add(fact.question);
        break;
      case 'waiting':
        talk.askedAt = fact.at;
        waiting.add(fact.talk);
        if (!day) break;
        day.requests++;
        day.mostWaiting = Math.max(day.mostWaiting, waiting.size);
        break;
      case 'gave-up':
        talk.askedAt = null;
        waiting.delete(fact.talk);
        break;
      case 'accepted':
        waiting.delete(fact.talk);
        break;
      case 'said':
        if (day && talk.askedAt !== null) responses.push(since(talk.askedAt, fact.at));
        talk.askedAt = null;
        break;
      case 'filed':
        talk.isFiled = true;
        cases.set(fact.case, { filedAt: fact.at, isClosed: false });
        if (!day) break;
        day.filed++;
        types.add(fact.type);
        break;
      case 'closed': {
        const filed = cases.get(fact.case);
        if (day && filed && !filed.isClosed) closings.push(since(filed.filedAt, fact.at));
        if (filed) filed.isClosed = true;
        if (!day) break;
        day.closed++;
        outcomes.add(fact.outcome ?? '');
        break;
      }
      case 'rated':
        if (day) ratings.push(fact.rating);
        break;
      default:
        fact satisfies never;
    }
  }

  /** Whoever waits when a day begins has waited on it. */
  function carryWaiting(): void {
    const known = [...waitedAtEndOf.keys()].sort();
    for (const day of days.values()) {
      if (day.day > dayIn(zone, now)) continue;
      const before = known.findLast(one => one < day.day);
      const carried = before === undefined ? 0 : (waitedAtEndOf.get(before) ?? 0);
      day.mostWaiting = Math.max(day.mostWaiting, carried);
    }
  }
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(key: string): void {
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  sorted(): [string, number][] {
    return [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  }
}

const since = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

const averageOf = (values: number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

const spreadOf = (values: number[]): Spread => ({
  count: values.length,
  median: quantile(values, 0.5),
  p90: quantile(values, 0.9),
});
