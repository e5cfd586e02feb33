import { randomBytes } from 'node:crypto';
import type { SignedIn, Staff } from '../console/staff.ts';
import type { Mediator } from '../core/conversation/events.ts';
import type { Role } from '../core/staff/account.ts';

export interface DemoLogin {
  login: string;
  password: string;
  role: Role;
  by: Mediator;
  takesCases: boolean;
}

/** Invented names, after the terms of the solar year. */
const BOSS = { login: 'xiaoman', name: '王小满' };
const OTHERS: { login: string; name: string; capacity: number; onDuty: boolean }[] = [
  { login: 'guyu', name: '李谷雨', capacity: 4, onDuty: true },
  { login: 'lixia', name: '陈立夏', capacity: 6, onDuty: true },
  { login: 'bailu', name: '赵白露', capacity: 4, onDuty: true },
  { login: 'shuangjiang', name: '周霜降', capacity: 3, onDuty: false },
];

const PASSWORD_BYTES = 12;
const newPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

/** A supervisor and mediators, each with a password of their own. @param setup token of the link for the first */
export async function openAccounts({ signIns, accounts }: Staff, setup: string): Promise<DemoLogin[]> {
  const language = 'zh-CN';
  const come = async (token: string, password: string, named: typeof BOSS | null): Promise<SignedIn> => {
    const own = { login: named?.login ?? null, name: named?.name ?? null };
    const outcome = await signIns.useLink({ token, password, language, ...own }, 'demo');
    if ('refused' in outcome) throw new Error(`an account could not be opened: ${outcome.refused}`);
    const actor = await signIns.bySession(outcome.token);
    if (actor) await signIns.signOut(actor);
    return outcome;
  };
  const password = newPassword();
  const first = await come(setup, password, BOSS);
  const { id, name } = first.account;
  const boss = { kind: 'staff', id, name, role: 'supervisor', session: '' } as const;
  const all: DemoLogin[] = [
    { login: BOSS.login, password, role: 'supervisor', by: { id, name }, takesCases: false },
  ];
  for (const { onDuty, ...given } of OTHERS) {
    const invited = await accounts.invite({ ...given, role: 'mediator', language }, boss);
    if ('refused' in invited) throw new Error(`nobody could be invited: ${invited.refused}`);
    const chosen = newPassword();
    const { account } = await come(invited.link.token, chosen, null);
    await accounts.change(account.id, null, { onDuty }, boss);
    const by = { id: account.id, name: account.name };
    all.push({ login: given.login, password: chosen, role: 'mediator', by, takesCases: true });
  }
  return all;
}
