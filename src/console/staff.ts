import type { AccountChanges, AccountSettings, Role } from '../core/staff/account.ts';
import type { Audited, AuditEntry } from '../core/staff/audit.ts';
import type { StaleEdit } from '../core/staff/decide.ts';
import type { SignInWay } from '../core/staff/events.ts';
import type { PasswordProblem } from '../core/staff/password.ts';
import type { Scope } from '../core/staff/scope.ts';
import type { Identity } from './identity.ts';
import type { Language } from '../core/knowledge/localized.ts';

/** Somebody signed in. */
export interface StaffActor {
  kind: 'staff';
  id: string;
  name: string;
  role: Role;
  session: string;
}

/** A system of the operator's own. */
export interface KeyActor {
  kind: 'key';
  id: string;
  scopes: readonly Scope[];
}

/** Who asks for something in the console's API. */
export type Actor = StaffActor | KeyActor;

/** An account as all staff may see it. Instants in ISO 8601 in UTC. */
export interface AccountView extends AccountSettings {
  id: string;
  login: string;
  /** Whether its holder has ever come in; before, they are only invited. */
  joined: boolean;
  /** A change names the version it was decided on. */
  version: number;
  since: string;
}

export interface SessionView {
  id: string;
  opened: string;
  seen: string;
  expires: string;
  way: SignInWay;
  /** The browser as it names itself. */
  client: string;
  /** Whether it is the one that asks. */
  current: boolean;
}

export interface KeyView {
  id: string;
  label: string;
  scopes: Scope[];
  /** Id of the account that made it. */
  by: string;
  since: string;
  revoked: boolean;
  /** Day on which it was last used, YYYY-MM-DD; null: never. */
  lastUsed: string | null;
}

/** A link that works once; `token` is shown now and never again. */
export interface OneTimeLink {
  token: string;
  expires: string;
}

/** What a link is for: making the first supervisor, or setting a password for an account. */
export type LinkView =
  | { kind: 'first-supervisor' }
  | { kind: 'join' | 'new-password'; login: string; name: string };

/** `token`: of the session, shown once. */
export interface SignedIn {
  account: AccountView;
  token: string;
  expires: string;
}

export type Refused<Why extends string> = { refused: Why };

/** How somebody shows who they are. `client`: the browser as it names itself. */
export interface SignIns {
  /** Who holds a live session of this token; null: nobody. */
  bySession(token: string): Promise<StaffActor | null>;
  /** Whose key this is; null: nobody's, or not any more. */
  byKey(token: string): Promise<KeyActor | null>;
  /** null for whoever cannot sign in with that, whyever; it takes as long as for who can. */
  signIn(given: { login: string; password: string }, client: string): Promise<SignedIn | null>;
  /** Lets in whom another system vouches for; null for whoever has no account here and may not join, or is disabled. */
  vouched(identity: Identity, client: string): Promise<SignedIn | null>;
  signOut(actor: StaffActor): Promise<void>;
  /** What a link is good for; null where it is not. */
  link(token: string): Promise<LinkView | null>;
  /**
   * Uses a link: makes the first supervisor, who chooses a login, or sets the password of an account. Signs in.
   * @param given in the form of `Login` and `DisplayName`; login and name may be null where the account has them
   */
  useLink(
    given: { token: string; login: string | null; name: string | null; password: string; language: Language },
    client: string,
  ): Promise<SignedIn | Refused<'link-invalid' | 'login-taken' | 'login-missing' | PasswordProblem>>;
  /** Ends all sessions of the account and opens a new one. */
  changePassword(
    actor: StaffActor,
    given: { current: string; password: string },
    client: string,
  ): Promise<SignedIn | Refused<'wrong-password' | PasswordProblem>>;
  /** Newest first. */
  sessions(actor: StaffActor): Promise<SessionView[]>;
  endSession(actor: StaffActor, session: string): Promise<null | Refused<'unknown'>>;
}

/** The people who work here. */
export interface Accounts {
  /** In the order in which they came. */
  all(): Promise<AccountView[]>;
  find(id: string): Promise<AccountView | null>;
  /** @param given in the form of `NewAccount` */
  invite(
    given: { login: string; name: string; role: Role; capacity: number; language: Language },
    by: StaffActor,
  ): Promise<{ account: AccountView; link: OneTimeLink } | Refused<'login-taken'>>;
  /** A link for setting a password, in the place of an earlier one. */
  offerLink(id: string, by: StaffActor): Promise<OneTimeLink | Refused<'unknown' | 'disabled'>>;
  /** @param version on which it was decided; null for one's own settings, of which the last one stands */
  change(
    id: string,
    version: number | null,
    changes: AccountChanges,
    by: StaffActor,
  ): Promise<AccountView | Refused<'unknown' | 'disabled' | 'last-supervisor'> | StaleEdit>;
}

/** Keys of the operator's own systems. */
export interface Keys {
  all(): Promise<KeyView[]>;
  /** `token` is shown now and never again. */
  make(given: { label: string; scopes: Scope[] }, by: StaffActor): Promise<{ key: KeyView; token: string }>;
  revoke(id: string, by: StaffActor): Promise<null | Refused<'unknown'>>;
}

export interface AuditLine extends AuditEntry {
  at: string;
}

export interface AuditQuery {
  who: string | null;
  what: Audited | null;
  about: string | null;
  /** First and last day in UTC, YYYY-MM-DD. */
  since: string | null;
  until: string | null;
  /** Given back by the page before; null for the first. */
  cursor: string | null;
  limit: number;
}

/** Newest first; there may be fewer lines than asked for, and still more after them. */
export interface AuditPage {
  lines: AuditLine[];
  /** Where the next page begins; null after the last. */
  cursor: string | null;
}

export interface Audit {
  page(query: AuditQuery): Promise<AuditPage>;
  /** Notes what leaves no event of its own, such as that somebody was shown something. */
  note(
    who: Actor | null,
    what: Audited,
    about: string | null,
    details?: AuditEntry['details'],
  ): Promise<void>;
}

/** What the console may ask about those who work in it. The runtime implements it; `main` hands it to the server. */
export interface Staff {
  signIns: SignIns;
  accounts: Accounts;
  keys: Keys;
  audit: Audit;
  /**
   * Calls `listener` soon after accounts, sessions or keys may have changed, in whatever process: who was let in for
   * longer than one request is looked at again. Returns how to stop.
   */
  watch(listener: () => void): () => void;
}

/** How an actor is named in what is kept. */
export const nameInAudit = (actor: Actor): string => (actor.kind === 'key' ? `key:${actor.id}` : actor.id);
