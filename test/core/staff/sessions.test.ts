import { expect, test } from 'vitest';
import type { SessionEvent } from '../../../src/core/staff/events.ts';
import { emptyRegister, evolveRegister } from '../../../src/core/staff/register.ts';
import {
  evolveSessions,
  isLive,
  isSeenDue,
  noSessions,
  type Sessions,
} from '../../../src/core/staff/sessions.ts';

const HOUR = 3_600_000;
const rules = { idle: HOUR, absolute: 12 * HOUR };
const at = (minutes: number): string =>
  new Date(Date.parse('2026-11-26T00:00:00.000Z') + minutes * 60_000).toISOString();

const opened = (session: string, minutes: number, epoch = 1): SessionEvent => ({
  type: 'SessionOpened',
  session,
  hash: `hash-${session}`,
  epoch,
  at: at(minutes),
  expires: at(minutes + 12 * 60),
  way: 'password',
  client: '',
});
const of = (...events: SessionEvent[]): Sessions => events.reduce(evolveSessions, noSessions);

const place = { version: 1, at: at(0) };
const account = [
  {
    type: 'AccountOpened' as const,
    account: {
      id: 'a',
      login: 'a1',
      name: 'A',
      role: 'mediator' as const,
      capacity: 4,
      language: 'en' as const,
    },
    by: 'operator',
  },
  { type: 'PasswordSet' as const, account: 'a', password: 'p', by: 'a' },
]
  .reduce((state, event) => evolveRegister(state, event, place), emptyRegister)
  .accounts.get('a');

test.each([
  ['at once', 0, [], true],
  ['a moment before it was idle too long', 59, [], true],
  ['idle too long', 60, [], false],
  ['used in between', 100, [50], true],
  ['used all the time, but too old', 12 * 60, [50, 100, 700, 719], false],
])('a session %s', (_, minutes, uses, live) => {
  const seen = uses.map((one): SessionEvent => ({ type: 'SessionSeen', session: 's', at: at(one) }));
  const session = of(opened('s', 0), ...seen).get('s');
  if (!session || !account) throw new Error('there is none');
  expect(isLive(session, account, at(minutes), rules)).toBe(live);
  expect(isLive(session, { ...account, epoch: 2 }, at(minutes), rules)).toBe(false);
  expect(isLive(session, { ...account, disabled: true }, at(minutes), rules)).toBe(false);
});

test('use is noted now and then', () => {
  const session = of(opened('s', 0)).get('s');
  if (!session) throw new Error('there is none');
  expect([7, 8].map(minutes => isSeenDue(session, at(minutes), rules))).toEqual([false, true]);
});

test('what is over is forgotten when the next one opens', () => {
  expect([...of(opened('old', 0), opened('s', 12 * 60)).keys()]).toEqual(['s']);
  expect([...of(opened('before', 0, 1), opened('s', 1, 2)).keys()]).toEqual(['s']);
  expect([...of(opened('one', 0), opened('two', 1)).keys()]).toEqual(['one', 'two']);
  expect([...of(opened('one', 0), { type: 'SessionEnded', session: 'one' }).keys()]).toEqual([]);
});
