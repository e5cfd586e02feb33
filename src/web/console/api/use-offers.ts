import { useQuery } from '@tanstack/react-query';
import type { Offers } from '../../../protocol/console/desk.ts';
import { useLive } from '../live/live-context.ts';
import { call } from './call.ts';
import { KEYS } from './keys.ts';

/** What one is asked to join. */
export function useOffers() {
  const { pollEvery } = useLive();
  return useQuery({
    queryKey: KEYS.offers,
    queryFn: () => call<Offers>('GET', '/offers'),
    refetchInterval: pollEvery,
    refetchIntervalInBackground: true,
  });
}
