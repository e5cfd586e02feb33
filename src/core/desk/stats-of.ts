import { instantsOf } from '../calendar/instants-of.ts';
import { addDays, dayIn, daysBetween } from '../language/day.ts';
import { type DeskFact, inFactOrder } from './facts.ts';
import { quantile } from './quantile.ts';
import type { DayStats, Spread, Stats, StatsRange } from './stats.ts';
import { Tally } from './tally.ts';

/** Whoever says nothing for so long has left. */
const LEFT_AFTER_MS = 24 * 3_600_000;

interface Talk {
  /** Since when a mediator's first word is awaited. */
  askedAt: string | null;
  /** Whether a case was filed, or a mediator asked for: then nobody leaves at a question of the form. */
  isFiled: boolean;
  isWithPerson: boolean;
  /** What the person has not answered so far. */
  question: string | null;
  lastAt: string;
}

const newTalk = (at: string): Talk => ({
  askedAt: null,
  isFiled: false,
  isWithPerson: false,
  question: null,
  lastAt: at,
});

/** Folds the numbers of some days. Facts from before tell what was under way, those of the day after who came back. */
export function statsOf(facts: readonly DeskFact[], range: StatsRange): Stats {
  const fold = new Fold(range);
  for (const fact of facts.filter(one => one.at <= range.now).toSorted(inFactOrder)) fold.take(fact);
  return fold.end();
}

class Fold {
  readonly #range: StatsRange;
  readonly #dayOf: (instant: string) => string;
  readonly #days = new Map<string, DayStats>();
  readonly #talks = new Map<string, Talk>();
  readonly #waiting = new Set<string>();
  readonly #waitedAtEndOf = new Map<string, number>();
  readonly #responses: { day: string; tookMs: number }[] = [];
  readonly #closings: number[] = [];
  readonly #ratings: number[] = [];
  readonly #types = new Tally();
  readonly #outcomes = new Tally();
  readonly #left = new Tally();
  readonly #unanswered: Stats['unanswered'] = [];

  constructor(range: StatsRange) {
    this.#range = range;
    this.#dayOf = daysOf(range.zone);
    for (let at = 0; at <= daysBetween(range.from, range.to); at++) {
      const day = addDays(range.from, at);
      const none = { arrivals: 0, filed: 0, closed: 0, requests: 0, mostWaiting: 0, unanswered: 0 };
      this.#days.set(day, { day, ...none, firstResponse: null });
    }
  }

  /** Facts come in the order in which they happened. */
  take(fact: DeskFact): void {
    const dayOfFact = this.#dayOf(fact.at);
    const day = this.#days.get(dayOfFact);
    const talk = this.#talks.get(fact.talk) ?? newTalk(fact.at);
    this.#talks.set(fact.talk, talk);
    if (since(talk.lastAt, fact.at) >= LEFT_AFTER_MS) this.#leave(talk);
    // Who is erased has said nothing by it.
    if (fact.kind !== 'erased') talk.lastAt = fact.at;
    this.#follow(fact, talk, day);
    if (day) this.#count(fact, day);
    this.#waitedAtEndOf.set(dayOfFact, this.#waiting.size);
  }

  end(): Stats {
    for (const talk of this.#talks.values())
      if (since(talk.lastAt, this.#range.now) >= LEFT_AFTER_MS) this.#leave(talk);
    this.#carryWaiting();
    const responses = Map.groupBy(this.#responses, one => one.day);
    for (const day of this.#days.values())
      day.firstResponse = quantile(responses.get(day.day)?.map(one => one.tookMs) ?? [], 0.5);
    return {
      days: [...this.#days.values()],
      firstResponse: spreadOf(this.#responses.map(one => one.tookMs)),
      timeToClose: spreadOf(this.#closings),
      byType: this.#types.sorted(),
      outcomes: this.#outcomes.sorted(),
      leftAt: this.#left.sorted(),
      unanswered: this.#unanswered.toReversed(),
      ratings: { count: this.#ratings.length, average: averageOf(this.#ratings) },
    };
  }

  /** How it goes on with a talk, whether or not on a day that is counted. */
  #follow(fact: DeskFact, talk: Talk, day: DayStats | undefined): void {
    switch (fact.kind) {
      case 'asked':
        talk.question = fact.question;
        return;
      case 'filed':
        talk.isFiled = true;
        return;
      case 'waiting':
        talk.askedAt = fact.at;
        talk.isWithPerson = true;
        this.#waiting.add(fact.talk);
        return;
      case 'gave-up':
      case 'erased':
        talk.askedAt = null;
        talk.isWithPerson = false;
        this.#waiting.delete(fact.talk);
        return;
      case 'accepted':
        talk.isWithPerson = true;
        this.#waiting.delete(fact.talk);
        return;
      case 'said':
        if (day && talk.askedAt !== null)
          this.#responses.push({ day: day.day, tookMs: since(talk.askedAt, fact.at) });
        talk.askedAt = null;
        return;
      default:
    }
  }

  #count(fact: DeskFact, day: DayStats): void {
    switch (fact.kind) {
      case 'arrived':
        day.arrivals++;
        return;
      case 'waiting':
        day.requests++;
        day.mostWaiting = Math.max(day.mostWaiting, this.#waiting.size);
        return;
      case 'unanswered':
        day.unanswered++;
        this.#unanswered.push({ talk: fact.talk, version: fact.version });
        return;
      case 'filed':
        day.filed++;
        this.#types.add(fact.type);
        return;
      case 'closed':
        day.closed++;
        this.#outcomes.add(fact.outcome ?? '');
        if (fact.filedAt !== null) this.#closings.push(since(fact.filedAt, fact.at));
        return;
      case 'rated':
        this.#ratings.push(fact.rating);
        return;
      default:
    }
  }

  #leave(talk: Talk): void {
    const { isFiled, isWithPerson, question, lastAt } = talk;
    talk.question = null;
    if (isFiled || isWithPerson || question === null) return;
    if (this.#days.has(dayIn(this.#range.zone, lastAt))) this.#left.add(question);
  }

  /** Whoever waits when a day begins has waited on it. */
  #carryWaiting(): void {
    const known = [...this.#waitedAtEndOf.keys()].sort();
    for (const day of this.#days.values()) {
      if (day.day > dayIn(this.#range.zone, this.#range.now)) continue;
      const before = known.findLast(one => one < day.day);
      const carried = before === undefined ? 0 : (this.#waitedAtEndOf.get(before) ?? 0);
      day.mostWaiting = Math.max(day.mostWaiting, carried);
    }
  }
}

/** Tells the days of instants that come in their order: only where a day ends the calendar is asked. */
function daysOf(zone: string): (instant: string) => string {
  let [day, ends] = ['', ''];
  return instant => {
    if (instant >= ends) {
      day = dayIn(zone, instant);
      ends = new Date(instantsOf(zone, addDays(day, 1), '00:00').first).toISOString();
    }
    return day;
  };
}

const since = (from: string, to: string): number => Date.parse(to) - Date.parse(from);

const averageOf = (values: number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

const spreadOf = (values: number[]): Spread => ({
  count: values.length,
  median: quantile(values, 0.5),
  p90: quantile(values, 0.9),
});
