import { z } from 'zod';
import { DisplayName, Login } from '../../core/staff/account.ts';
import { SignInWay } from '../../core/staff/events.ts';
import { Language } from '../../core/knowledge/localized.ts';
import { Instant, StaffMember } from './staff.ts';

/** Longer than any password that can be set, and short enough to be hashed without harm. */
const GivenPassword = z.string().max(1_000);
const LinkToken = z.string().max(100);

export const SignIn = z.strictObject({ login: z.string().max(200), password: GivenPassword });

export const SignedIn = z.strictObject({ account: StaffMember, expires: Instant }).meta({ id: 'SignedIn' });

/** How people can sign in here. */
export const SignInWays = z.strictObject({
  oidc: z
    .strictObject({ label: z.string() })
    .nullable()
    .describe('Another system that vouches for people: send the browser to `/api/console/oidc`.'),
});

export const LinkQuestion = z.strictObject({ token: LinkToken });
/** What a link is for. */
export const LinkAnswer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first-supervisor') }),
  z.strictObject({ kind: z.literal('join'), login: z.string(), name: z.string() }),
  z.strictObject({ kind: z.literal('new-password'), login: z.string(), name: z.string() }),
]);

export const LinkUse = z.strictObject({
  token: LinkToken,
  login: Login.nullable().default(null).describe('For the first supervisor; others have one.'),
  name: DisplayName.nullable().default(null).describe('What persons read; null leaves it as it is.'),
  password: GivenPassword,
  language: Language.default('zh-CN'),
});

export const PasswordChange = z.strictObject({ current: GivenPassword, password: GivenPassword });

export const SessionList = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      opened: Instant,
      seen: Instant,
      expires: Instant,
      way: SignInWay,
      client: z.string().describe('The browser as it names itself.'),
      current: z.boolean().describe('Whether it is the one that asks.'),
    }),
  ),
});
