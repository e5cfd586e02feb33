import { nanoid } from 'nanoid';
import type { SignIns } from '../../console/staff.ts';
import { USUAL_CAPACITY } from '../../core/staff/account.ts';
import { problemWithPassword } from '../../core/staff/password.ts';
import { accountOfLink, isSetupLink } from '../../core/staff/register.ts';
import { known, only } from './accounts.ts';
import { hashPassword } from './password-hash.ts';
import { hashOf } from './secret.ts';
import type { OpenSession } from './sign-ins.ts';
import type { StaffParts } from './staff.ts';

/** What is done with links that work once. */
export function useLinks(
  { register, clock }: StaffParts,
  open: OpenSession,
): Pick<SignIns, 'link' | 'useLink'> {
  return {
    async link(token) {
      const current = await register.current();
      const [hash, now] = [hashOf(token), clock.now()];
      if (isSetupLink(current, hash, now)) return { kind: 'first-supervisor' };
      const account = accountOfLink(current, hash, now);
      if (!account) return null;
      const { login, name, joined } = account;
      return { kind: joined ? 'new-password' : 'join', login, name };
    },

    async useLink({ token, login, name, password, language }, client) {
      const current = await register.current();
      const [hash, now] = [hashOf(token), clock.now()];
      const holder = accountOfLink(current, hash, now);
      // Looked at before the password is hashed: that costs, and nobody without a link shall cause it.
      if (!holder && !isSetupLink(current, hash, now)) return { refused: 'link-invalid' };
      const chosen = holder?.login ?? login;
      if (chosen === null || (!holder && name === null)) return { refused: 'login-missing' };
      const problem = problemWithPassword(password, chosen);
      if (problem) return { refused: problem };
      const hashed = await hashPassword(password);
      const id = holder?.id ?? nanoid();
      const account = { id, login: chosen, name: name ?? chosen, capacity: USUAL_CAPACITY, language };
      const done = await register.change(
        holder
          ? { command: 'use-link', hash, now, name, password: hashed }
          : { command: 'set-up', hash, now, account, password: hashed },
      );
      if (!('refused' in done)) return open(known(done.register, id), 'link', client);
      // Somebody else set everything up meanwhile, and with it this link went.
      return done.refused === 'set-up-already'
        ? { refused: 'link-invalid' }
        : only(done, 'link-invalid', 'login-taken');
    },
  };
}
