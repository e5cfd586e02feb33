import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AccountChanges } from '../../../core/staff/account.ts';
import type { StaffMember } from '../../../protocol/console/staff.ts';
import { call } from '../api/call.ts';
import { KEYS } from '../api/keys.ts';
import { useFailure } from '../api/use-failure.ts';
import { useMe } from '../api/use-session.ts';

/** Changes somebody's account, as it was when it was shown. */
export function useChangeMember({ id, version }: StaffMember) {
  const client = useQueryClient();
  const me = useMe();
  const { tell } = useFailure();
  return useMutation({
    mutationFn: (changes: AccountChanges) =>
      call<StaffMember>('PATCH', `/staff/${id}`, { ...changes, version }),
    onError: tell,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: KEYS.staff }),
        ...(id === me.id ? [client.invalidateQueries({ queryKey: KEYS.session })] : []),
      ]),
  });
}
