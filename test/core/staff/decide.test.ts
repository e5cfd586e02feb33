import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { decideStaff, type StaffCommand } from '../../../src/core/staff/decide.ts';
import type { NewAccount } from '../../../src/core/staff/events.ts';
import {
  accountOf,
  activeSupervisors,
  emptyRegister,
  evolveRegister,
  type Register,
} from '../../../src/core/staff/register.ts';

const NOW = '2026-11-26T02:00:00.000Z';
const LATER = '2026-11-27T02:00:00.000Z';

/** The register after commands, as if each had been committed; those that are refused leave it as it is. */
function after(commands: StaffCommand[], from = emptyRegister, version = 0): Register {
  let state = from;
  for (const command of commands) {
    const decision = decideStaff(state, command);
    if ('events' in decision)
      for (const event of decision.events)
        state = evolveRegister(state, event, { version: ++version, at: NOW });
  }
  return state;
}

const account = (id: string, more: Partial<NewAccount> = {}): NewAccount => ({
  id,
  login: `login-${id}`,
  name: `调解员${id}`,
  role: 'mediator',
  capacity: 4,
  language: 'zh-CN',
  ...more,
});
const link = (hash: string) => ({ hash, expires: LATER });
const setup: StaffCommand[] = [
  { command: 'offer-setup', link: link('s1') },
  { command: 'offer-setup', link: link('s2') },
  { command: 'set-up', hash: 's1', now: NOW, account: account('boss'), password: 'p' },
];
const join = (id: string, more: Partial<NewAccount> = {}): StaffCommand[] => [
  { command: 'invite', account: account(id, more), link: link(`l-${id}`), by: 'boss' },
  { command: 'use-link', hash: `l-${id}`, now: NOW, name: null, password: 'p' },
];

describe('setting up', () => {
  test('the first supervisor comes by a link that works once, and all other such links with it no more', () => {
    const state = after(setup);
    expect(activeSupervisors(state).map(one => one.id)).toEqual(['boss']);
    for (const hash of ['s1', 's2'])
      expect(
        decideStaff(state, { command: 'set-up', hash, now: NOW, account: account('x'), password: 'p' }),
      ).toEqual({ refused: 'set-up-already' });
    expect(decideStaff(state, { command: 'offer-setup', link: link('s3') })).toEqual({
      refused: 'set-up-already',
    });
  });

  test.each([
    ['another', { hash: 'other', now: NOW }],
    ['an expired one', { hash: 's1', now: LATER }],
  ])('%s is refused', (_, given) => {
    const state = after(setup.slice(0, 1));
    expect(
      decideStaff(state, { command: 'set-up', account: account('boss'), password: 'p', ...given }),
    ).toEqual({ refused: 'link-invalid' });
  });
});

describe('invitations', () => {
  test('a link works once, and not after it expired', () => {
    const invited = after([...setup, ...join('a').slice(0, 1)]);
    const use = (now: string): StaffCommand => ({
      command: 'use-link',
      hash: 'l-a',
      now,
      name: null,
      password: 'p',
    });
    expect(decideStaff(invited, use(LATER))).toEqual({ refused: 'link-invalid' });
    const joined = after([use(NOW)], invited, 10);
    expect(joined.accounts.get('a')).toMatchObject({ password: 'p', joined: true, link: null });
    expect(decideStaff(joined, use(NOW))).toEqual({ refused: 'link-invalid' });
  });

  test('a login belongs to one account, also when that is disabled', () => {
    const state = after([
      ...setup,
      ...join('a'),
      { command: 'change', account: 'a', version: null, changes: { disabled: true }, by: 'boss' },
    ]);
    const again = account('b', { login: 'login-a' });
    expect(decideStaff(state, { command: 'invite', account: again, link: link('x'), by: 'boss' })).toEqual({
      refused: 'login-taken',
    });
  });

  test('who is disabled cannot use a link made before, nor is one made', () => {
    const state = after([
      ...setup,
      ...join('a').slice(0, 1),
      { command: 'change', account: 'a', version: null, changes: { disabled: true }, by: 'boss' },
    ]);
    expect(after([...join('a').slice(1)], state, 20).accounts.get('a')?.joined).toBe(false);
    expect(decideStaff(state, { command: 'offer-link', account: 'a', link: link('y'), by: 'boss' })).toEqual({
      refused: 'disabled',
    });
  });
});

describe('changes', () => {
  const state = after([...setup, ...join('a')]);
  const change = (more: Partial<Extract<StaffCommand, { command: 'change' }>>): StaffCommand => ({
    command: 'change',
    account: 'a',
    version: state.accounts.get('a')?.version ?? 0,
    changes: {},
    by: 'boss',
    ...more,
  });

  test('what is the same already is no event', () => {
    expect(decideStaff(state, change({ changes: { name: '调解员a', capacity: 4 } }))).toEqual({ events: [] });
  });

  test('an edit on a stale version is refused with what was changed', () => {
    const newer = after([change({ changes: { capacity: 7 } })], state, 30);
    expect(decideStaff(newer, change({ changes: { name: '新名字' } }))).toEqual({
      refused: 'stale',
      changes: ['capacity'],
      version: 31,
    });
  });

  test('a new password in between makes no edit stale', () => {
    const newer = after([{ command: 'set-password', account: 'a', password: 'q' }], state, 30);
    expect(decideStaff(newer, change({ changes: { capacity: 7 } }))).toMatchObject({ events: [{}] });
  });

  test('sessions end by a new password and by being disabled, not by another name', () => {
    const epoch = (of: Register): number => of.accounts.get('a')?.epoch ?? -1;
    expect(epoch(after([change({ changes: { name: '新名字' } })], state, 30))).toBe(epoch(state));
    expect(epoch(after([change({ changes: { disabled: true } })], state, 30))).toBe(epoch(state) + 1);
    const set: StaffCommand = { command: 'set-password', account: 'a', password: 'q' };
    expect(epoch(after([set], state, 30))).toBe(epoch(state) + 1);
  });
});

test('whatever is done in whatever order, an installation once set up keeps a supervisor, and logins are unique', () => {
  const id = fc.constantFrom('boss', 'a', 'b', 'c');
  const command: fc.Arbitrary<StaffCommand> = fc.oneof(
    fc.record({
      command: fc.constant('invite' as const),
      account: fc
        .tuple(id, fc.constantFrom('mediator' as const, 'supervisor' as const), id)
        .map(([one, role, login]) => account(`${one}${role}`, { role, login })),
      link: fc.constant(link('l')),
      by: id,
    }),
    fc.record({
      command: fc.constant('use-link' as const),
      hash: fc.constant('l'),
      now: fc.constantFrom(NOW, LATER),
      name: fc.constant(null),
      password: fc.constant('p'),
    }),
    fc.record({
      command: fc.constant('change' as const),
      account: fc.oneof(
        id,
        id.map(one => `${one}supervisor`),
      ),
      version: fc.constant(null),
      changes: fc.record(
        { role: fc.constantFrom('mediator' as const, 'supervisor' as const), disabled: fc.boolean() },
        { requiredKeys: [] },
      ),
      by: id,
    }),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), commands => {
      const state = after([...setup, ...commands]);
      expect(activeSupervisors(state).length).toBeGreaterThan(0);
      for (const one of state.accounts.values()) expect(accountOf(state, one.login)?.id).toBe(one.id);
    }),
  );
});
