import { isActive } from '../../core/staff/register.ts';
import type { Account } from '../../core/staff/register.ts';
import type { Attendance } from '../../signals/attendance.ts';
import type { StaffRegister } from '../staff/staff-register.ts';

/** Who takes new items now: whoever has said so, and has a console open. */
export async function onDuty(register: StaffRegister, attendance: Attendance): Promise<Account[]> {
  const { accounts } = await register.current();
  return [...accounts.values()].filter(
    account => isActive(account) && account.onDuty && attendance.isHere(account.id),
  );
}
