import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConsoleClient, firstSupervisor } from '../../support/console.ts';
import { fullTalk } from '../../support/running.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let boss: ConsoleClient;
let conversation: string;

beforeAll(async () => {
  server = await startServer();
  boss = ConsoleClient.of(server.url, (await firstSupervisor(server)).token);
  ({ conversation } = await server.conversations.open({ language: 'zh-CN', channel: 'test' }));
  for (const [at, message] of fullTalk.entries())
    await server.conversations.receive(conversation, { ...message, id: `m${at}` });
  await server.settled();
});
afterAll(() => server.stop());

interface Row {
  conversation: string;
  pressing: string;
  found?: { place: string; text: string; marks: [number, number][] }[];
}
const rowsIn = (body: object): Row[] => ('rows' in body ? (body.rows as Row[]) : []);

test('what is sought stands in the body, and what is found says where', async () => {
  const { status, body } = await boss.call('POST', '/inbox/search', { text: '名鞋匯' });
  expect(status).toBe(200);
  const [row] = rowsIn(body);
  expect(row).toMatchObject({ conversation, pressing: 'calm' });
  const [found] = row?.found ?? [];
  expect(found?.marks.map(([from, to]) => found.text.slice(from, to))).toEqual(['名鞋汇']);
  const nothing = await boss.call('POST', '/inbox/search', { text: '，。' });
  expect(nothing.body).toEqual({ rows: [], cursor: null });
});

test.each([
  ['type=trade&mediator=nobody&dueWithin=3&standing=new', 1],
  ['type=loan', 0],
  ['dueWithin=-1', 0],
  ['dueWithin=2', 0],
  ['standing=open', 0],
  ['safety=scam', 0],
])('the inbox is narrowed by %s, and what is found too', async (query, count) => {
  const listed = await boss.call('GET', `/inbox?view=all&${query}`);
  expect(rowsIn(listed.body)).toHaveLength(count);
  const { dueWithin, ...given } = Object.fromEntries(new URLSearchParams(query));
  const order = {
    text: '淘宝',
    ...given,
    ...(dueWithin === undefined ? {} : { dueWithin: Number(dueWithin) }),
  };
  expect(rowsIn((await boss.call('POST', '/inbox/search', order)).body)).toHaveLength(count);
});

test.each([
  [{ text: 'a'.repeat(201) }],
  [{ text: '淘宝', cursor: 'bm9uZQ' }],
  [{ text: '淘宝', limit: 51 }],
  [{ text: '淘宝', dueWithin: 1.5 }],
  [{ text: '淘宝', standing: 'lost' }],
  [{}],
])('a search that is not as described is refused: %o', async order => {
  const { status, body } = await boss.call('POST', '/inbox/search', order);
  expect([status, body.error]).toEqual([400, 'bad-request']);
  expect(JSON.stringify(body)).not.toContain('淘宝');
});

test('a deadline is paused by whoever has seen how it stands, and the refusal says what was done', async () => {
  const item = (await boss.call('GET', `/conversations/${conversation}`)).body as unknown as {
    cases: { file: { number: string }; version: number; deadlines: { id: string; daysLeft: number }[] }[];
  };
  const [filed] = item.cases;
  const path = (verb: string, deadline = 'answer') =>
    `/conversations/${conversation}/cases/${filed?.file.number}/deadlines/${deadline}/${verb}`;
  const { version } = filed ?? { version: 0 };
  expect(filed?.deadlines).toMatchObject([{ id: 'answer', daysLeft: 3 }]);
  const call = (verb: string, body: object, deadline?: string) =>
    boss.call('POST', path(verb, deadline), body);
  expect((await call('pause', { id: '1', version, reason: ' ' })).status).toBe(400);
  expect((await call('pause', { id: '1', version, reason: '等鉴定' })).status).toBe(200);
  expect((await call('meet', { id: '2', version })).body).toMatchObject({
    error: 'stale',
    changes: [{ what: 'DeadlinePaused', by: '王主任', detail: 'answer: 等鉴定' }],
  });
  expect((await call('meet', { id: '3', version }, 'named-1')).body.error).toBe('no-deadline');
});
