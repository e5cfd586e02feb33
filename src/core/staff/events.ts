import { z } from 'zod';
import { Language } from '../knowledge/localized.ts';
import { AccountChanges, Capacity, DisplayName, Login, Role } from './account.ts';
import { Scope } from './scope.ts';

const Id = z.string();
const Instant = z.string();

/** Who did it: the id of an account, or `operator` for who runs this installation. */
export const By = z.string();
export const OPERATOR = 'operator';

/** A link that works once: SHA-256 of its token in hex, and the instant from which on it works no more. */
export const Link = z.strictObject({ hash: z.string(), expires: Instant });
export type Link = z.infer<typeof Link>;

const NewAccount = z.strictObject({
  id: Id,
  login: Login,
  name: DisplayName,
  role: Role,
  capacity: Capacity,
  language: Language,
});
export type NewAccount = z.infer<typeof NewAccount>;

export const NewKey = z.strictObject({
  id: Id,
  /** What it is for, as its maker wrote it. */
  label: DisplayName,
  scopes: z.array(Scope),
  /** SHA-256 of its secret, in hex. */
  hash: z.string(),
});
export type NewKey = z.infer<typeof NewKey>;

/** All that can happen to the accounts and keys of an installation. They share a stream, so that they agree. */
export const RegisterEvent = z.discriminatedUnion('type', [
  /** A link with which the first supervisor makes their account. */
  z.strictObject({ type: z.literal('SetupOffered'), link: Link }),
  z.strictObject({ type: z.literal('AccountOpened'), account: NewAccount, by: By }),
  /** A link with which the holder of an account sets a password. It takes the place of an earlier one. */
  z.strictObject({ type: z.literal('LinkOffered'), account: Id, link: Link, by: By }),
  /** Uses up the account's link, and ends its sessions. */
  z.strictObject({ type: z.literal('PasswordSet'), account: Id, password: z.string(), by: By }),
  /** Somebody whose identity another system vouches for came for the first time. */
  z.strictObject({ type: z.literal('AccountJoined'), account: Id, by: By }),
  z.strictObject({ type: z.literal('AccountChanged'), account: Id, changes: AccountChanges, by: By }),
  z.strictObject({ type: z.literal('KeyMade'), key: NewKey, by: By }),
  z.strictObject({ type: z.literal('KeyRevoked'), key: Id, by: By }),
]);
export type RegisterEvent = z.infer<typeof RegisterEvent>;

/** How somebody showed who they are. */
export const SignInWay = z.enum(['password', 'link', 'oidc']);
export type SignInWay = z.infer<typeof SignInWay>;

/** What happens to the sessions of one account, in a stream of its own. */
export const SessionEvent = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('SessionOpened'),
    session: Id,
    /** SHA-256 of its token, in hex. */
    hash: z.string(),
    /** The account's `epoch` under which it was opened; under any other it is over. */
    epoch: z.int(),
    at: Instant,
    expires: Instant,
    way: SignInWay,
    /** The browser as it names itself, shortened. */
    client: z.string(),
  }),
  /** It was used; noted now and then. */
  z.strictObject({ type: z.literal('SessionSeen'), session: Id, at: Instant }),
  z.strictObject({ type: z.literal('SessionEnded'), session: Id }),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;

/** An event of the stream of one key. */
export const KeyUsed = z.strictObject({ type: z.literal('KeyUsed'), at: Instant });
export type KeyUsed = z.infer<typeof KeyUsed>;
