import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oidcIdentity } from '../../../src/identity/oidc-identity.ts';
import { ConsoleClient, firstSupervisor, joined } from '../../support/console.ts';
import { CLIENT, OidcProvider } from '../../support/oidc-provider.ts';
import { PlainBrowser } from '../../support/plain-browser.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let provider: OidcProvider;
let server: TestServer;
let boss: ConsoleClient;

beforeAll(async () => {
  provider = await OidcProvider.prepare({
    people: {
      li: { email: 'Li@Example.org', email_verified: true, name: '李' },
      liar: { email: 'li@example.org', email_verified: false, name: '骗子' },
      stranger: { email: 'stranger@example.org', email_verified: true },
      welcome: { email: 'new@example.org', email_verified: true, name: '新来的', groups: ['a', 'mediators'] },
      gone: { email: 'gone@example.org', email_verified: true, groups: ['mediators'] },
      nameless: { name: '没有邮箱' },
    },
  });
  const identity = oidcIdentity({
    issuer: provider.issuer,
    clientId: CLIENT.id,
    clientSecret: CLIENT.secret,
    loginClaim: 'email',
    allow: { claim: 'groups', value: 'mediators' },
    label: '单位账号',
  });
  server = await startServer({}, undefined, { provider: identity });
  await provider.start(`${server.url}/api/console/oidc/callback`);
  const { token } = await firstSupervisor(server);
  boss = ConsoleClient.of(server.url, token);
  await joined(server.staff, token, 'li@example.org', 'mediator');
  const gone = await joined(server.staff, token, 'gone@example.org', 'mediator');
  await boss.call('PATCH', `/staff/${gone.account.id}`, { version: gone.account.version, disabled: true });
});
afterAll(async () => {
  await server.stop();
  await provider.stop();
});

/** Goes to the provider, signs in there, agrees, and comes back. */
async function comeBy(name: string): Promise<PlainBrowser> {
  const browser = new PlainBrowser();
  await browser.go(`${server.url}/api/console/oidc`);
  expect(browser.url).toContain(provider.issuer);
  await browser.submit({ login: name, password: 'any' });
  await browser.submit();
  return browser;
}

const who = async (browser: PlainBrowser) =>
  ConsoleClient.of(server.url, browser.cookie(server.url, 'parley_session') ?? 'none').call(
    'GET',
    '/session',
  );

test('the page where people sign in is told of it', async () => {
  const { body } = await new ConsoleClient(server.url).call('GET', '/session/ways');
  expect(body).toEqual({ oidc: { label: '单位账号' } });
});

describe('who comes by another system', () => {
  test('is let in to the account they have', async () => {
    const browser = await comeBy('li');
    expect(browser.url).toBe(`${server.url}/console/`);
    expect((await who(browser)).body).toMatchObject({ login: 'li@example.org', role: 'mediator' });
    expect(browser.cookie(server.url, 'parley_oidc')).toBeUndefined();
    const { body } = await ConsoleClient.of(
      server.url,
      browser.cookie(server.url, 'parley_session') ?? '',
    ).call('GET', '/me/sessions');
    expect(body['sessions']).toMatchObject([{ way: 'oidc' }, { way: 'link' }]);
  });

  test('is made a mediator where a claim allows it, and is the same one the next time', async () => {
    const first = (await who(await comeBy('welcome'))).body;
    expect(first).toMatchObject({ login: 'new@example.org', name: '新来的', role: 'mediator', joined: true });
    expect((await who(await comeBy('welcome'))).body['id']).toBe(first['id']);
  });

  test.each([
    ['has no account', 'stranger'],
    ['wrote somebody else’s address into their profile', 'liar'],
    ['was disabled here', 'gone'],
    ['has no address', 'nameless'],
  ])('is turned away who %s', async (_, name) => {
    const browser = await comeBy(name);
    expect(browser.url).toBe(`${server.url}/console/#sign-in=refused`);
    expect(browser.cookie(server.url, 'parley_session')).toBeUndefined();
  });

  test('is turned away with an answer that is used again, another’s, or not asked for', async () => {
    const browser = await comeBy('li');
    const back = browser.visited.find(url => url.includes('/oidc/callback')) ?? '';
    expect(new URL(back).searchParams.get('code')).not.toBeNull();
    await browser.go(back);
    expect(browser.url).toContain('#sign-in=refused');
    const other = new PlainBrowser();
    await other.go(back);
    expect(other.url).toContain('#sign-in=refused');
    await other.go(`${server.url}/api/console/oidc`);
    await other.go(back);
    expect(other.url).toContain('#sign-in=refused');
    expect(other.cookie(server.url, 'parley_session')).toBeUndefined();
  });

  test('who gives it up comes back as they were', async () => {
    const browser = new PlainBrowser();
    await browser.go(`${server.url}/api/console/oidc`);
    const abort = /href="([^"]+abort)"/.exec(browser.page)?.[1] ?? '';
    await browser.go(abort);
    expect(browser.url).toBe(`${server.url}/console/#sign-in=refused`);
  });
});

test('while the other system cannot be asked that is said, and nothing of anybody is reported', async () => {
  const down = await startServer({}, undefined, {
    provider: oidcIdentity({
      issuer: 'http://127.0.0.1:1',
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      loginClaim: 'email',
      allow: null,
      label: '',
    }),
  });
  const browser = new PlainBrowser();
  await browser.go(`${down.url}/api/console/oidc`);
  expect(browser.url).toBe(`${down.url}/console/#sign-in=unavailable`);
  expect(String(down.errors[0])).toMatch(/^Error: the OIDC provider could not be asked: [\w .-]+$/);
  await down.stop();
});
