import { LRUCache } from 'lru-cache';
import { compactFacts } from '../../core/desk/compact-facts.ts';
import type { DeskFact } from '../../core/desk/facts.ts';
import { addDays } from '../../core/language/day.ts';
import type { Store } from '../../stores/store.ts';
import { factsStream } from '../streams.ts';
import { factsOf } from './fact-noter.ts';

/** Enough for the longest range with what has to be known from before it, and for another one. */
const DAYS_REMEMBERED = 300;

interface Day {
  version: number;
  facts: readonly DeskFact[];
}

/** The facts of days, read once; what was noted since is read on. */
export class FactDays {
  readonly #store: Store;
  readonly #days = new LRUCache<string, Day>({ max: DAYS_REMEMBERED });

  constructor(store: Store) {
    this.#store = store;
  }

  /** @param from @param to days in UTC, both included */
  async between(from: string, to: string): Promise<DeskFact[]> {
    const days: string[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
    const facts = await Promise.all(days.map(day => this.#of(day)));
    return facts.flat();
  }

  async #of(day: string): Promise<readonly DeskFact[]> {
    const known = this.#days.get(day) ?? { version: 0, facts: [] };
    const fresh = await this.#store.read(factsStream(day), known.version);
    const last = fresh.at(-1);
    if (!last) return known.facts;
    const facts = compactFacts([...known.facts, ...fresh.flatMap(factsOf)]);
    this.#days.set(day, { version: last.version, facts });
    return facts;
  }
}
