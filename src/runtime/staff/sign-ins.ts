import { nanoid } from 'nanoid';
import type { SignedIn, SignIns } from '../../console/staff.ts';
import { Login } from '../../core/staff/account.ts';
import type { SignInWay } from '../../core/staff/events.ts';
import { problemWithPassword } from '../../core/staff/password.ts';
import { type Account, accountOf, accountOfLink, isActive, isSetupLink } from '../../core/staff/register.ts';
import { USUAL_CAPACITY } from '../../core/staff/account.ts';
import { known, only } from './accounts.ts';
import { keyHolders } from './keys.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { hashOf } from './secret.ts';
import type { StaffParts } from './staff.ts';
import { accountView } from './views.ts';

export function signIns(parts: StaffParts): SignIns {
  const { register, sessions, audit, clock } = parts;

  async function signedIn(account: Account, way: SignInWay, client: string): Promise<SignedIn> {
    const opened = await sessions.open(account, way, client);
    return { account: accountView(account), ...opened };
  }

  return {
    byKey: keyHolders(parts),

    async bySession(token) {
      const found = await sessions.find(token);
      const account = found && (await register.current()).accounts.get(found.account);
      if (!account || !(await sessions.holds(found.session, account))) return null;
      const { id, name, role } = account;
      return { kind: 'staff', id, name, role, session: found.session.id };
    },

    async signIn({ login, password }, client) {
      const folded = Login.safeParse(login);
      const account = folded.success ? accountOf(await register.current(), folded.data) : null;
      const isRight = await isPassword(password, account?.password ?? null);
      if (account && isRight && isActive(account)) return signedIn(account, 'password', client);
      await audit.note(null, 'sign-in-refused', account?.id ?? null, { way: 'password' });
      return null;
    },

    signOut: async ({ id, session }) => void (await sessions.end(id, session)),

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
      if (!('refused' in done)) return signedIn(known(done.register, id), 'link', client);
      // Somebody else set everything up meanwhile, and with it this link went.
      return done.refused === 'set-up-already'
        ? { refused: 'link-invalid' }
        : only(done, 'link-invalid', 'login-taken');
    },

    async changePassword({ id }, { current, password }, client) {
      const account = known(await register.current(), id);
      if (!(await isPassword(current, account.password))) return { refused: 'wrong-password' };
      const problem = problemWithPassword(password, account.login);
      if (problem) return { refused: problem };
      const hashed = await hashPassword(password);
      const done = await register.change({ command: 'set-password', account: id, password: hashed });
      if ('refused' in done) throw new Error('a password could not be set');
      return signedIn(known(done.register, id), 'password', client);
    },

    async sessions({ id, session }) {
      const open = await sessions.list(known(await register.current(), id));
      return open.map(({ id, opened, seen, expires, way, client }) => ({
        ...{ id, opened, seen, expires, way, client },
        current: id === session,
      }));
    },

    endSession: async ({ id }, session) =>
      (await sessions.end(id, session)) ? null : { refused: 'unknown' },
  };
}
