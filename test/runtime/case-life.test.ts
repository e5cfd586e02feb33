import { beforeEach, describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import { casesCommand } from '../../src/runtime/operator/cases.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/stores/store.ts';
import { clock, fullTalk, running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

let store: Store;
let runtime: Runtime;
beforeEach(() => {
  store = memoryStore();
  runtime = running(store);
});

async function file(): Promise<{ conversation: string; number: string }> {
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
  let number = '';
  for (const [at, message] of fullTalk.entries()) {
    const { state } = await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
    number = state.case?.number ?? '';
  }
  await runtime.settled();
  return { conversation, number };
}
const command = (...args: string[]): Promise<string> => casesCommand(store, chineseCalendar, args, clock);

describe('npm run cases', () => {
  test('moves a case on, assigns it, and shows both', async () => {
    const { number } = await file();
    expect(await command('assign', number, '王', '调解员', '--by', '组长')).toBe(
      `${number}  filed  王 调解员`,
    );
    expect(await command('status', number, 'in-progress')).toBe(`${number}  in-progress  王 调解员`);
    await command('status', number, 'waiting-for-person', '请补', '付款截图');
    expect(JSON.parse(await command('show', number))).toMatchObject({
      status: 'waiting-for-person',
      mediator: '王 调解员',
    });
    const [, , , change] = await store.read(`case-${number}`);
    expect(change?.event).toEqual({
      type: 'CaseStatusChanged',
      status: 'waiting-for-person',
      reason: '请补 付款截图',
      by: 'operator',
    });
  });

  test.each([
    [
      ['closed'],
      ['in-progress', 'filed'],
      /is in-progress, and can only become waiting-for-person or closed/,
    ],
    [['closed'], ['soon'], /a status is filed, in-progress, waiting-for-person, closed, not soon/],
  ])('refuses what cannot be', async (first, [next = '', last = ''], why) => {
    const { number } = await file();
    await command('status', number, ...first);
    if (last !== '') await command('status', number, next);
    await expect(command('status', number, last === '' ? next : last)).rejects.toThrow(why);
    expect(await store.read(`case-${number}`)).toHaveLength(last === '' ? 2 : 3);
  });

  test('closes a case with what came of it, and only a closed one has that', async () => {
    const { number } = await file();
    const outcome = (what: string, status = 'closed') => command('status', number, status, '--outcome', what);
    await expect(outcome('agreed', 'in-progress')).rejects.toThrow(
      'only a case that is closed has an outcome',
    );
    await expect(outcome('good')).rejects.toThrow(/an outcome is agreed, partly-agreed, .*, not good/);
    await outcome('partly-agreed');
    expect((await store.read(`case-${number}`)).at(-1)?.event).toMatchObject({
      type: 'CaseStatusChanged',
      outcome: 'partly-agreed',
    });
  });

  test('refuses to assign a closed case, a case that is not there, and a name that is none', async () => {
    const { number } = await file();
    await expect(command('assign', number, ' ')).rejects.toThrow('a name has 1 to 80 characters');
    await expect(command('assign', '1', '王')).rejects.toThrow('there is no case 1');
    await command('status', number, 'closed');
    await expect(command('assign', number, '王')).rejects.toThrow('take it up again first');
  });

  test('lists by status, type and mediator', async () => {
    const [one, other] = [await file(), await file()];
    await command('assign', one.number, '王调解员');
    await command('status', other.number, 'closed');
    await runtime.settled();
    const numbers = async (...flags: string[]): Promise<string[]> =>
      (await command(...flags)).match(/\d{6}-\d{5}-\d{5}/g) ?? [];
    expect((await numbers()).toSorted()).toEqual([one.number, other.number].toSorted());
    expect(await numbers('--status', 'closed')).toEqual([other.number]);
    expect(await numbers('--mediator', '王调解员')).toEqual([one.number]);
    expect(await numbers('--mediator', 'none')).toEqual([other.number]);
    expect(await numbers('--type', 'trade', '--status', 'filed')).toEqual([one.number]);
    expect(await numbers('--type', 'huabei')).toEqual([]);
    expect(await command()).toContain('1 filed, 1 closed');
    await expect(command('--status', 'open')).rejects.toThrow('--status takes');
    await expect(command('--after', 'x')).rejects.toThrow('--after takes');
  });

  test('shows page after page, each case once', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => `case-${n}`);
    for (const [n, stream] of rows.entries())
      await store.queue.put({
        stream,
        queue: 'case',
        version: 1,
        status: n % 2 === 0 ? 'filed' : 'closed',
        type: 'trade',
        mediator: null,
        deadline: null,
        since: new Date(n * 1_000).toISOString(),
      });
    const seen: string[] = [];
    let flags = ['--status', 'filed'];
    for (;;) {
      const lines = (await command(...flags)).split('\n');
      seen.push(...lines.filter(line => !line.startsWith('more')).map(line => line.split('  ')[0] ?? ''));
      const more = lines.find(line => line.startsWith('more'));
      if (more === undefined) break;
      flags = more.slice('more: npm run cases -- '.length).split(' ');
    }
    const filed = rows.filter((_, n) => n % 2 === 0).map(stream => stream.slice('case-'.length));
    expect(seen).toEqual(filed.toReversed());
  });

  test('makes its lists anew from the cases and conversations', async () => {
    const { number, conversation } = await file();
    await runtime.conversations.receive(conversation, { id: 'human', text: '转人工' });
    await command('assign', number, '王调解员');
    await runtime.settled();
    const before = [await command(), await command('--waiting')];
    expect(before[1]).toContain(conversation);
    await store.queue.remove(`case-${number}`);
    await store.queue.remove(`conversation-${conversation}`);
    const row = { version: 1, status: 'filed', type: null, mediator: null, deadline: null, since: '2026' };
    await store.queue.put({ ...row, stream: 'case-that-never-was', queue: 'case' });
    expect(await command('reindex')).toBe('1 case(s), 1 conversation(s) that a mediator may see');
    expect([await command(), await command('--waiting')]).toEqual(before);
  });
});

test('the bot tells how a case stands, as mediators move it', async () => {
  const { conversation, number } = await file();
  const asked = async (id: string): Promise<string> => {
    const { events } = await runtime.conversations.receive(conversation, { id, text: '处理到哪一步了' });
    return JSON.stringify(events.map(stored => stored.event));
  };
  expect(await asked('a')).toContain('等调解员查看');
  await command('status', number, 'waiting-for-person');
  expect(await asked('b')).toContain('等您这边');
  await command('status', number, 'closed');
  expect(await asked('c')).toContain('已经结束');
});

test('who waits for a person is in the list until they have one or wait no more', async () => {
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
  expect(await command('--waiting')).toBe('Nobody waits for a person.');
  await runtime.conversations.receive(conversation, { id: 'a', text: '转人工' });
  await runtime.settled();
  expect(await command('--waiting')).toBe('Nobody waits for a person.');
  await runtime.conversations.receive(conversation, { id: 'agreed', text: '好', choice: 'handoff:yes' });
  await runtime.settled();
  expect(await command('--waiting')).toContain(`conversation ${conversation}`);
  await runtime.conversations.receive(conversation, { id: 'b', text: '不等了' });
  await runtime.settled();
  expect(await command('--waiting')).toBe('Nobody waits for a person.');
});
