import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Staff, StaffActor } from '../../../src/console/staff.ts';
import { staff } from '../../../src/runtime/staff/staff.ts';
import type { Store } from '../../../src/stores/store.ts';
import { actorOf, firstSupervisor, joined } from '../../support/console.ts';
import { running } from '../../support/running.ts';
import { memoryStore, sqliteStore } from '../../support/stores.ts';

const HOUR = 3_600_000;
const all = { who: null, what: null, about: null, since: null, until: null, cursor: null, limit: 50 };

describe.each([
  ['memory', memoryStore],
  ['sqlite', () => sqliteStore(':memory:')],
])('the audit over %s', (_, open) => {
  let store: Store;
  let here: Staff;
  let token: string;
  let boss: StaffActor;
  let now: number;
  const clock = { now: () => new Date(now).toISOString() };

  beforeEach(async () => {
    now = Date.parse('2026-11-26T01:00:00.000Z');
    store = open();
    here = staff({ store, clock, sessions: { idle: HOUR, absolute: 12 * HOUR } });
    ({ token } = await firstSupervisor({ staff: here, store }, clock));
    boss = await actorOf(here, token);
  });
  afterEach(() => store.close());

  test('holds each change and each sign-in once, newest first, with no password and no login tried', async () => {
    const runtime = running(store, undefined, { clock });
    await here.signIns.signIn({ login: 'geheim-login', password: 'geheim-password' }, '');
    await here.signIns.signIn({ login: 'boss', password: 'geheim-password' }, '');
    const { account } = await joined(here, token, 'li', 'mediator');
    await here.accounts.change(account.id, null, { capacity: 7 }, boss);
    await runtime.settled();
    await runtime.stop();
    const { lines, cursor } = await here.audit.page(all);
    expect(cursor).toBeNull();
    const whats = lines.map(({ what, who }) => `${what} ${who}`);
    expect(whats.toSorted()).toEqual(
      [
        'setup-offered operator',
        'account-opened operator',
        `password-set ${boss.id}`,
        `signed-in ${boss.id}`,
        'sign-in-refused null',
        'sign-in-refused null',
        `account-opened ${boss.id}`,
        `link-offered ${boss.id}`,
        `password-set ${account.id}`,
        `signed-in ${account.id}`,
        `account-changed ${boss.id}`,
      ].toSorted(),
    );
    expect(JSON.stringify(lines)).not.toContain('geheim');
    const refusals = await here.audit.page({ ...all, what: 'sign-in-refused' });
    expect(new Set(refusals.lines.map(line => line.about))).toEqual(new Set([boss.id, null]));
    const changes = await here.audit.page({ ...all, about: account.id, who: boss.id });
    expect(changes.lines.some(line => line.details['capacity'] === 7)).toBe(true);
  });

  test('is read to its end page by page over days, each line once', async () => {
    for (let day = 0; day < 40; day += 1) {
      for (let n = 0; n < 3; n += 1) await here.audit.note(boss, 'signed-out', `${day}-${n}`);
      now += 24 * HOUR;
    }
    const read: (string | null)[] = [];
    let cursor: string | null = null;
    let pages = 0;
    do {
      const page = await here.audit.page({ ...all, what: 'signed-out', cursor, limit: 7 });
      read.push(...page.lines.map(line => line.about));
      cursor = page.cursor;
      pages += 1;
    } while (cursor !== null && pages < 100);
    const expected = Array.from({ length: 120 }, (_, n) => `${Math.floor(n / 3)}-${n % 3}`).toReversed();
    expect(read).toEqual(expected);
    const two = await here.audit.page({ ...all, since: '2026-11-27', until: '2026-11-28' });
    expect(two.lines.map(line => line.about)).toEqual(['2-2', '2-1', '2-0', '1-2', '1-1', '1-0']);
    const rare = await here.audit.page({ ...all, about: '0-0' });
    expect([rare.lines.length, rare.cursor === null]).toEqual([0, false]);
    const rest = await here.audit.page({ ...all, about: '0-0', cursor: rare.cursor });
    expect(rest).toMatchObject({ lines: [{ about: '0-0' }], cursor: null });
  });
});
