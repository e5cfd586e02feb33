import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ConsoleClient, firstSupervisor, joined, PASSWORD } from '../../support/console.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { offerSetup } from '../../../src/runtime/staff/offer-setup.ts';
import { guardedServer } from '../../support/guarded-server.ts';
import { clock } from '../../support/running.ts';

let server: TestServer;
const page = (): ConsoleClient => new ConsoleClient(server.url, { 'X-Parley-Console': '1' });
beforeEach(async () => {
  server = await startServer();
});
afterEach(() => server.stop());

/** What a browser would send back of what was set. */
const cookieOf = (headers: Headers): string => (headers.get('set-cookie') ?? '').split(';')[0] ?? '';

describe('the first supervisor', () => {
  test('comes by a link, is signed in by it, and the link works once', async () => {
    const token = await offerSetup(server.store, clock);
    expect((await page().call('POST', '/setup/link', { token })).body).toEqual({ kind: 'first-supervisor' });
    const given = { token, login: ' Boss@Example.org', name: '王主任', password: PASSWORD };
    const { password: _, ...without } = given;
    expect((await page().call('POST', '/setup', without)).body).toMatchObject({
      error: 'bad-request',
      fields: ['body.password: invalid_type'],
    });
    expect((await page().call('POST', '/setup', { ...given, login: null })).body.error).toBe('login-missing');
    expect((await page().call('POST', '/setup', { ...given, password: 'short' })).body.error).toBe(
      'password-too-short',
    );
    const done = await page().call('POST', '/setup', given);
    expect(done.body).toMatchObject({ account: { login: 'boss@example.org', role: 'supervisor' } });
    expect(JSON.stringify(done.body)).not.toContain('argon2');
    const me = await new ConsoleClient(server.url, { Cookie: cookieOf(done.headers) }).call(
      'GET',
      '/session',
    );
    expect(me.body).toMatchObject({ name: '王主任' });
    const again = await page().call('POST', '/setup', { ...given, login: 'other' });
    expect([again.status, again.body.error]).toEqual([410, 'link-invalid']);
  });
});

describe('a session', () => {
  test('is a cookie that no script reads and no other site sends, secure where the page is', async () => {
    await firstSupervisor(server);
    const signIn = (headers: Record<string, string>) =>
      page().call('POST', '/session', { login: 'BOSS', password: PASSWORD }, headers);
    const plain = (await signIn({})).headers.get('set-cookie') ?? '';
    expect(plain).toMatch(/^parley_session=[\w-]+\.[\w-]{43}; Path=\/api\/console; Expires=/);
    expect(plain).toContain('; HttpOnly');
    expect(plain).toContain('; SameSite=Strict');
    expect(plain).not.toContain('Secure');
    expect((await signIn({ 'X-Forwarded-Proto': 'https' })).headers.get('set-cookie')).toContain('; Secure');
  });

  test('signing out ends it, and drops the cookie', async () => {
    const { token } = await firstSupervisor(server);
    const boss = ConsoleClient.of(server.url, token);
    const out = await boss.call('DELETE', '/session');
    expect([out.status, cookieOf(out.headers)]).toEqual([204, 'parley_session=']);
    expect((await boss.call('GET', '/session')).status).toBe(401);
  });

  test('one’s own are listed and ended, others’ are as if they were not', async () => {
    const { token } = await firstSupervisor(server);
    const boss = ConsoleClient.of(server.url, token);
    const li = await joined(server.staff, token, 'li', 'mediator');
    const second = await page().call('POST', '/session', { login: 'boss', password: PASSWORD });
    const { body } = await boss.call('GET', '/me/sessions');
    const sessions = body['sessions'] as { id: string; current: boolean }[];
    expect(sessions.map(one => one.current)).toEqual([false, true]);
    const mediator = ConsoleClient.of(server.url, li.token);
    expect((await mediator.call('DELETE', `/me/sessions/${sessions[0]?.id}`)).status).toBe(404);
    expect((await boss.call('DELETE', `/me/sessions/${sessions[0]?.id}`)).status).toBe(204);
    const ended = new ConsoleClient(server.url, { Cookie: cookieOf(second.headers) });
    expect((await ended.call('GET', '/session')).status).toBe(401);
  });

  test('a login that there is and one that there is not are refused alike', async () => {
    await firstSupervisor(server);
    const tried = await Promise.all(
      ['boss', 'nobody', '', 'x'.repeat(200)].map(login =>
        page().call('POST', '/session', { login, password: 'wrong' }),
      ),
    );
    for (const { status, body, headers } of tried) {
      expect([status, body.error]).toEqual([401, 'sign-in-refused']);
      expect(headers.get('set-cookie')).toBeNull();
    }
    expect(new Set(tried.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });
});

describe('people', () => {
  let boss: ConsoleClient;
  beforeEach(async () => {
    boss = ConsoleClient.of(server.url, (await firstSupervisor(server)).token);
  });

  test('are invited, come in by their link, and are changed on the version that was read', async () => {
    const invited = await boss.call('POST', '/staff', { login: 'li', name: '小李' });
    const { account, link } = invited.body as unknown as {
      account: { id: string; version: number };
      link: { token: string };
    };
    expect(account).toMatchObject({ role: 'mediator', capacity: 4, joined: false });
    expect((await boss.call('POST', '/staff', { login: 'LI', name: '别人' })).body.error).toBe('login-taken');
    const came = await page().call('POST', '/setup', {
      token: link.token,
      name: '李老师',
      password: PASSWORD,
    });
    expect(came.body).toMatchObject({ account: { name: '李老师', joined: true } });

    const read = (await boss.call('GET', `/staff/${account.id}`)).body as unknown as typeof account;
    const change = (given: object) =>
      boss.call('PATCH', `/staff/${account.id}`, { version: read.version, ...given });
    expect((await change({ capacity: 7 })).body).toMatchObject({ capacity: 7 });
    const stale = await change({ role: 'supervisor' });
    expect([stale.status, stale.body]).toEqual([
      409,
      expect.objectContaining({ error: 'stale', changes: ['capacity'], version: read.version + 1 }),
    ]);
    expect((await change({ capacity: 700 })).body.error).toBe('bad-request');
    expect((await change({ login: 'other' })).body.error).toBe('bad-request');
  });

  test('may forget their password: a new link sets another, and signs out everywhere', async () => {
    const li = await joined(server.staff, boss.headers['Cookie']?.split('=')[1] ?? '', 'li', 'mediator');
    const link = await boss.call('POST', `/staff/${li.account.id}/link`);
    const { token } = link.body as unknown as { token: string };
    expect((await page().call('POST', '/setup/link', { token })).body['kind']).toBe('new-password');
    await page().call('POST', '/setup', { token, password: `新的${PASSWORD}` });
    expect((await ConsoleClient.of(server.url, li.token).call('GET', '/session')).status).toBe(401);
    const old = await page().call('POST', '/session', { login: 'li', password: PASSWORD });
    expect(old.body.error).toBe('sign-in-refused');
  });

  test('the last supervisor can be neither disabled nor made a mediator', async () => {
    const me = (await boss.call('GET', '/session')).body as unknown as { id: string; version: number };
    for (const change of [{ disabled: true }, { role: 'mediator' }]) {
      const answer = await boss.call('PATCH', `/staff/${me.id}`, { version: me.version, ...change });
      expect([answer.status, answer.body.error]).toEqual([409, 'last-supervisor']);
    }
  });

  test('settle for themselves what is theirs, and nothing else', async () => {
    expect((await boss.call('PATCH', '/me', { onDuty: true, theme: 'dark' })).body).toMatchObject({
      onDuty: true,
      theme: 'dark',
    });
    expect((await boss.call('PATCH', '/me', { capacity: 50 })).body.error).toBe('bad-request');
  });

  test('keep on working here with a new password, and nowhere else', async () => {
    const given = { current: PASSWORD, password: `新的${PASSWORD}` };
    expect((await boss.call('POST', '/me/password', { ...given, current: 'x' })).body.error).toBe(
      'wrong-password',
    );
    const changed = await boss.call('POST', '/me/password', given);
    expect((await boss.call('GET', '/session')).status).toBe(401);
    const here = new ConsoleClient(server.url, { Cookie: cookieOf(changed.headers) });
    expect((await here.call('GET', '/session')).status).toBe(200);
  });

  test('a key opens what it was made for until it is revoked', async () => {
    const made = await boss.call('POST', '/keys', { label: '客服系统', scopes: ['staff:read'] });
    const { key, token } = made.body as unknown as { key: { id: string }; token: string };
    const system = ConsoleClient.withKey(server.url, token);
    expect((await system.call('GET', '/staff')).body).toMatchObject({ staff: [{ login: 'boss' }] });
    const listed = await boss.call('GET', '/keys');
    expect(listed.body).toMatchObject({ keys: [{ lastUsed: '2026-11-24', revoked: false }] });
    expect(JSON.stringify(listed.body)).not.toContain(token.split('.')[1]);
    expect((await boss.call('DELETE', `/keys/${key.id}`)).status).toBe(204);
    expect((await system.call('GET', '/staff')).status).toBe(401);
    expect((await boss.call('POST', '/keys', { label: 'x', scopes: ['everything'] })).status).toBe(400);
  });

  test('a wrong key is not helped by a right cookie', async () => {
    const answer = await boss.call('GET', '/staff', undefined, { Authorization: 'Bearer parley_x.y' });
    expect(answer.status).toBe(401);
  });

  test('the audit tells of them, to supervisors', async () => {
    await page().call('POST', '/session', { login: 'nobody', password: 'geheim' });
    const { body } = await boss.call('GET', '/audit?what=sign-in-refused&limit=5');
    expect(body).toEqual({
      lines: [
        {
          at: clock.now(),
          who: null,
          what: 'sign-in-refused',
          about: null,
          details: { way: 'password' },
        },
      ],
      cursor: null,
    });
    expect((await boss.call('GET', '/audit?cursor=yesterday')).status).toBe(400);
  });
});

describe('who tries passwords', () => {
  test('is asked to wait, by login in whatever way it is written, and by address', async () => {
    const guarded = await guardedServer({
      logins: { times: 2, seconds: 60 },
      signins: { times: 4, seconds: 60 },
    });
    const client = new ConsoleClient(guarded.url, { 'X-Parley-Console': '1' });
    const status = async (login: string) =>
      (await client.call('POST', '/session', { login, password: 'x' })).status;
    try {
      expect([await status('boss'), await status(' BOSS'), await status('ｂｏｓｓ')]).toEqual([
        401, 401, 429,
      ]);
      expect([await status('li'), await status('wang')]).toEqual([401, 429]);
      const link = await client.call('POST', '/setup/link', { token: 'x' });
      expect([link.status, Number(link.headers.get('retry-after')) > 0]).toEqual([429, true]);
    } finally {
      await guarded.stop();
    }
  });
});
