import type { AccountChanges, AccountSettings } from './account.ts';
import type { Link, NewAccount, NewKey, RegisterEvent } from './events.ts';

export interface Account extends AccountSettings {
  id: string;
  login: string;
  /** As `hashPassword` wrote it; null where none was set. */
  password: string | null;
  /** The link with which a password can be set; null without one. */
  link: Link | null;
  /** Whether somebody has ever come in. */
  joined: boolean;
  /** Grows whenever all sessions end. */
  epoch: number;
  /** Version of the register with which it last changed. */
  version: number;
  /** The same for each setting. */
  changed: Partial<Record<keyof AccountChanges, number>>;
  /** Instant at which it was opened. */
  since: string;
}

export interface Key extends NewKey {
  by: string;
  /** Instant at which it was made. */
  since: string;
  revoked: boolean;
}

/** All accounts and keys of an installation, by their ids, in the order in which they came. */
export interface Register {
  accounts: ReadonlyMap<string, Account>;
  keys: ReadonlyMap<string, Key>;
  /** Links for the first supervisor, oldest first. */
  setup: readonly Link[];
}

export const emptyRegister: Register = { accounts: new Map(), keys: new Map(), setup: [] };

/** Where in the stream an event stands, and the instant of its commit. */
export interface Place {
  version: number;
  at: string;
}

/** Links for the first supervisor that stay good: as many processes may start at once. */
const MOST_SETUP_LINKS = 20;

/** The only place where the register changes. Total. */
export function evolveRegister(state: Register, event: RegisterEvent, place: Place): Register {
  switch (event.type) {
    case 'SetupOffered':
      return { ...state, setup: [...state.setup, event.link].slice(-MOST_SETUP_LINKS) };
    case 'AccountOpened':
      return withAccount({ ...state, setup: [] }, opened(event.account, place));
    case 'LinkOffered':
      return change(state, event.account, place, { link: event.link });
    case 'PasswordSet':
      return change(state, event.account, place, {
        password: event.password,
        link: null,
        joined: true,
        ...nextEpoch(state, event.account),
      });
    case 'AccountJoined':
      return change(state, event.account, place, { joined: true, link: null });
    case 'AccountChanged':
      return change(state, event.account, place, {
        // What was stored as JSON holds no undefined.
        ...(event.changes as Partial<AccountSettings>),
        ...changedNow(state, event.account, event.changes, place),
        ...(event.changes.disabled ? nextEpoch(state, event.account) : {}),
        ...(event.changes.disabled ? { link: null, onDuty: false } : {}),
      });
    case 'KeyMade':
      return withKey(state, { ...event.key, by: event.by, since: place.at, revoked: false });
    case 'KeyRevoked': {
      const key = state.keys.get(event.key);
      return key ? withKey(state, { ...key, revoked: true }) : state;
    }
    default: {
      event satisfies never;
      return state;
    }
  }
}

const opened = (account: NewAccount, { version, at }: Place): Account => ({
  ...account,
  onDuty: false,
  disabled: false,
  theme: 'system',
  password: null,
  link: null,
  joined: false,
  epoch: 0,
  version,
  changed: {},
  since: at,
});

const withAccount = (state: Register, account: Account): Register => ({
  ...state,
  accounts: new Map(state.accounts).set(account.id, account),
});

const withKey = (state: Register, key: Key): Register => ({
  ...state,
  keys: new Map(state.keys).set(key.id, key),
});

function change(state: Register, id: string, { version }: Place, changes: Partial<Account>): Register {
  const account = state.accounts.get(id);
  return account ? withAccount(state, { ...account, ...changes, version }) : state;
}

const nextEpoch = (state: Register, id: string): Pick<Account, 'epoch'> => ({
  epoch: (state.accounts.get(id)?.epoch ?? 0) + 1,
});

const changedNow = (
  state: Register,
  id: string,
  changes: AccountChanges,
  { version }: Place,
): Pick<Account, 'changed'> => ({
  changed: {
    ...state.accounts.get(id)?.changed,
    ...Object.fromEntries(Object.keys(changes).map(setting => [setting, version])),
  },
});

/** Whether somebody can act under an account. */
export const isActive = ({ disabled, joined }: Account): boolean => joined && !disabled;

export const activeSupervisors = ({ accounts }: Register): Account[] =>
  [...accounts.values()].filter(account => account.role === 'supervisor' && isActive(account));

/** The account of a login that was folded before. */
export function accountOf({ accounts }: Register, login: string): Account | null {
  for (const account of accounts.values()) if (account.login === login) return account;
  return null;
}

/** The account whose link has this hash, as long as the link is good. */
export function accountOfLink({ accounts }: Register, hash: string, now: string): Account | null {
  for (const account of accounts.values())
    if (account.link?.hash === hash && now < account.link.expires && !account.disabled) return account;
  return null;
}

/** Whether this is a good link for making the first supervisor. */
export const isSetupLink = ({ setup }: Register, hash: string, now: string): boolean =>
  setup.some(link => link.hash === hash && now < link.expires);
