import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InboxAnswer, InboxCounts } from '../../../protocol/console/desk.ts';
import { useLive } from '../live/live-context.ts';
import { call, query } from './call.ts';
import { KEYS } from './keys.ts';

export type View = 'waiting' | 'mine' | 'all' | 'closed';

export function useInbox(view: View, type: string | null) {
  const { pollEvery } = useLive();
  return useInfiniteQuery({
    queryKey: [...KEYS.inbox, view, type],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor }) => call<InboxAnswer>('GET', `/inbox${query({ view, type, cursor })}`),
    getNextPageParam: page => page.cursor,
    refetchInterval: pollEvery,
  });
}

export function useCounts() {
  const { pollEvery } = useLive();
  return useQuery({
    queryKey: KEYS.counts,
    queryFn: () => call<InboxCounts>('GET', '/inbox/counts'),
    refetchInterval: pollEvery,
    refetchIntervalInBackground: true,
  });
}
