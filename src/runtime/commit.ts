import type { StreamEvent, Store, StoredEvent } from '../stores/store.ts';

/** So many writers in a row were faster; something is wrong, and waiting longer would not help. */
const MOST_ATTEMPTS = 20;

export interface Decision {
  expectedVersion: number;
  events: StreamEvent[];
}

/**
 * Appends what `decide` decides at the version it was decided on; when somebody else wrote first, decides again.
 * @returns the stored events, or those of the first time when this cause was carried out before
 */
export async function commit(
  store: Store,
  to: { stream: string; cause: string; at: string },
  decide: (attempt: number) => Promise<Decision>,
): Promise<{ events: StoredEvent[]; repeated: boolean }> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const { expectedVersion, events } = await decide(attempt);
    if (events.length === 0) return { events: [], repeated: false };
    const result = await store.append({ ...to, expectedVersion, events });
    if (result.outcome !== 'conflict')
      return { events: result.events, repeated: result.outcome === 'duplicate' };
  }
  throw new Error(`stream ${to.stream} was written by others ${MOST_ATTEMPTS} times in a row`);
}
