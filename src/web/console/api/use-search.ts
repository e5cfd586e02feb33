import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { SearchAnswer } from '../../../protocol/console/search.ts';
import { type Filters, narrowingOf } from '../inbox/filters.ts';
import { call } from './call.ts';
import { KEYS } from './keys.ts';

/** Milliseconds for which what was found is kept in memory once nobody looks at it. */
const KEPT = 60_000;

/** Conversations by words; nothing is asked without any. */
export function useSearch(text: string, filters: Filters) {
  const narrowing = narrowingOf(filters);
  return useInfiniteQuery({
    queryKey: [...KEYS.inbox, 'search', text, narrowing],
    enabled: text !== '',
    initialPageParam: null as string | null,
    queryFn: ({ pageParam: cursor }) =>
      call<SearchAnswer>('POST', '/inbox/search', { text, ...narrowing, cursor }),
    getNextPageParam: page => page.cursor,
    placeholderData: keepPreviousData,
    gcTime: KEPT,
  });
}
