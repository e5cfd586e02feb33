import type { AccountView, KeyView } from '../../console/staff.ts';
import type { Account, Key } from '../../core/staff/register.ts';

/** An account without its secrets. */
export const accountView = (account: Account): AccountView => ({
  id: account.id,
  login: account.login,
  name: account.name,
  role: account.role,
  capacity: account.capacity,
  onDuty: account.onDuty,
  disabled: account.disabled,
  language: account.language,
  theme: account.theme,
  joined: account.joined,
  version: account.version,
  since: account.since,
});

export const keyView = (key: Key, lastUsed: string | null): KeyView => ({
  id: key.id,
  label: key.label,
  scopes: key.scopes,
  by: key.by,
  since: key.since,
  revoked: key.revoked,
  lastUsed,
});
