import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { call, CallFailed } from './call.ts';
import { KEYS } from './keys.ts';

/** Who is signed in; null: nobody. */
export const useSession = () =>
  useQuery({
    queryKey: KEYS.session,
    queryFn: () =>
      call<StaffMember>('GET', '/session').catch((error: unknown) => {
        if (error instanceof CallFailed && error.failure === 'unauthenticated') return null;
        throw error;
      }),
    refetchInterval: 5 * 60_000,
  });

export const MeContext = createContext<StaffMember | null>(null);

/** Whoever is signed in, within the pages that nobody else sees. */
export function useMe(): StaffMember {
  const me = useContext(MeContext);
  if (!me) throw new Error('nobody is signed in here');
  return me;
}

/** Puts down who is signed in now; null: nobody any more. */
export function useSetSession(): (account: StaffMember | null) => void {
  const client = useQueryClient();
  return account => client.setQueryData(KEYS.session, account);
}
