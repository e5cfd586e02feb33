import { nanoid } from 'nanoid';
import type { Accounts, OneTimeLink } from '../../console/staff.ts';
import type { StaffRefusal } from '../../core/staff/decide.ts';
import type { Account, Register } from '../../core/staff/register.ts';
import { newLink } from './one-time-links.ts';
import type { StaffParts } from './staff.ts';
import { accountView } from './views.ts';

export function accounts({ register, clock }: StaffParts): Accounts {
  return {
    all: async () => [...(await register.current()).accounts.values()].map(accountView),
    async find(id) {
      const account = (await register.current()).accounts.get(id);
      return account ? accountView(account) : null;
    },
    async invite(given, by) {
      const account = { id: nanoid(), ...given };
      const { link, token } = newLink(clock.now());
      const done = await register.change({ command: 'invite', account, link, by: by.id });
      if ('refused' in done) return only(done, 'login-taken');
      return {
        account: accountView(known(done.register, account.id)),
        link: { token, expires: link.expires },
      };
    },
    async offerLink(id, by): Promise<OneTimeLink | { refused: 'unknown' | 'disabled' }> {
      const { link, token } = newLink(clock.now());
      const done = await register.change({ command: 'offer-link', account: id, link, by: by.id });
      return 'refused' in done ? only(done, 'unknown', 'disabled') : { token, expires: link.expires };
    },
    async change(id, version, changes, by) {
      const done = await register.change({ command: 'change', account: id, version, changes, by: by.id });
      if (!('refused' in done)) return accountView(known(done.register, id));
      return done.refused === 'stale' ? done : only(done, 'unknown', 'disabled', 'last-supervisor');
    },
  };
}

/** An account is never removed. */
export function known({ accounts }: Register, id: string): Account {
  const account = accounts.get(id);
  if (!account) throw new Error(`there is no account ${id}`);
  return account;
}

/** One of the reasons for which a command can be refused. */
export function only<Why extends StaffRefusal['refused']>(
  { refused }: StaffRefusal,
  ...expected: Why[]
): { refused: Why } {
  const why = expected.find(one => one === refused);
  if (why === undefined) throw new Error(`a change of staff was refused: ${refused}`);
  return { refused: why };
}
