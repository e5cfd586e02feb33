import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oidcIdentity } from '../../../src/identity/oidc-identity.ts';
import { SCOPES } from '../../../src/core/staff/scope.ts';
import type { ConsoleRoute } from '../../../src/server/console/route.ts';
import {
  actorOf,
  type ConsoleAnswer,
  ConsoleClient,
  consoleTable as routes,
  firstSupervisor,
  joined,
  PASSWORD,
  signedIn,
} from '../../support/console.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
/** Made anew for each call: some calls sign out. */
const clients = {
  nobody: async () => new ConsoleClient(server.url, { 'X-Parley-Console': '1' }),
  mediator: () => signIn('li'),
  supervisor: () => signIn('boss'),
  'a key with the scope': (route: ConsoleRoute) => key(route.scope === null ? [...SCOPES] : [route.scope]),
  'a key without it': (route: ConsoleRoute) => key(SCOPES.filter(scope => scope !== route.scope)),
};
/** A provider that cannot be reached: whoever is let through is sent back. */
const NOBODY = {
  issuer: 'http://127.0.0.1:1',
  clientId: 'parley',
  clientSecret: 'secret',
  loginClaim: 'email',
  allow: null,
  label: 'OIDC',
};
type Caller = keyof typeof clients;

beforeAll(async () => {
  server = await startServer({}, undefined, { provider: oidcIdentity(NOBODY) });
  const { token } = await firstSupervisor(server);
  const { account } = await joined(server.staff, token, 'li', 'mediator');
  const asked = ['', 'handoff:yes'];
  items['one’s own'] = await talk({ id: account.id, name: account.name }, ...asked);
  items.nobodys = await talk(null, ...asked);
  items['somebody else’s'] = await talk({ id: 'another', name: '别人' }, ...asked);
  items['not for staff'] = await talk(null);
});
afterAll(() => server.stop());

/** Whether a conversation is there for a mediator, and for supervisors and systems of the operator's own. */
const REACHES = {
  'one’s own': { mediator: 'reached', others: 'reached' },
  nobodys: { mediator: 'reached', others: 'reached' },
  'somebody else’s': { mediator: 'not-found', others: 'reached' },
  'not for staff': { mediator: 'not-found', others: 'not-found' },
  missing: { mediator: 'not-found', others: 'not-found' },
} as const;
/** Ids of such conversations, and of the file that was sent in each. */
const items: Partial<Record<keyof typeof REACHES, string>> = {};
const files = new Map<string, string>();

async function talk(holder: { id: string; name: string } | null, ...said: string[]): Promise<string> {
  const { conversations, desk, settled } = server;
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  const sent = await conversations.takeFile(conversation, {
    name: '说明.txt',
    bytes: Buffer.from('商家不退款'),
  });
  files.set(conversation, 'taken' in sent ? sent.taken.id : '');
  for (const choice of said)
    await conversations.receive(conversation, { id: choice, text: '转人工', ...(choice && { choice }) });
  await settled();
  const by = { id: 'boss', name: '王主任' };
  if (holder)
    await desk.assign(conversation, { id: `assign-${conversation}`, version: 0, mediator: holder, by });
  await settled();
  return conversation;
}

async function signIn(login: string): Promise<ConsoleClient> {
  const { token } = signedIn(await server.staff.signIns.signIn({ login, password: PASSWORD }, ''));
  return ConsoleClient.of(server.url, token);
}

async function key(scopes: (typeof SCOPES)[number][]): Promise<ConsoleClient> {
  const { token: boss } = signedIn(
    await server.staff.signIns.signIn({ login: 'boss', password: PASSWORD }, ''),
  );
  const { token } = await server.staff.keys.make(
    { label: '系统', scopes },
    await actorOf(server.staff, boss),
  );
  return ConsoleClient.withKey(server.url, token);
}

/** What each caller is answered before anything is looked at: this table, not the code under test, is the rule. */
function expected({ who, scope }: ConsoleRoute, caller: Caller): string {
  if (who === 'anybody') return 'let through';
  switch (caller) {
    case 'nobody':
      return 'unauthenticated';
    case 'mediator':
      return who === 'mediator' ? 'let through' : 'forbidden';
    case 'supervisor':
      return 'let through';
    case 'a key with the scope':
      return scope === null ? 'forbidden' : 'let through';
    case 'a key without it':
      return 'forbidden';
  }
}

const outcomeOf = ({ body }: ConsoleAnswer): string =>
  ['unauthenticated', 'forbidden', 'foreign-origin'].find(error => error === body.error) ?? 'let through';

/** Ids of nothing, for whatever the path names. */
const pathOf = ({ path }: ConsoleRoute): string =>
  path.replace(':number', '261124-38120-44917').replaceAll(/:\w+/g, 'missing');
const bodyOf = ({ body }: ConsoleRoute): unknown => (body ? {} : undefined);

test('there are routes, and each says who may call it', () => {
  expect(routes.length).toBeGreaterThan(10);
  for (const { method, path, who, scope } of routes) {
    expect(['anybody', 'mediator', 'supervisor'], `${method} ${path}`).toContain(who);
    expect([null, ...SCOPES], `${method} ${path}`).toContain(scope);
  }
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
});

describe.each(routes.map(one => [`${one.method} ${one.path}`, one] as const))('%s', (_, route) => {
  test.each(Object.keys(clients) as Caller[])('%s', async caller => {
    const client = await clients[caller](route);
    const answer = await client.call(route.method, pathOf(route), bodyOf(route));
    expect(outcomeOf(answer)).toBe(expected(route, caller));
    if (outcomeOf(answer) !== 'let through') expect(Object.keys(answer.body)).toEqual(['error', 'message']);
    expect(answer.status).toBeLessThan(500);
  });

  test('what is missing is not found, by who may look for it', async () => {
    if (!route.params || route.body) return;
    const answer = await (await clients.supervisor()).call(route.method, pathOf(route));
    expect([answer.status, answer.body.error]).toEqual([404, 'not-found']);
  });

  test.each(
    Object.keys(REACHES) as (keyof typeof REACHES)[],
  )('about a conversation that is %s, from who may and who may not', async whose => {
    if (!route.of) return;
    const ask = async (caller: Caller) => {
      const conversation = items[whose] ?? whose;
      const path = pathOf(route)
        .replace('missing', conversation)
        .replace('missing', files.get(conversation) ?? 'missing');
      const answer = await (await clients[caller](route)).call(route.method, path, bodyOf(route));
      return answer.body.error === 'not-found' ? 'not-found' : 'reached';
    };
    const { mediator, others } = REACHES[whose];
    expect(await ask('mediator')).toBe(mediator);
    expect(await ask('supervisor')).toBe(others);
    if (route.scope) expect(await ask('a key with the scope')).toBe(others);
  });

  test('a change from a page of another origin is refused, from this server’s own it is not', async () => {
    if (route.method === 'GET') return;
    const { headers } = await clients.supervisor();
    const { 'X-Parley-Console': __, ...cookie } = headers;
    const client = new ConsoleClient(server.url, cookie);
    const from = async (given: Record<string, string>) =>
      outcomeOf(await client.call(route.method, pathOf(route), bodyOf(route), given));
    for (const headers of [{}, { Origin: 'https://evil.example' }, { Origin: 'null' }])
      expect(await from(headers)).toBe('foreign-origin');
    expect(await from({ Origin: server.url })).toBe('let through');
  });
});
