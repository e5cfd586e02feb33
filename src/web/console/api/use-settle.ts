import { useMutation } from '@tanstack/react-query';
import type { AccountChanges } from '../../../core/staff/account.ts';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { call } from './call.ts';
import { useFailure } from './use-failure.ts';
import { useSetSession } from './use-session.ts';

type Own = Pick<AccountChanges, 'name' | 'onDuty' | 'language' | 'theme'>;

/** Changes what one settles for oneself, wherever one signs in. */
export function useSettle() {
  const set = useSetSession();
  const { tell } = useFailure();
  return useMutation({
    mutationFn: (change: Own) => call<StaffMember>('PATCH', '/me', change),
    onSuccess: set,
    onError: tell,
  });
}
