import { setTimeout as pause } from 'node:timers/promises';
import type { ConversationEvent } from '../../../src/core/conversation/events.ts';
import { entriesOf } from '../../../src/protocol/entries-of.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import type { Store, StoredEvent } from '../../../src/stores/store.ts';
import { untoldRequests } from '../../support/talk-faults.ts';
import { Chance } from '../chance.ts';
import { OPERATOR_KEY, type World } from '../world.ts';
import { enlist } from './enlist.ts';
import { type HandoffFindings, handoffInquest } from './handoff-inquest.ts';
import { PersonInNeed } from './person-in-need.ts';
import { TorturedMediator } from './tortured-mediator.ts';

/** After so short a time nobody has come, so that the timer is one more who runs for the talk. */
const ACCEPT_WITHIN_MINUTES = 0.04;
const ACCEPT_WITHIN_MS = ACCEPT_WITHIN_MINUTES * 60_000;

/** Settings that the servers of the world need. */
export const forHandoffs: Record<string, string> = {
  ACCEPT_WITHIN_MINUTES: String(ACCEPT_WITHIN_MINUTES),
  RATE_LIMITS: 'off',
};

/** Half of the strikes follow the one before within so many milliseconds, while what it broke is still being mended. */
const SOON = 1_500;
/** Milliseconds in which not one timer more fires, after which none ever will: leases of the dead have long run out. */
const STANDSTILL = 60_000;
const CATCHING_UP = 10_000;

export interface HandoffTorture {
  world: World;
  /** How many talks there are to be, and how many people have them at a time. */
  talks: number;
  people: number;
  mediators: number;
  seed: number;
  /** Milliseconds between two strikes, at most: more than the six seconds after which others take over from a dead process. */
  longestCalm: number;
  /** Told after each strike how many talks have begun, and what was struck. */
  struck?: ((talks: number, what: string) => void) | undefined;
}

export interface HandoffTortureFindings extends HandoffFindings {
  strikes: number;
  /** Milliseconds from the end of the last talk until the last timer that was still to fire had. */
  settledAfter: number;
}

/**
 * Lets people ask for a person and mediators run for them, while their servers are killed with -9, and then compares
 * what everybody was shown and answered with what the store holds. The world is removed at the end.
 */
export async function tortureHandoff(options: HandoffTorture): Promise<HandoffTortureFindings> {
  try {
    return await tortured(options);
  } finally {
    await options.world.remove();
  }
}

async function tortured({ world, talks, people, mediators, longestCalm, seed, struck }: HandoffTorture) {
  const chance = new Chance(seed);
  const staff = (await enlist(world, mediators)).map(
    (one, at) => new TorturedMediator(world.urls, one, new Chance(seed + 1_000 + at)),
  );
  const all = Array.from(
    { length: people },
    (_, at) => new PersonInNeed(world.urls, `p${at}`, new Chance(seed + at + 1)),
  );
  const over = new AbortController();
  let begun = 0;
  const lives = Promise.all(all.map(person => person.live(() => begun++ < talks))).then(() => over.abort());
  const work = Promise.all(staff.map(mediator => mediator.live(over.signal)));
  let strikes = 0;
  while (!over.signal.aborted) {
    const calm = chance.upTo(chance.is(0.5) ? SOON : longestCalm);
    await pause(calm, undefined, { signal: over.signal }).catch(() => {});
    if (over.signal.aborted) break;
    const what = await world.strike(chance);
    strikes++;
    struck?.(Math.min(begun, talks), what);
  }
  await Promise.all([lives, work]);
  const ledger = await world.ledger();
  const store = sealedStore(ledger, OPERATOR_KEY);
  const memoirs = all.flatMap(person => person.memoirs);
  try {
    const settledAfter = await timersSettled(
      store,
      memoirs.map(one => one.conversation),
    );
    await Promise.all(
      staff.map(one => one.catchUp(conversation => lastShown(store, conversation), CATCHING_UP)),
    );
    const testimonies = staff.map(({ id, memoirs, orders, believesToHold }) => ({
      ...{ id, memoirs, orders, believesToHold },
    }));
    return {
      strikes,
      settledAfter,
      ...(await handoffInquest(memoirs, testimonies, store, ACCEPT_WITHIN_MS)),
    };
  } finally {
    for (const one of staff) one.leave();
    await ledger.close();
  }
}

const read = (store: Store, conversation: string) =>
  store.read(`conversation-${conversation}`) as Promise<StoredEvent<ConversationEvent>[]>;

/** Waits until everybody was told that nobody has come, or nobody more is; resolves with the milliseconds it took. */
async function timersSettled(store: Store, conversations: string[]): Promise<number> {
  const began = performance.now();
  let waiting = conversations;
  for (let since = began; waiting.length > 0 && performance.now() - since < STANDSTILL; ) {
    const still: string[] = [];
    for (const conversation of waiting)
      if (untoldRequests(await read(store, conversation)).length > 0) still.push(conversation);
    if (still.length < waiting.length) since = performance.now();
    else await pause(200);
    waiting = still;
  }
  return Math.round(performance.now() - began);
}

/** The version of the last event that is shown to anybody. */
async function lastShown(store: Store, conversation: string): Promise<number> {
  return entriesOf(await read(store, conversation), new Map()).at(-1)?.version ?? 0;
}
