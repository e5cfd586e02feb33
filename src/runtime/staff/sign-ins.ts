import type { SignedIn, SignIns } from '../../console/staff.ts';
import { Login } from '../../core/staff/account.ts';
import type { SignInWay } from '../../core/staff/events.ts';
import { problemWithPassword } from '../../core/staff/password.ts';
import { type Account, accountOf, isActive } from '../../core/staff/register.ts';
import { known } from './accounts.ts';
import { admit } from './admit.ts';
import { keyHolders } from './keys.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import type { StaffParts } from './staff.ts';
import { useLinks } from './use-links.ts';
import { accountView } from './views.ts';

/** Opens a session for who has shown who they are. */
export type OpenSession = (account: Account, way: SignInWay, client: string) => Promise<SignedIn>;

export function signIns(parts: StaffParts): SignIns {
  const { register, sessions, audit } = parts;
  const open: OpenSession = async (account, way, client) => ({
    account: accountView(account),
    ...(await sessions.open(account, way, client)),
  });

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
      if (account && isRight && isActive(account)) return open(account, 'password', client);
      await audit.note(null, 'sign-in-refused', account?.id ?? null, { way: 'password' });
      return null;
    },

    async vouched(identity, client) {
      const { account, isIn } = await admit(register, identity);
      if (account && isIn) return open(account, 'oidc', client);
      await audit.note(null, 'sign-in-refused', account?.id ?? null, { way: 'oidc' });
      return null;
    },

    signOut: async ({ id, session }) => void (await sessions.end(id, session)),

    ...useLinks(parts, open),

    async changePassword({ id }, { current, password }, client) {
      const account = known(await register.current(), id);
      if (!(await isPassword(current, account.password))) return { refused: 'wrong-password' };
      const problem = problemWithPassword(password, account.login);
      if (problem) return { refused: problem };
      const hashed = await hashPassword(password);
      const done = await register.change({ command: 'set-password', account: id, password: hashed });
      if ('refused' in done) throw new Error('a password could not be set');
      return open(known(done.register, id), 'password', client);
    },

    async sessions({ id, session }) {
      const live = await sessions.list(known(await register.current(), id));
      return live.map(({ id, opened, seen, expires, way, client }) => ({
        ...{ id, opened, seen, expires, way, client },
        current: id === session,
      }));
    },

    endSession: async ({ id }, session) =>
      (await sessions.end(id, session)) ? null : { refused: 'unknown' },
  };
}
