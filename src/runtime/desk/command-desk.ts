import { type DeskCommand, decideDesk } from '../../core/desk/decide.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { commit } from '../commit.ts';
import { deskStream } from '../streams.ts';
import { loadDesk } from './load-desk.ts';
import { checkUnchanged } from './stale.ts';

export interface DeskOrder {
  conversation: string;
  /** Carried out once, however often it is given. */
  cause: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  command: DeskCommand;
  /** The version it was decided on by whoever gives it; without it, whatever happened since does not matter. */
  seen?: number;
}

/**
 * Carries out a command on what staff know of a conversation.
 * @throws Erased where there is no such person any more, and Stale where somebody else was faster
 */
export async function commandDesk(store: Store, order: DeskOrder): Promise<StoredEvent[]> {
  const { conversation, cause, at, command, seen } = order;
  const stream = deskStream(conversation);
  const to = { stream, owner: conversation, cause, at };
  const { events } = await commit(store, to, async () => {
    const { state, version } = await loadDesk(store, conversation);
    if (seen !== undefined)
      await checkUnchanged(store, { stream, cause, seen }, ({ type }) => type === 'DeskAssigned');
    return { expectedVersion: version, events: decideDesk(state, command) };
  });
  return events;
}
