import { nanoid } from 'nanoid';
import type { Identity } from '../../console/identity.ts';
import { LANGUAGES } from '../../core/knowledge/localized.ts';
import { DisplayName, Login, USUAL_CAPACITY } from '../../core/staff/account.ts';
import { type Account, accountOf } from '../../core/staff/register.ts';
import type { StaffRegister } from './staff-register.ts';

const LONGEST_NAME = 40;

/**
 * The account of somebody another system vouches for, made where there is none and they may join; null without one.
 * `isIn`: whether they may act under it.
 */
export async function admit(
  register: StaffRegister,
  identity: Identity,
): Promise<{ account: Account | null; isIn: boolean }> {
  const login = Login.safeParse(identity.login).data;
  if (login === undefined) return { account: null, isIn: false };
  const name = DisplayName.safeParse(identity.name).data ?? login.slice(0, LONGEST_NAME);
  const done = await register.change({
    command: 'admit',
    account: {
      id: nanoid(),
      login,
      name,
      role: 'mediator',
      capacity: USUAL_CAPACITY,
      language: LANGUAGES[0],
    },
    opens: identity.mayJoin,
  });
  return { account: accountOf(await register.current(), login), isIn: !('refused' in done) };
}
