import { useEffect, useSyncExternalStore } from 'react';
import { useReread } from '../api/use-conversation.ts';
import type { Outbox } from './outbox.ts';
import { outboxes } from './outboxes.ts';

/** What is on its way in a conversation; what a reload interrupted goes on. */
export function useOutbox(conversation: string): Outbox {
  const reread = useReread();
  useEffect(() => {
    void outboxes.send(conversation, () => reread(conversation));
    // Once for each conversation: `reread` is another function each time.
  }, [conversation]);
  return useSyncExternalStore(outboxes.subscribe, () => outboxes.of(conversation));
}
