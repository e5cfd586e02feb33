import { expect, test } from 'vitest';
import { offerSetup } from '../../../src/runtime/staff/offer-setup.ts';
import { staff } from '../../../src/runtime/staff/staff.ts';
import { staffCommand } from '../../../src/runtime/operator/staff.ts';
import { PASSWORD, signedIn } from '../../support/console.ts';
import { clock } from '../../support/running.ts';
import { memoryStore } from '../../support/stores.ts';

test('npm run staff lists people and lets one who forgot the password in again', async () => {
  const store = memoryStore();
  const run = (...args: string[]) => staffCommand(store, clock, args);
  expect(await run()).toBe('Nobody works here yet.');
  const { signIns } = staff({ store, clock, sessions: { idle: 3_600_000, absolute: 3_600_000 } });
  const given = { login: 'boss', name: '王主任', language: 'zh-CN' } as const;
  const setup = (await offerSetup(store, clock)) ?? '';
  const before = signedIn(await signIns.useLink({ token: setup, ...given, password: PASSWORD }, ''));
  expect(await run()).toBe('boss  supervisor  active');

  const [, token = ''] = /#link=([\w-]{43}) /.exec(await run('link', 'BOSS')) ?? [];
  const without = { token, login: null, name: null, language: 'zh-CN' } as const;
  signedIn(await signIns.useLink({ ...without, password: `新的${PASSWORD}` }, ''));
  expect(await signIns.bySession(before.token)).toBeNull();

  await expect(run('link', 'nobody')).rejects.toThrow('nobody has the login nobody');
  await expect(run('link')).rejects.toThrow('usage');
});
