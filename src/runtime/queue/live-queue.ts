import type { Sought } from '../../core/desk/assign.ts';
import { inQueueOrder } from '../../core/desk/assign.ts';
import type { QueueRow } from '../../stores/ledger.ts';
import type { Signals } from '../../signals/signals.ts';
import type { Store } from '../../stores/store.ts';
import { LIVE, type Live } from '../queue-rows.ts';
import { DESK } from '../streams.ts';

/** Somebody who waits for a person; `id` is the conversation. */
export interface LiveWaiting extends Pick<Sought, 'id' | 'urgency' | 'since'> {
  /** Of the row it was made from. */
  version: number;
}

export interface LiveState {
  /** In the order of the queue. */
  waiting: readonly LiveWaiting[];
  /** How many talks each mediator is in, by staff id. */
  talks: ReadonlyMap<string, number>;
}

export interface LiveQueueParts {
  store: Store;
  signals: Signals;
  onError: (error: unknown) => void;
  /** Milliseconds within which changes are read together. */
  gatherMs?: number;
}

const GATHER_MS = 250;
/** Lines that a process wrote whose signals do not come here are found within so many milliseconds. */
const LOOK_EVERY = 5_000;
const PAGE = 500;

/**
 * Who waits for a person and who talks with one, as the store has it. However many want to know, a process reads it once
 * for each change, and not at all while nobody does.
 */
export class LiveQueue {
  readonly #parts: LiveQueueParts;
  readonly #listeners = new Set<(state: LiveState) => void>();
  #gathering: NodeJS.Timeout | undefined;
  #looking: NodeJS.Timeout | undefined;
  #reading: Promise<LiveState> | null = null;
  #next: Promise<LiveState> | null = null;
  readonly #unhear: () => void;

  constructor(parts: LiveQueueParts) {
    this.#parts = parts;
    this.#unhear = parts.signals.hear('inbox', () => this.look());
  }

  /** As the store has it now: a reading that began before this was called is not enough. */
  read(): Promise<LiveState> {
    if (!this.#reading) return this.#begin();
    this.#next ??= this.#reading
      .catch(() => {})
      .then(() => {
        this.#next = null;
        return this.#begin();
      });
    return this.#next;
  }

  /** Calls `listener` soon, and again after every change. Returns how to stop. */
  watch(listener: (state: LiveState) => void): () => void {
    this.#listeners.add(listener);
    this.#looking ??= setInterval(() => this.look(), LOOK_EVERY).unref();
    this.look();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#looking);
      this.#looking = undefined;
    };
  }

  /** Says that there may be something new. Returns at once. */
  look(): void {
    if (this.#listeners.size === 0) return;
    this.#gathering ??= setTimeout(() => {
      this.#gathering = undefined;
      this.read().then(
        state => this.#listeners.forEach(listener => listener(state)),
        error => this.#parts.onError(error),
      );
    }, this.#parts.gatherMs ?? GATHER_MS).unref();
  }

  async stop(): Promise<void> {
    this.#unhear();
    this.#listeners.clear();
    clearInterval(this.#looking);
    clearTimeout(this.#gathering);
    await Promise.allSettled([this.#reading, this.#next]);
  }

  #begin(): Promise<LiveState> {
    const reading = readLive(this.#parts.store).finally(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    this.#reading = reading;
    return reading;
  }
}

/** How urgency sorts. */
const URGENCY = { urgent: '0', waiting: '1' } as const;

async function readLive(store: Store): Promise<LiveState> {
  const [urgent, waiting, talking] = await Promise.all(
    (['urgent', 'waiting', 'talking'] as const).map(status => rowsOf(store, status)),
  );
  const talks = new Map<string, number>();
  for (const { mediator } of talking ?? [])
    if (mediator !== null) talks.set(mediator, (talks.get(mediator) ?? 0) + 1);
  return { waiting: [...waits(urgent, 'urgent'), ...waits(waiting, 'waiting')].sort(inQueueOrder), talks };
}

const waits = (rows: QueueRow[] = [], status: keyof typeof URGENCY): LiveWaiting[] =>
  rows.map(({ stream, since, version }) => ({
    ...{ id: stream.slice(DESK.length), urgency: URGENCY[status], since, version },
  }));

async function rowsOf(store: Store, status: Live): Promise<QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await store.queue.list({ queue: LIVE, order: 'oldest', status, cursor, limit: PAGE });
    rows.push(...page.rows);
    if (page.cursor === null) return rows;
    ({ cursor } = page);
  }
}
