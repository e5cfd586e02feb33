import { useEffect, useSyncExternalStore } from 'react';
import { useReread } from '../api/use-conversation.ts';
import { useLive } from '../live/live-context.ts';
import type { Outbox } from './outbox.ts';
import { outboxes } from './outboxes.ts';

/** What is on its way in a conversation; what a reload or a lost line interrupted goes on by itself. */
export function useOutbox(conversation: string): Outbox {
  const reread = useReread();
  const { isConnected } = useLive();
  useEffect(() => {
    const taken = () => reread(conversation);
    const isInterrupted = outboxes.of(conversation)[0]?.failure === 'offline';
    if (isConnected && isInterrupted) outboxes.retry(conversation, taken);
    else void outboxes.send(conversation, taken);
    // `reread` is another function each time, and does the same.
  }, [conversation, isConnected]);
  return useSyncExternalStore(outboxes.subscribe, () => outboxes.of(conversation));
}
