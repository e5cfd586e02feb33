import type { DeskEvent } from '../../core/desk/events.ts';
import { type Desk, deskOf } from '../../core/desk/evolve.ts';
import type { Store } from '../../stores/store.ts';
import { deskStream } from '../streams.ts';

/** What staff know of a conversation, and its version: 0 where they have done nothing yet. */
export async function loadDesk(
  store: Store,
  conversation: string,
): Promise<{ state: Desk; version: number }> {
  const events = await store.read(deskStream(conversation));
  const state = deskOf(events.map(stored => stored.event as DeskEvent));
  return { state, version: events.at(-1)?.version ?? 0 };
}
