import { LRUCache } from 'lru-cache';
import { nanoid } from 'nanoid';
import { type DeskFact, type FactsNoted, sourceOf } from '../../core/desk/facts.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { commit } from '../commit.ts';
import { FACTS_OWNER, factsStream } from '../streams.ts';

/** What is counted is of today, or of yesterday; while what is old is counted for the first time, days come in their order. */
const DAYS_REMEMBERED = 4;

/** The facts of a day that were noted up to a version of its stream, by their sources. */
interface Noted {
  version: number;
  sources: Set<string>;
}

/** Writes facts into the streams of their days, each once, however often and by however many processes they are noted. */
export class FactNoter {
  readonly #store: Store;
  readonly #days = new LRUCache<string, Noted>({ max: DAYS_REMEMBERED });

  constructor(store: Store) {
    this.#store = store;
  }

  async note(facts: readonly DeskFact[]): Promise<void> {
    for (const [day, ofDay] of Map.groupBy(facts, fact => fact.at.slice(0, 10)))
      await this.#noteDay(day, ofDay);
  }

  async #noteDay(day: string, facts: readonly DeskFact[]): Promise<void> {
    const at = facts.at(-1)?.at ?? day;
    const to = { stream: factsStream(day), owner: FACTS_OWNER, cause: nanoid(), at };
    await commit(this.#store, to, async () => {
      const { version, sources } = await this.#noted(day);
      const fresh = facts.filter(fact => !sources.has(sourceOf(fact)));
      const events: FactsNoted[] = fresh.length === 0 ? [] : [{ type: 'FactsNoted', facts: fresh }];
      return { expectedVersion: version, events };
    });
  }

  async #noted(day: string): Promise<Noted> {
    const noted = this.#days.get(day) ?? { version: 0, sources: new Set() };
    for (const stored of await this.#store.read(factsStream(day), noted.version)) {
      for (const fact of factsOf(stored)) noted.sources.add(sourceOf(fact));
      noted.version = Math.max(noted.version, stored.version);
    }
    this.#days.set(day, noted);
    return noted;
  }
}

export const factsOf = ({ event }: StoredEvent): DeskFact[] =>
  event.type === 'FactsNoted' ? event.facts : [];
