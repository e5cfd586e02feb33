import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { StaffList } from '../../../protocol/console/staff.ts';
import { call } from './call.ts';
import { KEYS } from './keys.ts';

export const useStaff = () =>
  useQuery({
    queryKey: KEYS.staff,
    queryFn: () => call<z.infer<typeof StaffList>>('GET', '/staff').then(({ staff }) => staff),
    staleTime: 60_000,
  });
