import type { Desk } from '../../core/desk/evolve.ts';
import type { Store } from '../../stores/store.ts';
import { loadDesk } from '../desk/load-desk.ts';
import type { LiveWaiting } from './live-queue.ts';

/** Desks read at a time. */
const AT_A_TIME = 32;

/** The desks of those who wait, each read when its row in the queue has changed and not for every look at it. */
export class KnownDesks {
  readonly #store: Store;
  #known = new Map<string, { row: number; desk: Desk }>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Whether somebody is asked to join any of them. */
  get hasOffers(): boolean {
    return [...this.#known.values()].some(({ desk }) => desk.wait?.offer);
  }

  /** Those of everybody who waits, by conversation. */
  async of(waiting: readonly LiveWaiting[]): Promise<ReadonlyMap<string, Desk>> {
    const known = new Map<string, { row: number; desk: Desk }>();
    const left = [...waiting];
    const work = async (): Promise<void> => {
      for (let one = left.pop(); one; one = left.pop()) {
        const before = this.#known.get(one.id);
        const isKnown = before !== undefined && before.row === one.version;
        known.set(one.id, { row: one.version, desk: isKnown ? before.desk : await this.#read(one.id) });
      }
    };
    await Promise.all(Array.from({ length: AT_A_TIME }, work));
    this.#known = known;
    return new Map([...known].map(([id, { desk }]) => [id, desk]));
  }

  /** What was just written there is known before the row tells of it. */
  async readAgain(conversation: string): Promise<void> {
    const known = this.#known.get(conversation);
    if (known) known.desk = await this.#read(conversation);
  }

  /** Others may have written what no row tells of yet. */
  forget(): void {
    this.#known = new Map();
  }

  async #read(conversation: string): Promise<Desk> {
    return (await loadDesk(this.#store, conversation)).state;
  }
}
