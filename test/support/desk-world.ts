import { expect } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import type { ConversationEvent } from '../../src/core/conversation/events.ts';
import { conversationOf } from '../../src/core/conversation/evolve.ts';
import { isActive } from '../../src/core/staff/register.ts';
import { commandDesk } from '../../src/runtime/desk/command-desk.ts';
import { loadDesk } from '../../src/runtime/desk/load-desk.ts';
import { DayBook } from '../../src/runtime/queue/day-book.ts';
import { Dispatcher } from '../../src/runtime/queue/dispatcher.ts';
import { LiveQueue } from '../../src/runtime/queue/live-queue.ts';
import { writeDeskRow } from '../../src/runtime/reactions/keep-queue.ts';
import { StaffRegister } from '../../src/runtime/staff/staff-register.ts';
import { Attendance } from '../../src/signals/attendance.ts';
import { localSignals } from '../../src/signals/local-signals.ts';
import type { Store } from '../../src/stores/store.ts';
import { DeskStaff } from './desk-staff.ts';
import { memoryStore } from './stores.ts';

export const OFFER_MS = 45_000;
export const DECLINE_MS = 5 * 60_000;
export const MEDIATORS = ['m0', 'm1', 'm2'];

/** So many times a process still writes before it dies, and the lease that it holds then. */
interface Life {
  writes: number;
  lease: [name: string, holder: string] | null;
}

interface Process {
  dispatcher: Dispatcher;
  live: LiveQueue;
  life: Life;
}

/** A desk at which people come and go, with processes that offer and die; what they write is really stored. */
export class DeskWorld {
  readonly store = memoryStore();
  readonly signals = localSignals();
  time = Date.parse('2026-11-24T02:00:00.000Z');
  readonly clock = { now: () => new Date(this.time).toISOString() };
  readonly staff = new DeskStaff(this);
  readonly capacity: ReadonlyMap<string, number>;
  readonly conversations: string[] = [];
  processes: Process[] = [];

  constructor(capacities: number[]) {
    this.capacity = new Map(MEDIATORS.map((id, at) => [id, capacities[at] ?? 1]));
  }

  async open(): Promise<void> {
    for (const [id, capacity] of this.capacity) await this.staff.comes(id, capacity);
    this.processes = [this.#process(), this.#process()];
  }

  async close(): Promise<void> {
    this.staff.stop();
    for (const one of this.processes) await stop(one);
  }

  #process(): Process {
    const { signals, clock } = this;
    const life: Life = { writes: Infinity, lease: null };
    const store = mortal(this.store, life);
    const [attendance, register] = [
      new Attendance(signals, () => this.time),
      new StaffRegister(store, clock),
    ];
    for (const id of MEDIATORS) this.staff.opens(id);
    const live = new LiveQueue({ store, signals, gatherMs: 0, onError: unlessDead });
    const dispatcher = new Dispatcher({
      ...{ store, clock, live, attendance, offerMs: OFFER_MS, onError: unlessDead },
      book: new DayBook(store, clock),
      onDuty: async () =>
        [...(await register.current()).accounts.values()].filter(one => isActive(one) && one.onDuty),
    });
    return { dispatcher, live, life };
  }

  /** One dies after a few more writes, without a word, and another begins in its place. */
  async dies(which: number, writes: number): Promise<void> {
    const dying = this.processes[which];
    if (!dying) return;
    dying.life.writes = writes;
    await this.look();
    dying.life.writes = 0;
    await stop(dying);
    // Its lease is over.
    if (dying.life.lease) await this.store.release(...dying.life.lease);
    this.processes[which] = this.#process();
    // Somebody more comes before whoever takes over has looked at what the dead one has left.
    await this.arrives();
  }

  /** All processes look at the queue at the same time. */
  async look(): Promise<void> {
    await Promise.all(this.processes.map(({ dispatcher }) => dispatcher.settled()));
  }

  async happens(conversation: string, ...events: ConversationEvent[]): Promise<void> {
    const stream = `conversation-${conversation}`;
    const expectedVersion = (await this.store.read(stream)).length;
    await this.store.append({
      ...{ stream, owner: conversation, expectedVersion, cause: `${expectedVersion}` },
      ...{ at: this.clock.now(), events },
    });
    await writeDeskRow(this.store, chineseCalendar, conversation);
  }

  async arrives(): Promise<void> {
    this.time += 1_000;
    const conversation = `c${this.conversations.length}`;
    this.conversations.push(conversation);
    const request = `r${this.conversations.length}`;
    const from = { message: request, start: 0, end: 0, words: '', rule: '', certainty: 'stated' } as const;
    const consent = { receiver: 'r', from };
    await this.happens(conversation, started, {
      type: 'HandoffRequested',
      request,
      reason: 'asked',
      consent,
    });
    const since = this.clock.now();
    const command = { command: 'begin-wait', request, since, position: 1, onDuty: 1 } as const;
    await commandDesk(this.store, { conversation, cause: `wait:${request}`, at: since, command });
    await writeDeskRow(this.store, chineseCalendar, conversation);
  }

  async states() {
    return Promise.all(
      this.conversations.map(async id => {
        const events = await this.store.read(`conversation-${id}`);
        const { handoff } = conversationOf(events.map(one => one.event as ConversationEvent));
        const { wait } = (await loadDesk(this.store, id)).state;
        const stands = handoff.state === 'requested' && wait?.offer && wait.offer.until > this.clock.now();
        return { id, handoff, offer: stands ? (wait.offer?.mediator.id ?? null) : null };
      }),
    );
  }

  /** Offered ones, by the order in which they came. */
  async offered(): Promise<{ id: string; offer: string }[]> {
    return (await this.states()).flatMap(({ id, offer }) => (offer === null ? [] : [{ id, offer }]));
  }

  async accept({ id, offer }: { id: string; offer: string }): Promise<void> {
    await this.happens(id, { type: 'HandoffAccepted', mediator: { id: offer, name: offer } });
  }

  async decline({ id, offer }: { id: string; offer: string }): Promise<void> {
    const now = this.clock.now();
    const until = new Date(this.time + DECLINE_MS).toISOString();
    const command = { command: 'decline', by: { id: offer, name: offer }, now, until } as const;
    await commandDesk(this.store, { conversation: id, cause: `no:${this.time}`, at: now, command });
    await writeDeskRow(this.store, chineseCalendar, id);
  }

  async finishes(mediator: string): Promise<void> {
    const talk = (await this.states()).find(
      ({ handoff }) => handoff.state === 'mediator' && handoff.mediator.id === mediator,
    );
    const by = { id: mediator, name: mediator };
    if (talk) await this.happens(talk.id, { type: 'HandoffEnded', how: 'closed', mediator: by });
  }

  async cancels(which: number): Promise<void> {
    const waiting = (await this.states()).filter(({ handoff }) => handoff.state === 'requested');
    const one = waiting[which % Math.max(1, waiting.length)];
    if (one) await this.happens(one.id, { type: 'HandoffCancelled' });
  }

  async waiting(): Promise<number> {
    return (await this.states()).filter(({ handoff }) => handoff.state === 'requested').length;
  }

  /** Nobody is asked for more than they have room for. */
  async checkRoom(): Promise<void> {
    const states = await this.states();
    for (const [mediator, capacity] of this.capacity) {
      const load = states.filter(
        ({ handoff, offer }) =>
          offer === mediator || (handoff.state === 'mediator' && handoff.mediator.id === mediator),
      ).length;
      expect(load, mediator).toBeLessThanOrEqual(capacity);
    }
  }
}

const started: ConversationEvent = {
  type: 'ConversationStarted',
  ...{ language: 'zh-CN', zone: 'Asia/Shanghai', channel: 'test', tokenHash: '' },
};

class Dead extends Error {}

/** The store as a process has it that writes so many times and is gone then. */
function mortal(store: Store, life: Life): Store {
  const alive =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    (...given: A): Promise<R> =>
      life.writes-- > 0 ? work(...given) : Promise.reject(new Dead());
  return {
    ...store,
    append: alive(store.append),
    lease: alive((name, holder, ms) => {
      life.lease = [name, holder];
      return store.lease(name, holder, ms);
    }),
    release: alive(store.release),
  };
}

async function stop({ dispatcher, live }: Process): Promise<void> {
  await dispatcher.stop();
  await live.stop();
}

function unlessDead(error: unknown): void {
  if (!(error instanceof Dead)) throw error;
}
