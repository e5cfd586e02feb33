import type { DeskDayEvent } from '../../core/desk/day-events.ts';
import type { Accepted } from '../../core/desk/waiting.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { appendAtEnd } from '../commit.ts';
import { STAFF_OWNER, turnsStream } from '../streams.ts';

/** Days that are looked back: longer ago people waited under other circumstances. */
const DAYS = 7;
const DAY_MS = 24 * 3_600_000;

interface Day {
  version: number;
  accepted: Accepted[];
  /** By staff id: when something was offered to them last. */
  served: Map<string, string>;
}

/**
 * Puts down what happened at the desk on its day, once for each cause.
 * @param at instant at which it happened
 */
export const noteInDayBook = (
  store: Store,
  { event, at, cause }: { event: DeskDayEvent; at: string; cause: string },
): Promise<void> =>
  appendAtEnd(store, {
    stream: turnsStream(at.slice(0, 10)),
    owner: STAFF_OWNER,
    cause,
    at,
    events: [event],
  });

/** How long people waited lately and whose turn it was last, as all processes have put it down. */
export class DayBook {
  readonly #store: Store;
  readonly #clock: Clock;
  readonly #days = new Map<string, Day>();

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Latest last. Days that are over are read once; of today what is new. */
  async read(): Promise<{ accepted: Accepted[]; served: ReadonlyMap<string, string> }> {
    const now = Date.parse(this.#clock.now());
    const wanted = Array.from({ length: DAYS }, (_, ago) =>
      new Date(now - (DAYS - 1 - ago) * DAY_MS).toISOString().slice(0, 10),
    );
    for (const known of this.#days.keys()) if (!wanted.includes(known)) this.#days.delete(known);
    const days: Day[] = [];
    for (const day of wanted) days.push(await this.#readDay(day, wanted.slice(-2).includes(day)));
    return {
      accepted: days.flatMap(({ accepted }) => accepted),
      served: new Map(days.flatMap(({ served }) => [...served])),
    };
  }

  /** @param mayGrow what happened just before midnight may be put down after it */
  async #readDay(day: string, mayGrow: boolean): Promise<Day> {
    const known = this.#days.get(day);
    if (known && !mayGrow) return known;
    const book = known ?? { version: 0, accepted: [], served: new Map<string, string>() };
    this.#days.set(day, book);
    for (const { version, at, event } of await this.#store.read(turnsStream(day), book.version)) {
      // Somebody else may have read it meanwhile.
      if (version !== book.version + 1) continue;
      book.version = version;
      const noted = event as DeskDayEvent;
      if (noted.type === 'TurnTaken') book.served.set(noted.mediator, at);
      else book.accepted.push(noted);
    }
    return book;
  }
}
