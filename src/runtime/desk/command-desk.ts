import { type DeskCommand, decideDesk } from '../../core/desk/decide.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';
import { commit } from '../commit.ts';
import { deskStream } from '../streams.ts';
import { loadDesk } from './load-desk.ts';

export interface DeskOrder {
  conversation: string;
  /** Carried out once, however often it is given. */
  cause: string;
  /** Instant, ISO 8601 in UTC. */
  at: string;
  command: DeskCommand;
}

/** Carries out a command on what staff know of a conversation. @throws Erased where there is no such person any more */
export async function commandDesk(store: Store, order: DeskOrder): Promise<StoredEvent[]> {
  const { conversation, cause, at, command } = order;
  const to = { stream: deskStream(conversation), owner: conversation, cause, at };
  const { events } = await commit(store, to, async () => {
    const { state, version } = await loadDesk(store, conversation);
    return { expectedVersion: version, events: decideDesk(state, command) };
  });
  return events;
}
