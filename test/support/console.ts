import type { SignedIn, Staff, StaffActor } from '../../src/console/staff.ts';
import type { Role } from '../../src/core/staff/account.ts';
import { SESSION_COOKIE } from '../../src/protocol/console/agreed.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import { offerSetup } from '../../src/runtime/staff/offer-setup.ts';
import { consoleRoutes } from '../../src/server/console/routes.ts';
import { clock } from './running.ts';
import type { TestServer } from './server.ts';

/** The table as it is whatever its routes are given; made only to be read. */
export const consoleTable = consoleRoutes({
  staff: { signIns: {}, accounts: {}, keys: {}, audit: {} } as never,
  provider: { label: 'OIDC' } as never,
  desk: {} as never,
  evidence: {} as never,
  library: {} as never,
  figures: {} as never,
  replies: {} as never,
  onError: () => {},
});

/** A password that is good for everybody. */
export const PASSWORD = '一个足够长的密码，没人猜得到';

export interface ConsoleAnswer {
  status: number;
  /** Parsed where it is JSON; otherwise the text. */
  body: Record<string, unknown> & { error?: string };
  headers: Headers;
}

/** A client of the console's API. As a page of the server it sends its header; `headers` may say otherwise. */
export class ConsoleClient {
  readonly url: string;
  readonly headers: Record<string, string>;

  constructor(url: string, headers: Record<string, string> = {}) {
    this.url = url;
    this.headers = headers;
  }

  /** Somebody signed in. */
  static of(url: string, token: string): ConsoleClient {
    return new ConsoleClient(url, { Cookie: `${SESSION_COOKIE}=${token}`, 'X-Parley-Console': '1' });
  }

  static withKey(url: string, token: string): ConsoleClient {
    return new ConsoleClient(url, { Authorization: `Bearer ${token}` });
  }

  async call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<ConsoleAnswer> {
    const answer = await fetch(`${this.url}/api/console${path}`, {
      method,
      headers: {
        ...this.headers,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      redirect: 'manual',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    const isJson = answer.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: answer.status,
      body: (isJson ? JSON.parse(text) : text) as ConsoleAnswer['body'],
      headers: answer.headers,
    };
  }
}

/** The first supervisor, `boss`. */
export async function firstSupervisor(
  { staff, store }: Pick<TestServer, 'staff' | 'store'>,
  at: Clock = clock,
): Promise<SignedIn> {
  const token = (await offerSetup(store, at)) ?? '';
  return signedIn(
    await staff.signIns.useLink(
      { token, login: 'boss', name: '王主任', password: PASSWORD, language: 'zh-CN' },
      '',
    ),
  );
}

/** Somebody whom the supervisor of a session invited and who came. */
export async function joined(staff: Staff, by: string, login: string, role: Role): Promise<SignedIn> {
  const given = { login, name: `调解员${login}`, role, capacity: 4, language: 'zh-CN' } as const;
  const invited = await staff.accounts.invite(given, await actorOf(staff, by));
  if ('refused' in invited) throw new Error(invited.refused);
  const { token } = invited.link;
  return signedIn(
    await staff.signIns.useLink(
      { token, login: null, name: null, password: PASSWORD, language: 'zh-CN' },
      '',
    ),
  );
}

export async function actorOf(staff: Staff, token: string): Promise<StaffActor> {
  const actor = await staff.signIns.bySession(token);
  if (!actor) throw new Error('there is no such session');
  return actor;
}

export function signedIn(outcome: SignedIn | { refused: string } | null): SignedIn {
  if (outcome === null || 'refused' in outcome) throw new Error(outcome?.refused ?? 'not signed in');
  return outcome;
}
