import type { AccountChanges } from './account.ts';
import { type Link, type NewAccount, type NewKey, OPERATOR, type RegisterEvent } from './events.ts';
import {
  type Account,
  accountOf,
  accountOfLink,
  activeSupervisors,
  isActive,
  isSetupLink,
  type Register,
} from './register.ts';

/** `by`: who wants it. `now`: the instant. `hash`: of the token of a link. */
export type StaffCommand =
  | { command: 'offer-setup'; link: Link }
  | { command: 'set-up'; hash: string; now: string; account: Omit<NewAccount, 'role'>; password: string }
  | { command: 'invite'; account: NewAccount; link: Link; by: string }
  | { command: 'offer-link'; account: string; link: Link; by: string }
  | { command: 'use-link'; hash: string; now: string; name: string | null; password: string }
  /** Another system vouches for whose login it is. `opens`: whether an account is made where there is none. */
  | { command: 'admit'; account: NewAccount; opens: boolean }
  | { command: 'set-password'; account: string; password: string }
  /** `version`: of the account on which it was decided; null where only one's own settings are concerned. */
  | { command: 'change'; account: string; version: number | null; changes: AccountChanges; by: string }
  | { command: 'make-key'; key: NewKey; by: string }
  | { command: 'revoke-key'; key: string; by: string };

export type StaffRefusal =
  | {
      refused: 'unknown' | 'login-taken' | 'last-supervisor' | 'link-invalid' | 'set-up-already' | 'disabled';
    }
  | StaleEdit;

/** Others have changed the account since: which settings, and its version now. */
export interface StaleEdit {
  refused: 'stale';
  changes: (keyof AccountChanges)[];
  version: number;
}

/** What a command does to the register; no events where nothing changes by it. */
export type StaffDecision = { events: RegisterEvent[] } | StaffRefusal;

export function decideStaff(state: Register, command: StaffCommand): StaffDecision {
  switch (command.command) {
    case 'offer-setup':
      if (activeSupervisors(state).length > 0) return { refused: 'set-up-already' };
      return { events: [{ type: 'SetupOffered', link: command.link }] };
    case 'set-up':
      return setUp(state, command);
    case 'invite': {
      const { account, link, by } = command;
      if (accountOf(state, account.login)) return { refused: 'login-taken' };
      const opening: RegisterEvent = { type: 'AccountOpened', account, by };
      return { events: [opening, { type: 'LinkOffered', account: account.id, link, by }] };
    }
    case 'offer-link': {
      const account = state.accounts.get(command.account);
      if (!account) return { refused: 'unknown' };
      if (account.disabled) return { refused: 'disabled' };
      return {
        events: [{ type: 'LinkOffered', account: account.id, link: command.link, by: command.by }],
      };
    }
    case 'use-link':
      return useLink(state, command);
    case 'admit':
      return admit(state, command);
    case 'set-password': {
      const { account, password } = command;
      if (!state.accounts.has(account)) return { refused: 'unknown' };
      return { events: [{ type: 'PasswordSet', account, password, by: account }] };
    }
    case 'change':
      return changeAccount(state, command);
    case 'make-key':
      return { events: [{ type: 'KeyMade', key: command.key, by: command.by }] };
    case 'revoke-key': {
      const key = state.keys.get(command.key);
      if (!key) return { refused: 'unknown' };
      return { events: key.revoked ? [] : [{ type: 'KeyRevoked', key: key.id, by: command.by }] };
    }
    default:
      command satisfies never;
      return { events: [] };
  }
}

type Command<C extends StaffCommand['command']> = Extract<StaffCommand, { command: C }>;

function setUp(state: Register, { hash, now, account, password }: Command<'set-up'>): StaffDecision {
  if (activeSupervisors(state).length > 0) return { refused: 'set-up-already' };
  if (!isSetupLink(state, hash, now)) return { refused: 'link-invalid' };
  if (accountOf(state, account.login)) return { refused: 'login-taken' };
  return {
    events: [
      { type: 'AccountOpened', account: { ...account, role: 'supervisor' }, by: OPERATOR },
      { type: 'PasswordSet', account: account.id, password, by: account.id },
    ],
  };
}

function useLink(state: Register, { hash, now, name, password }: Command<'use-link'>): StaffDecision {
  const account = accountOfLink(state, hash, now);
  if (!account) return { refused: 'link-invalid' };
  const by = account.id;
  const renamed = name !== null && name !== account.name;
  return {
    events: [
      { type: 'PasswordSet', account: by, password, by },
      ...(renamed ? [{ type: 'AccountChanged' as const, account: by, changes: { name }, by }] : []),
    ],
  };
}

function admit(state: Register, { account, opens }: Command<'admit'>): StaffDecision {
  const standing = accountOf(state, account.login);
  if (standing?.disabled) return { refused: 'disabled' };
  if (standing?.joined) return { events: [] };
  if (!standing && !opens) return { refused: 'unknown' };
  const id = standing?.id ?? account.id;
  return {
    events: [
      ...(standing ? [] : [{ type: 'AccountOpened' as const, account, by: OPERATOR }]),
      { type: 'AccountJoined', account: id, by: id },
    ],
  };
}

function changeAccount(
  state: Register,
  { account: id, version, changes, by }: Command<'change'>,
): StaffDecision {
  const account = state.accounts.get(id);
  if (!account) return { refused: 'unknown' };
  if (version !== null && version < account.version) {
    const theirs = changedSince(account, version);
    if (theirs.length > 0) return { refused: 'stale', changes: theirs, version: account.version };
  }
  const real = realChanges(account, changes);
  if (Object.keys(real).length === 0) return { events: [] };
  if (account.disabled && real.disabled === undefined && real.onDuty) return { refused: 'disabled' };
  const stays = !real.disabled && (real.role ?? account.role) === 'supervisor';
  const isLast = account.role === 'supervisor' && isActive(account) && activeSupervisors(state).length === 1;
  if (isLast && !stays) return { refused: 'last-supervisor' };
  return { events: [{ type: 'AccountChanged', account: id, changes: real, by }] };
}

/** Settings that somebody has changed after a version. */
const changedSince = ({ changed }: Account, version: number): (keyof AccountChanges)[] =>
  Object.entries(changed).flatMap(([setting, at]) => (at > version ? [setting as keyof AccountChanges] : []));

const realChanges = (account: Account, changes: AccountChanges): AccountChanges =>
  Object.fromEntries(
    Object.entries(changes).filter(
      ([setting, value]) => value !== undefined && account[setting as keyof AccountChanges] !== value,
    ),
  );
