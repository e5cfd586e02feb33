import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InboxAnswer, InboxCounts } from '../../../protocol/console/desk.ts';
import { type Filters, narrowingOf } from '../inbox/filters.ts';
import { useLive } from '../live/live-context.ts';
import { call, query } from './call.ts';
import { KEYS } from './keys.ts';

/** One of the lists, narrowed. */
export function useInbox(filters: Filters) {
  const { pollEvery } = useLive();
  const asked = { view: filters.view, ...narrowingOf(filters) };
  return useInfiniteQuery({
    queryKey: [...KEYS.inbox, 'list', asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor }) => call<InboxAnswer>('GET', `/inbox${query({ ...asked, cursor })}`),
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
