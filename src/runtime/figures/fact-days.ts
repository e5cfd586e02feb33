import { LRUCache } from 'lru-cache';
import { compactFacts } from '../../core/desk/compact-facts.ts';
import type { DeskFact } from '../../core/desk/facts.ts';
import { addDays } from '../../core/language/day.ts';
import type { Store } from '../../stores/store.ts';
import { FACTS_OWNER, factsStream } from '../streams.ts';
import { factsOf } from './fact-noter.ts';

/** Enough for the longest range with what has to be known from before it, and for another one. */
const DAYS_REMEMBERED = 300;

interface Day {
  version: number;
  facts: readonly DeskFact[];
}

/** Changed whenever what is kept of a day would be read otherwise. */
const FORMAT = 'compact-facts/1';
/** From so many appends on that a day has to be read from, it is kept as a whole. */
const WORTH_KEEPING = 20;

/** The facts of days, without those that no figure depends on; what was noted since a day was read is read on. */
export class FactDays {
  readonly #store: Store;
  readonly #onError: (error: unknown) => void;
  readonly #days = new LRUCache<string, Day>({ max: DAYS_REMEMBERED });

  constructor(store: Store, onError: (error: unknown) => void) {
    this.#store = store;
    this.#onError = onError;
  }

  /** @param from @param to days in UTC, both included */
  async between(from: string, to: string): Promise<DeskFact[]> {
    const days: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
    const facts = await Promise.all(days.map(day => this.#of(day)));
    return facts.flat();
  }

  async #of(day: string): Promise<readonly DeskFact[]> {
    const stream = factsStream(day);
    const known = this.#days.get(day) ?? (await this.#kept(stream));
    const fresh = await this.#store.read(stream, known.version);
    const last = fresh.at(-1);
    if (!last) {
      this.#days.set(day, known);
      return known.facts;
    }
    const facts = compactFacts([...known.facts, ...fresh.flatMap(factsOf)]);
    this.#days.set(day, { version: last.version, facts });
    if (fresh.length >= WORTH_KEEPING)
      // It only saves time.
      this.#store.saveSnapshot(stream, FACTS_OWNER, FORMAT, last.version, facts).catch(this.#onError);
    return facts;
  }

  async #kept(stream: string): Promise<Day> {
    const kept = await this.#store.snapshot(stream, FACTS_OWNER, FORMAT);
    return kept ? { version: kept.version, facts: kept.state as DeskFact[] } : { version: 0, facts: [] };
  }
}
