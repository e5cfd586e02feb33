import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FiguresAnswer } from '../../../src/protocol/console/figures.ts';
import { ConsoleClient, firstSupervisor } from '../../support/console.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let boss: ConsoleClient;

beforeAll(async () => {
  server = await startServer();
  boss = ConsoleClient.of(server.url, (await firstSupervisor(server)).token);
  const { conversation } = await server.conversations.open({ language: 'zh-CN', channel: 'test' });
  // What a spreadsheet would take for a formula, were it let.
  await server.conversations.receive(conversation, { id: 'm', text: '=外星人能用借呗吗？' });
});
afterAll(() => server.stop());

const days = (from: string, to: string): string => `?from=${from}&to=${to}`;

test('the numbers of some days say which days, and in which zone', async () => {
  const { status, body } = await boss.call('GET', `/stats${days('2026-11-23', '2026-11-24')}`);
  expect(status).toBe(200);
  const figures = body as unknown as FiguresAnswer;
  expect(figures.zone).toBe('Asia/Shanghai');
  expect(figures.days.map(({ day, arrivals, unanswered }) => [day, arrivals, unanswered])).toEqual([
    ['2026-11-23', 0, 0],
    ['2026-11-24', 1, 1],
  ]);
});

test.each([
  ['days the wrong way round', '2026-11-24', '2026-11-23', '`to` is before `from`'],
  ['more days than a quarter', '2026-08-01', '2026-11-01', '93 days are more than 92'],
  ['a day that is none', '2026-02-30', '2026-03-01', 'query.from'],
])('%s are refused, and the answer says why', async (_, from, to, why) => {
  for (const path of ['/stats', '/stats.csv']) {
    const { status, body } = await boss.call('GET', path + days(from, to));
    expect([status, body.error]).toEqual([400, 'bad-request']);
    expect(String(body['fields'])).toContain(why);
  }
});

test('without days they are the last four weeks, and no more than a quarter', async () => {
  const { body } = await boss.call('GET', '/stats');
  const days = (body as unknown as FiguresAnswer).days.map(one => one.day);
  expect([days.length, days[0], days.at(-1)]).toEqual([28, '2026-10-28', '2026-11-24']);
  expect((await boss.call('GET', '/stats?last=93')).status).toBe(400);
});

test('a quarter is let be', async () => {
  expect((await boss.call('GET', `/stats${days('2026-08-02', '2026-11-01')}`)).status).toBe(200);
});

test('the table is one that a spreadsheet reads and runs nothing of, and taking it away is noted', async () => {
  const answer = await fetch(`${server.url}/api/console/stats.csv${days('2026-11-24', '2026-11-24')}`, {
    headers: boss.headers,
  });
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('parley-2026-11-24-2026-11-24.csv');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString().split('\r\n');
  expect(lines).toContain('arrivals,2026-11-24,1');
  expect(lines.find(line => line.includes('外星人'))).toMatch(/^unanswered-question,(外|'=)/);
  const { body } = await boss.call('GET', '/audit?what=figures-exported');
  expect(body['lines']).toMatchObject([{ details: { from: '2026-11-24', to: '2026-11-24' } }]);
});
