import { randomUUID } from 'node:crypto';
import { assign, type Offer, type Sought, type Worker } from '../../core/desk/assign.ts';
import { soughtOf } from '../../core/desk/sought.ts';
import type { Mediator } from '../../core/conversation/events.ts';
import type { Desk } from '../../core/desk/evolve.ts';
import type { Account } from '../../core/staff/register.ts';
import type { Attendance } from '../../signals/attendance.ts';
import type { Store } from '../../stores/store.ts';
import type { Clock } from '../clock.ts';
import { Erased } from '../commit.ts';
import { commandDesk } from '../desk/command-desk.ts';
import { REGISTER } from '../streams.ts';
import type { DayBook } from './day-book.ts';
import { KnownDesks } from './known-desks.ts';
import type { LiveQueue, LiveState } from './live-queue.ts';

export interface DispatcherParts {
  store: Store;
  clock: Clock;
  live: LiveQueue;
  book: DayBook;
  attendance: Attendance;
  onDuty: () => Promise<Account[]>;
  /** Milliseconds for which something is offered. */
  offerMs: number;
  onError: (error: unknown) => void;
  /** Milliseconds after which another process takes over from one that died. */
  leaseMs?: number | undefined;
}

const LEASE = 'offers';
const LEASE_MS = 10_000;
/** The part of a lease in which nothing is begun that could end after it. */
const SURELY_HELD = 0.8;

/** What one look at the queue comes to. */
interface Plan {
  lapsed: Offer[];
  offers: Offer[];
  desks: ReadonlyMap<string, Desk>;
  names: ReadonlyMap<string, Mediator>;
}

/**
 * Offers whoever waits to the mediators on duty in turn. One process at a time does; what it was doing when it died is
 * done by another once its lease is over. Offers are events of the desk, decided again should the desk have changed
 * meanwhile; whom nobody takes stays in the queue.
 */
export class Dispatcher {
  readonly #parts: DispatcherParts;
  readonly #holder = randomUUID();
  readonly #stops: (() => void)[];
  readonly #desks: KnownDesks;
  /** By staff id: when something was offered here that the day book may not tell of yet. */
  readonly #served = new Map<string, string>();
  /** By this process's clock; what is known was right all the time until then. */
  #heldUntil = 0;
  #unwatch: (() => void) | null = null;
  #lapses: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #again = false;
  #isStopped = false;

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
    this.#desks = new KnownDesks(parts.store);
    this.#stops = [
      parts.attendance.changed(() => this.wake()),
      parts.store.watch(notice => {
        if (notice === null || ('stream' in notice && notice.stream === REGISTER)) this.wake();
      }),
    ];
    this.wake();
  }

  /** Says that there may be something to offer. Returns at once. */
  wake(): void {
    if (this.#isStopped) return;
    this.#again = true;
    this.#running ??= this.#run();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const stop of this.#stops) stop();
    this.#unwatch?.();
    clearTimeout(this.#lapses);
    await this.#running;
    if (this.#isHolding) await this.#parts.store.release(LEASE, this.#holder).catch(this.#parts.onError);
  }

  /** Resolves when what is there now has been looked at, and what follows from it is done or another process's. */
  async settled(): Promise<void> {
    this.wake();
    while (this.#running) await this.#running;
  }

  /** One look at the queue and what follows from it. */
  async #round(): Promise<void> {
    const workers = await this.#parts.onDuty();
    const isWanted = workers.length > 0 || this.#desks.hasOffers;
    this.#watchQueue(isWanted);
    if (!isWanted) return;
    const plan = await this.#plan(await this.#parts.live.read(), workers);
    if (plan.lapsed.length + plan.offers.length === 0) return;
    if (!(await this.#take())) return;
    // Who held it until now may have offered what was free a moment ago.
    await this.#carryOut(await this.#plan(await this.#parts.live.read(), workers));
  }

  async #run(): Promise<void> {
    while (this.#again && !this.#isStopped) {
      this.#again = false;
      await this.#round().catch(this.#parts.onError);
    }
    this.#running = null;
  }

  /** Without anybody on duty there is nothing to offer, only to withdraw; then nothing is read. */
  #watchQueue(isWanted: boolean): void {
    if (isWanted) this.#unwatch ??= this.#parts.live.watch(() => this.wake());
    else {
      this.#unwatch?.();
      this.#unwatch = null;
    }
  }

  get #isHolding(): boolean {
    return performance.now() < this.#heldUntil;
  }

  async #take(): Promise<boolean> {
    const { store, leaseMs = LEASE_MS } = this.#parts;
    const held = this.#isHolding;
    const from = performance.now();
    if (!(await store.lease(LEASE, this.#holder, leaseMs))) return false;
    // Others may have made offers that no row tells of yet.
    if (!held) this.#desks.forget();
    this.#heldUntil = from + leaseMs * SURELY_HELD;
    return true;
  }

  async #plan({ waiting, talks }: LiveState, accounts: readonly Account[]): Promise<Plan> {
    const { attendance, book, clock } = this.#parts;
    const { served } = await book.read();
    const desks = await this.#desks.of(waiting);
    const now = clock.now();
    const workers = accounts.map(
      ({ id, capacity }): Worker => ({
        ...{ id, capacity, isOnDuty: true },
        load: talks.get(id) ?? 0,
        servedAt: later(served.get(id), this.#served.get(id)),
      }),
    );
    // Who is not on duty, unless it is only not known yet whether they are there.
    const isGone = (id: string): boolean =>
      !workers.some(one => one.id === id) && (attendance.isHere(id) || attendance.isGone(id));
    const sought = waiting.flatMap((item): Sought[] => {
      const desk = desks.get(item.id);
      const one = desk && soughtOf(desk, { item, workers, isGone, now });
      return one ? [one] : [];
    });
    this.#wakeWhenLapses(sought, now);
    const names = new Map(accounts.map(({ id, name }) => [id, { id, name }]));
    return { ...assign(sought, workers, now), desks, names };
  }

  async #carryOut({ lapsed, offers, desks, names }: Plan): Promise<void> {
    const items = new Set([...offers, ...lapsed].map(({ item }) => item));
    for (const item of items) {
      if (this.#isStopped || !this.#isHolding) return;
      const desk = desks.get(item);
      if (!desk) continue;
      const to = names.get(offers.find(one => one.item === item)?.mediator ?? '');
      await this.#offer(item, desk, { to, lapsed: lapsed.find(one => one.item === item)?.mediator ?? null });
    }
  }

  async #offer(
    conversation: string,
    { wait, mediator }: Desk,
    { to, lapsed }: { to: Mediator | undefined; lapsed: string | null },
  ): Promise<void> {
    const { store, clock, offerMs } = this.#parts;
    const at = clock.now();
    const until = new Date(Date.parse(at) + offerMs).toISOString();
    const command = {
      command: 'offer',
      request: wait?.request ?? '',
      holder: mediator?.id ?? null,
      lapsed,
      to: to ? { mediator: to, until } : null,
    } as const;
    await commandDesk(store, { conversation, cause: `offer:${randomUUID()}`, at, command }).catch(
      (error: unknown) => {
        if (!(error instanceof Erased)) throw error;
      },
    );
    if (to) this.#served.set(to.id, at);
    await this.#desks.readAgain(conversation);
    this.wake();
  }

  #wakeWhenLapses(sought: readonly Sought[], now: string): void {
    clearTimeout(this.#lapses);
    const until = sought.flatMap(({ offer }) => (offer && offer.until > now ? [offer.until] : [])).sort()[0];
    if (until === undefined || this.#isStopped) return;
    const wait = Date.parse(until) - Date.parse(now);
    this.#lapses = setTimeout(() => this.wake(), wait).unref();
  }
}

const later = (one = '', other = ''): string | null => (one > other ? one : other) || null;
