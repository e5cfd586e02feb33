import { createHash } from 'node:crypto';
import type { IdentityProvider } from '../../../console/identity.ts';
import type { Staff } from '../../../console/staff.ts';
import { Login } from '../../../core/staff/account.ts';
import { SignedIn, SignIn, SignInWays } from '../../../protocol/console/session.ts';
import { StaffMember } from '../../../protocol/console/staff.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** Signing in, signing out, and who one is. */
export const sessionRoutes = (
  { signIns, accounts }: Staff,
  provider: IdentityProvider | null,
): ConsoleRoute[] => [
  route({
    method: 'GET',
    path: '/session/ways',
    summary: 'How people can sign in, beside login and password',
    who: 'anybody',
    scope: null,
    answer: SignInWays,
    handle: async () => ({ oidc: provider && { label: provider.label } }),
  }),
  route({
    method: 'POST',
    path: '/session',
    summary: 'Signs in: the answer sets a cookie',
    who: 'anybody',
    scope: null,
    body: SignIn,
    answer: SignedIn,
    errors: ['sign-in-refused'],
    limits: ({ address, body }) => [
      ['signins', address],
      ['logins', nameless(body.login)],
    ],
    async handle({ body, client, cookies }) {
      const signedIn = await signIns.signIn(body, client);
      if (!signedIn) return { refused: 'sign-in-refused' };
      const { account, token, expires } = signedIn;
      cookies.keep({ token, expires });
      return { account, expires };
    },
  }),
  route({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in',
    who: 'mediator',
    scope: null,
    answer: StaffMember,
    handle: async ({ actor }) => (await accounts.find(actor.id)) ?? { refused: 'not-found' },
  }),
  route({
    method: 'DELETE',
    path: '/session',
    summary: 'Signs out',
    who: 'mediator',
    scope: null,
    answer: 'nothing',
    async handle({ actor, cookies }) {
      await signIns.signOut(actor);
      cookies.drop();
      return null;
    },
  }),
];

/** What tries at a login are counted by: the same for all ways of writing it, and no name in it. */
const nameless = (login: string): string =>
  createHash('sha256')
    .update(Login.safeParse(login).data ?? login)
    .digest('base64url');
