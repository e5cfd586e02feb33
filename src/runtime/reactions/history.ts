import type { ConversationEvent } from '../../core/conversation/events.ts';
import type { Store, StoredEvent } from '../../stores/store.ts';

/** A conversation's events up to the one that is reacted to, which is the last; its stream holds no others. */
export async function historyUpTo(
  { stream, version }: StoredEvent,
  store: Store,
): Promise<StoredEvent<ConversationEvent>[]> {
  const events = await store.read(stream);
  return events.filter(one => one.version <= version) as StoredEvent<ConversationEvent>[];
}
