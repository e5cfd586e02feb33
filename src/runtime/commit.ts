import type { Append, Store, StoredEvent } from '../stores/store.ts';

/** So many writers in a row were faster; something is wrong, and waiting longer would not help. */
const MOST_ATTEMPTS = 20;

export type Decision = Pick<Append, 'expectedVersion' | 'events'>;

/** The data of the person this belongs to were erased; nothing can be written for them any more. */
export class Erased extends Error {
  override readonly name = 'Erased';
}

/**
 * Appends what `decide` decides at the version it was decided on; when somebody else wrote first, decides again.
 * @returns the stored events, or those of the first time when this cause was carried out before
 * @throws Erased
 */
export async function commit(
  store: Store,
  to: Omit<Append, keyof Decision>,
  decide: (attempt: number) => Promise<Decision>,
): Promise<{ events: StoredEvent[]; repeated: boolean }> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { expectedVersion, events } = await decide(attempt);
    if (events.length === 0) return { events: [], repeated: false };
    const result = await store.append({ ...to, expectedVersion, events });
    if (result.outcome === 'erased') throw new Erased(`the owner of stream ${to.stream} was erased`);
    if (result.outcome !== 'conflict')
      return { events: result.events, repeated: result.outcome === 'duplicate' };
  }
  throw writtenByOthers(to.stream);
}

/**
 * Appends what needs no decision, wherever its stream ends.
 * @param near where it may end, to be quicker
 * @throws Erased
 */
export const appendAtEnd = (store: Store, to: Omit<Append, 'expectedVersion'>, near = 0): Promise<void> =>
  inTurn(store, to.stream, () => append(store, to, near));

async function append(store: Store, to: Omit<Append, 'expectedVersion'>, near: number): Promise<void> {
  let end = near;
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const result = await store.append({ ...to, expectedVersion: end });
    if (result.outcome === 'erased') throw new Erased(`the owner of stream ${to.stream} was erased`);
    if (result.outcome !== 'conflict') return;
    end = result.version;
  }
  throw writtenByOthers(to.stream);
}

/** The last writer of this process at each stream that is being written to. */
const writers = new WeakMap<Store, Map<string, Promise<void>>>();

/** Many write to the same few streams at once: one after the other, rather than each in the way of all others. */
function inTurn(store: Store, stream: string, write: () => Promise<void>): Promise<void> {
  const last = writers.get(store) ?? new Map<string, Promise<void>>();
  writers.set(store, last);
  const written = (last.get(stream) ?? Promise.resolve()).then(write);
  const ended = written
    .catch(() => {})
    .then(() => {
      if (last.get(stream) === ended) last.delete(stream);
    });
  last.set(stream, ended);
  return written;
}

const writtenByOthers = (stream: string): Error =>
  new Error(`stream ${stream} was written by others ${MOST_ATTEMPTS} times in a row`);
