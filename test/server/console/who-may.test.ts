import fc from 'fast-check';
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
import { arbitraryOf } from '../../fuzz/arbitrary-of.ts';
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
  await joined(server.staff, token, 'li', 'mediator');
});
afterAll(() => server.stop());

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
const pathOf = ({ path }: ConsoleRoute): string => path.replaceAll(/:\w+/g, 'missing');
const bodyOf = ({ body }: ConsoleRoute): unknown => (body ? {} : undefined);

test('there are routes, and each says who may call it', () => {
  expect(routes.length).toBeGreaterThan(10);
  for (const { method, path, who, scope } of routes) {
    expect(['anybody', 'mediator', 'supervisor'], `${method} ${path}`).toContain(who);
    expect([null, ...SCOPES], `${method} ${path}`).toContain(scope);
  }
  expect(new Set(routes.map(({ method, path }) => `${method} ${path}`)).size).toBe(routes.length);
});

describe('a conversation', () => {
  const ofConversation = routes.filter(({ of }) => of === 'conversation');
  async function talk(isShared: boolean): Promise<string> {
    const { conversation } = await server.conversations.open({ language: 'zh-CN', channel: 'test' });
    const said = isShared ? [{ text: '转人工' }, { text: '好', choice: 'handoff:yes' }] : [{ text: '你好' }];
    for (const [at, one] of said.entries())
      await server.conversations.receive(conversation, { ...one, id: `m${at}` });
    return conversation;
  }

  async function belongsTo(login: string | null): Promise<string> {
    const conversation = await talk(true);
    const account = (await server.staff.accounts.all()).find(one => one.login === login);
    const mediator = account ? { id: account.id, name: account.name } : null;
    const by = { id: 'boss', name: 'boss' };
    await server.desk.assign(conversation, { id: 'assign', mediator, by, version: 0 });
    return conversation;
  }

  beforeAll(async () => {
    const { token } = signedIn(await server.staff.signIns.signIn({ login: 'boss', password: PASSWORD }, ''));
    await joined(server.staff, token, 'wang', 'mediator');
  });

  /** Fresh ones, by whose they are, for calls change them. `unseen`: its person has allowed nobody to read along. */
  async function prepared() {
    const ids = {
      own: await belongsTo('li'),
      foreign: await belongsTo('wang'),
      nobodys: await belongsTo(null),
      unseen: await talk(false),
      missing: 'missing',
    };
    await server.settled();
    return ids;
  }
  type Whose = keyof Awaited<ReturnType<typeof prepared>>;

  const RULE: Record<'mediator' | 'supervisor' | 'a key with the scope', Whose[]> = {
    mediator: ['own', 'nobodys'],
    supervisor: ['own', 'foreign', 'nobodys'],
    'a key with the scope': ['own', 'foreign', 'nobodys'],
  };

  test('there are routes about one', () => expect(ofConversation.length).toBeGreaterThan(10));

  test.each(
    ofConversation.map(one => [`${one.method} ${one.path}`, one] as const),
  )('%s', async (_, route) => {
    for (const [caller, seen] of Object.entries(RULE) as [keyof typeof RULE, Whose[]][]) {
      if (caller === 'a key with the scope' && route.scope === null) continue;
      for (const [whose, id] of Object.entries(await prepared()) as [Whose, string][]) {
        const path = route.path.replace(':id', id).replaceAll(/:\w+/g, '0');
        const [body] = route.body ? fc.sample(arbitraryOf(route.body), 1) : [undefined];
        const { status, body: answer } = await (await clients[caller](route)).call(route.method, path, body);
        expect(status, `${caller}, ${whose}: ${JSON.stringify(answer)}`).toBeLessThan(500);
        if (seen.includes(whose) && path.endsWith(route.path.split('/:id')[1] ?? '')) {
          const isKnown = answer.error !== 'not-found' || 'mediator' in ((body ?? {}) as object);
          expect(isKnown, `${caller}, ${whose}`).toBe(true);
        }
        if (!seen.includes(whose))
          expect([status, answer.error], `${caller}, ${whose}`).toEqual([404, 'not-found']);
      }
    }
  });
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
