import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { StaffList, StaffLoads } from '../../../protocol/console/staff.ts';
import { call } from './call.ts';
import { KEYS } from './keys.ts';

export const useStaff = () =>
  useQuery({
    queryKey: KEYS.staff,
    queryFn: () => call<z.infer<typeof StaffList>>('GET', '/staff').then(({ staff }) => staff),
    staleTime: 60_000,
  });

/** How many talks each mediator is in now, by staff id; read again all the time while it is looked at. */
export const useLoads = () =>
  useQuery({
    queryKey: KEYS.loads,
    queryFn: () =>
      call<z.infer<typeof StaffLoads>>('GET', '/staff/loads').then(
        ({ loads }) => new Map(loads.map(({ id, talks }) => [id, talks])),
      ),
    refetchInterval: 5_000,
  });
