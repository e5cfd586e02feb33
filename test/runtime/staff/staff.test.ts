import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { SignedIn, Staff, StaffActor } from '../../../src/console/staff.ts';
import type { Clock } from '../../../src/runtime/clock.ts';
import { offerSetup } from '../../../src/runtime/staff/offer-setup.ts';
import { staff } from '../../../src/runtime/staff/staff.ts';
import { redisLedger } from '../../../src/stores/redis/redis-ledger.ts';
import { sealedStore } from '../../../src/stores/sealing/sealed-store.ts';
import type { Store } from '../../../src/stores/store.ts';
import { actorOf, PASSWORD, signedIn } from '../../support/console.ts';
import { RedisServer } from '../../support/redis-server.ts';
import { memoryStore, operatorKey, sqliteStore } from '../../support/stores.ts';

const HOUR = 3_600_000;
const rules = { idle: HOUR, absolute: 12 * HOUR };
const folder = mkdtempSync(join(tmpdir(), 'parley-staff-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
/** Makes a fresh store, and gives back how each process opens it. */
const stores: [string, () => () => Promise<Store>][] = [
  ['memory', () => shared(memoryStore())],
  ['sqlite', () => ofFile(join(folder, `${++files}.db`))],
  ['redis', () => ofRedis(`staff${++files}:`)],
];
const shared = (store: Store) => async (): Promise<Store> => store;
const ofFile = (file: string) => async (): Promise<Store> => sqliteStore(file);
const ofRedis = (prefix: string) => async (): Promise<Store> =>
  sealedStore(await redisLedger({ urls: [redis.url], prefix }), operatorKey);

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start({ fsync: null });
});
afterAll(() => redis.remove());

describe.each(stores)('staff over %s', (_, openFresh) => {
  let open: () => Promise<Store>;
  let opened: Store[];
  let now: number;
  const clock: Clock = { now: () => new Date(now).toISOString() };
  /** As in a process of its own: nothing is shared but the store. */
  const start = async (): Promise<Staff> => {
    const store = await open();
    opened.push(store);
    return staff({ store, clock, sessions: rules });
  };
  const store = (): Store => {
    const [first] = opened;
    if (!first) throw new Error('nothing was opened');
    return first;
  };

  let here: Staff;
  let boss: StaffActor;
  let bossToken: string;

  beforeEach(async () => {
    opened = [];
    now = Date.parse('2026-11-26T01:00:00.000Z');
    open = openFresh();
    here = await start();
    const token = (await offerSetup(store(), clock)) ?? '';
    const setUp = signedIn(
      await here.signIns.useLink(
        { token, login: 'boss', name: '王主任', password: PASSWORD, language: 'zh-CN' },
        'a browser',
      ),
    );
    bossToken = setUp.token;
    boss = await actorOf(here, bossToken);
  });
  afterEach(async () => {
    for (const one of new Set(opened)) await one.close();
  });

  const invite = (login: string, by = boss) =>
    here.accounts.invite({ login, name: '小李', role: 'mediator', capacity: 4, language: 'zh-CN' }, by);

  async function join(login: string): Promise<SignedIn> {
    const invited = await invite(login);
    if ('refused' in invited) throw new Error(invited.refused);
    return signedIn(
      await here.signIns.useLink(
        { token: invited.link.token, login: null, name: null, password: PASSWORD, language: 'en' },
        '',
      ),
    );
  }

  test('the setup link makes one supervisor, and then there is none any more', async () => {
    expect(boss).toMatchObject({ name: '王主任', role: 'supervisor' });
    expect(await here.accounts.all()).toMatchObject([{ login: 'boss', joined: true, capacity: 4 }]);
    expect(await offerSetup(store(), clock)).toBeNull();
  });

  test('no token and no password lies in the store in clear', async () => {
    await join('li');
    const streams = await store().streams('staff', '', 10);
    const all = JSON.stringify(await Promise.all(streams.map(stream => store().read(stream))));
    expect(all).toContain('argon2id');
    for (const secret of [PASSWORD, bossToken, bossToken.split('.')[1] ?? ''])
      expect(all).not.toContain(secret);
  });

  test('signing in: the right password in any case of the login, and nothing else', async () => {
    const sign = (login: string, password: string) => here.signIns.signIn({ login, password }, '');
    expect(await sign('ＢＯＳＳ ', PASSWORD)).toMatchObject({ account: { login: 'boss' } });
    expect(await sign('boss', `${PASSWORD}x`)).toBeNull();
    expect(await sign('nobody', PASSWORD)).toBeNull();
    expect(await sign('', PASSWORD)).toBeNull();
    await invite('invited');
    expect(await sign('invited', '')).toBeNull();
  });

  test('another process knows sessions and accounts at once, and a restart forgets nothing', async () => {
    const there = await start();
    expect(await actorOf(there, bossToken)).toEqual(boss);
    const { account, token } = await join('li');
    expect(await actorOf(there, token)).toMatchObject({ id: account.id, role: 'mediator' });
    await here.signIns.signOut(boss);
    expect(await there.signIns.bySession(bossToken)).toBeNull();
  });

  test('whoever watches hears of a sign-out and a disabled account in another process', async () => {
    const there = await start();
    let heard = 0;
    const stop = there.watch(() => (heard += 1));
    await here.signIns.signOut(boss);
    await expect.poll(() => heard).toBeGreaterThan(0);
    const before = heard;
    await invite('li');
    await expect.poll(() => heard).toBeGreaterThan(before);
    stop();
  });

  test('a login that is taken at the very same time is given to one', async () => {
    const there = await start();
    const given = { login: 'li', name: '小李', role: 'mediator', capacity: 4, language: 'zh-CN' } as const;
    const tried = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 ? here : there).accounts.invite(given, boss)),
    );
    expect(tried.filter(one => !('refused' in one))).toHaveLength(1);
    expect(tried.filter(one => 'refused' in one && one.refused === 'login-taken')).toHaveLength(7);
  });

  test('a link used at the very same time works for one', async () => {
    const invited = await invite('li');
    if ('refused' in invited) throw new Error(invited.refused);
    const there = await start();
    const use = (at: Staff) =>
      at.signIns.useLink(
        { token: invited.link.token, login: null, name: null, password: PASSWORD, language: 'en' },
        '',
      );
    const tried = await Promise.all([use(here), use(there)]);
    expect(tried.filter(one => 'refused' in one)).toEqual([{ refused: 'link-invalid' }]);
  });

  test('a link says what it is for, and nothing once it is used or expired', async () => {
    const invited = await invite('li');
    if ('refused' in invited) throw new Error(invited.refused);
    const { token } = invited.link;
    expect(await here.signIns.link(token)).toEqual({ kind: 'join', login: 'li', name: '小李' });
    now += 72 * HOUR;
    expect(await here.signIns.link(token)).toBeNull();
    const fresh = await here.accounts.offerLink(invited.account.id, boss);
    if ('refused' in fresh) throw new Error(fresh.refused);
    expect(await here.signIns.link(fresh.token)).toMatchObject({ kind: 'join' });
  });

  test('a password that is too weak is refused, and the link stays good', async () => {
    const invited = await invite('xiaoli.wang');
    if ('refused' in invited) throw new Error(invited.refused);
    const { token } = invited.link;
    for (const [password, refused] of [
      ['short', 'too-short'],
      ['password12345', 'too-common'],
      ['xiaoli.wang11', 'like-login'],
    ] as const)
      expect(
        await here.signIns.useLink({ token, login: null, name: null, password, language: 'en' }, ''),
      ).toEqual({ refused });
    expect(await here.signIns.link(token)).not.toBeNull();
  });

  test('who is disabled is out at once, everywhere, and stays out when enabled again', async () => {
    const there = await start();
    const { account, token } = await join('li');
    expect(await there.signIns.bySession(token)).not.toBeNull();
    await here.accounts.change(account.id, null, { disabled: true }, boss);
    expect(await there.signIns.bySession(token)).toBeNull();
    expect(await there.signIns.signIn({ login: 'li', password: PASSWORD }, '')).toBeNull();
    await here.accounts.change(account.id, null, { disabled: false }, boss);
    expect(await there.signIns.bySession(token)).toBeNull();
    expect(await there.signIns.signIn({ login: 'li', password: PASSWORD }, '')).not.toBeNull();
  });

  test('a new password ends all other sessions, and the old password is none', async () => {
    const other = signedIn(await here.signIns.signIn({ login: 'boss', password: PASSWORD }, ''));
    const change = { current: PASSWORD, password: `新的${PASSWORD}` };
    expect(await here.signIns.changePassword(boss, { ...change, current: 'x' }, '')).toEqual({
      refused: 'wrong-password',
    });
    const fresh = signedIn(await here.signIns.changePassword(boss, change, ''));
    for (const token of [bossToken, other.token]) expect(await here.signIns.bySession(token)).toBeNull();
    expect(await here.signIns.bySession(fresh.token)).toMatchObject({ id: boss.id });
    expect(await here.signIns.signIn({ login: 'boss', password: PASSWORD }, '')).toBeNull();
  });

  test('sessions end when unused for long, however old they may become, and by hand', async () => {
    for (let used = 0; used < 11; used += 1) {
      now += HOUR - 60_000;
      expect(await here.signIns.bySession(bossToken)).not.toBeNull();
    }
    now += HOUR + 12 * 60_000;
    expect(await here.signIns.bySession(bossToken)).toBeNull();

    const one = signedIn(await here.signIns.signIn({ login: 'boss', password: PASSWORD }, 'one'));
    const two = signedIn(await here.signIns.signIn({ login: 'boss', password: PASSWORD }, 'two'));
    const me = await actorOf(here, one.token);
    const listed = await here.signIns.sessions(me);
    expect(listed.map(({ client, current }) => [client, current])).toEqual([
      ['two', false],
      ['one', true],
    ]);
    expect(await here.signIns.endSession(me, listed[0]?.id ?? '')).toBeNull();
    expect(await here.signIns.bySession(two.token)).toBeNull();
    expect(await here.signIns.endSession(me, 'another')).toEqual({ refused: 'unknown' });
    now += HOUR;
    expect(await here.signIns.bySession(one.token)).toBeNull();
  });

  test('the last supervisor stays one', async () => {
    expect(await here.accounts.change(boss.id, null, { role: 'mediator' }, boss)).toEqual({
      refused: 'last-supervisor',
    });
    expect(await here.accounts.change(boss.id, null, { disabled: true }, boss)).toEqual({
      refused: 'last-supervisor',
    });
  });

  test('keys work for what they were made for until they are revoked, and say when they were used', async () => {
    const { key, token } = await here.keys.make({ label: '客服系统', scopes: ['cases:read'] }, boss);
    expect(await here.keys.all()).toMatchObject([{ label: '客服系统', lastUsed: null, by: boss.id }]);
    const there = await start();
    expect(await there.signIns.byKey(token)).toEqual({ kind: 'key', id: key.id, scopes: ['cases:read'] });
    expect(await there.signIns.byKey(`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`)).toBeNull();
    expect(await here.keys.all()).toMatchObject([{ lastUsed: '2026-11-26' }]);
    expect(await here.keys.revoke(key.id, boss)).toBeNull();
    expect(await there.signIns.byKey(token)).toBeNull();
    expect(await here.keys.revoke('another', boss)).toEqual({ refused: 'unknown' });
    expect(JSON.stringify(await store().read('staff'))).not.toContain(token.split('.')[1]);
  });
});
