import { nanoid } from 'nanoid';
import { type Audit, nameInAudit, type Staff } from '../../console/staff.ts';
import type { SessionRules } from '../../core/staff/sessions.ts';
import type { Notice } from '../../stores/ledger.ts';
import type { Store } from '../../stores/store.ts';
import { REGISTER, SESSIONS } from '../streams.ts';
import type { Clock } from '../clock.ts';
import { AccountSessions } from './account-sessions.ts';
import { accounts } from './accounts.ts';
import { auditPage, noteInAudit } from './audit-trail.ts';
import { keys } from './keys.ts';
import { signIns } from './sign-ins.ts';
import { StaffRegister } from './staff-register.ts';

export interface StaffOptions {
  store: Store;
  clock: Clock;
  sessions: SessionRules;
}

export interface StaffParts {
  store: Store;
  clock: Clock;
  register: StaffRegister;
  sessions: AccountSessions;
  audit: Audit;
}

/** Those who work in the console, over the store that all processes share. */
export function staff({ store, clock, sessions: rules }: StaffOptions): Staff {
  const audit = auditOver(store, clock);
  const register = new StaffRegister(store, clock);
  const sessions = new AccountSessions(store, clock, rules);
  const parts: StaffParts = { store, clock, register, sessions, audit };
  return {
    signIns: signIns(parts),
    accounts: accounts(parts),
    keys: keys(parts),
    audit,
    watch: listener => store.watch(notice => void (isOfStaff(notice) && listener())),
  };
}

const isOfStaff = (notice: Notice): boolean =>
  notice === null ||
  ('stream' in notice && (notice.stream === REGISTER || notice.stream.startsWith(SESSIONS)));

const auditOver = (store: Store, clock: Clock): Audit => ({
  page: query => auditPage(store, query),
  note: (who, what, about, details = {}) =>
    noteInAudit(store, {
      entry: { who: who && nameInAudit(who), what, about, details },
      at: clock.now(),
      cause: `${what}:${nanoid()}`,
    }),
});
