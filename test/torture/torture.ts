import { setTimeout as pause } from 'node:timers/promises';
import type { Ledger } from '../../src/stores/ledger.ts';
import { Chance } from './chance.ts';
import { type Findings, inquest } from './inquest.ts';
import { TorturedPerson } from './tortured-person.ts';
import type { World } from './world.ts';

/** Milliseconds between two strikes, at most. */
const LONGEST_CALM = 900;
/** Milliseconds that reactions have at the end before a case counts as lost. */
const SETTLING = 20_000;

export interface TortureOptions {
  world: World;
  kills: number;
  people: number;
  seed: number;
  /** Told after each strike how many there were. */
  struck?: ((kills: number, what: string) => void) | undefined;
}

/**
 * Lets people talk with servers that are killed with -9 at random moments and started again, and then compares what the
 * people were shown with what the store holds. The world is removed at the end.
 */
export async function torture({ world, kills, people, seed, struck }: TortureOptions): Promise<Findings> {
  try {
    return await tortured({ world, kills, people, seed, struck });
  } finally {
    await world.remove();
  }
}

async function tortured({ world, kills, people, seed, struck }: TortureOptions): Promise<Findings> {
  const chance = new Chance(seed);
  const over = new AbortController();
  const all = Array.from(
    { length: people },
    (_, at) => new TorturedPerson(world.urls, `p${at}`, new Chance(seed + at + 1)),
  );
  const lives = Promise.all(all.map(person => person.live(over.signal)));
  for (let kill = 1; kill <= kills; kill++) {
    await pause(chance.upTo(LONGEST_CALM));
    const what = await world.strike(chance);
    struck?.(kill, what);
  }
  over.abort();
  await lives;
  const ledger = await world.ledger();
  const memoirs = all.flatMap(person => person.memoirs);
  try {
    await settled(ledger, new Set(memoirs.flatMap(memoir => memoir.cases)));
    return await inquest(memoirs, ledger);
  } finally {
    await ledger.close();
  }
}

/** Waits until every case that somebody was shown is there, or for as long as it may take. */
async function settled(ledger: Ledger, cases: Set<string>): Promise<void> {
  const until = performance.now() + SETTLING;
  for (const number of cases)
    while (performance.now() < until && !(await ledger.head(`case-${number}`))) await pause(100);
}
