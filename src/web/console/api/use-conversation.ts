import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import type { History, Item, TranscriptAnswer } from '../../../protocol/console/desk.ts';
import { useLive } from '../live/live-context.ts';
import { merged, type Transcript } from '../talk/merge-entries.ts';
import { call } from './call.ts';
import { KEYS } from './keys.ts';

const path = (id: string, rest = ''): string => `/conversations/${id}${rest}`;

export function useItem(id: string) {
  const { pollEvery } = useLive();
  return useQuery({
    queryKey: KEYS.item(id),
    queryFn: () => call<Item>('GET', path(id)),
    refetchInterval: pollEvery,
  });
}

/** What was said; only what came since is read again. */
export function useTranscript(id: string) {
  const { pollEvery } = useLive();
  const client = useQueryClient();
  const known = () => client.getQueryData<Transcript>(KEYS.transcript(id));
  return useQuery({
    queryKey: KEYS.transcript(id),
    async queryFn() {
      const after = known()?.cursor ?? 0;
      const answer = await call<z.infer<typeof TranscriptAnswer>>(
        'GET',
        path(id, `/transcript?after=${after}`),
      );
      // Meanwhile more may have come over the socket.
      return merged(known(), answer);
    },
    refetchInterval: pollEvery,
  });
}

export function useHistory(id: string) {
  return useQuery({
    queryKey: KEYS.history(id),
    queryFn: () => call<z.infer<typeof History>>('GET', path(id, '/history')),
  });
}

/** Reads again all that is shown of a conversation, and the lists it stands in. */
export function useReread(): (id: string) => Promise<unknown> {
  const client = useQueryClient();
  return id =>
    Promise.all(
      [KEYS.item(id), KEYS.transcript(id), KEYS.history(id), KEYS.inbox, KEYS.counts, KEYS.offers].map(
        queryKey => client.invalidateQueries({ queryKey }),
      ),
    );
}
