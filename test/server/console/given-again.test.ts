import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { ConsoleClient, firstSupervisor, joined } from '../../support/console.ts';
import { fullTalk } from '../../support/running.ts';
import { startServer, type TestServer } from '../../support/server.ts';

// An answer can get lost with the server or the line: whoever gives the order again has to hear that it was carried
// out, whatever anybody has done since.

const servers: TestServer[] = [];
let server: TestServer;
let boss: ConsoleClient;
let wang: ConsoleClient;
let wangId: string;
let liId: string;
let talk: string;
let number: string;

beforeEach(async () => {
  server = await startServer({}, undefined, { offerMs: 3_600_000 });
  servers.push(server);
  const { token } = await firstSupervisor(server);
  boss = ConsoleClient.of(server.url, token);
  const [one, other] = [
    await joined(server.staff, token, 'wang', 'mediator'),
    await joined(server.staff, token, 'li', 'mediator'),
  ];
  wang = ConsoleClient.of(server.url, one.token);
  [wangId, liId] = [one.account.id, other.account.id];
  const { conversation } = await server.conversations.open({ language: 'zh-CN', channel: 'test' });
  talk = `/conversations/${conversation}`;
  for (const [at, message] of [
    ...fullTalk,
    { text: '转人工' },
    { text: '好', choice: 'handoff:yes' },
  ].entries())
    await server.conversations.receive(conversation, { ...message, id: `m${at}` });
  await server.settled();
  const { cases } = await item();
  number = cases[0]?.file.number ?? '';
}, 30_000);
afterAll(() => Promise.all(servers.map(one => one.stop())));

interface Shown {
  deskVersion: number;
  cases: { file: { number: string }; version: number }[];
}
const item = async (): Promise<Shown> => (await boss.call('GET', talk)).body as unknown as Shown;
const caseVersion = async (): Promise<number> => (await item()).cases[0]?.version ?? 0;
const deeds = async (): Promise<string[]> => {
  const { body } = await boss.call('GET', `${talk}/history`);
  return (body['deeds'] as { what: string }[]).map(({ what }) => what).filter(what => what !== 'Looked');
};

async function bossTakesOver(): Promise<void> {
  expect((await boss.call('POST', `${talk}/accept`, { id: 'over', instead: true })).status).toBe(200);
  await server.settled();
  expect((await wang.call('GET', talk)).status).toBe(404);
}

type Given = [method: string, path: string, body: object];
const orders: Record<string, () => Promise<Given>> = {
  'a word': async () => ['POST', '/messages', { id: 'again', text: '请稍等' }],
  'a question': async () => ['POST', '/slot-requests', { id: 'again', slot: 'amount' }],
  'a file that is asked for': async () => ['POST', '/file-requests', { id: 'again', what: '付款截图' }],
  'an answer': async () => ['POST', '/answers', { id: 'again', faq: '12378-alipay' }],
  'going back to the bot': async () => ['POST', '/return', { id: 'again' }],
  'the end of the talk': async () => ['POST', '/close', { id: 'again' }],
  'a note': async () => ['POST', '/notes', { id: 'again', text: '她很着急' }],
  'who looks after it': async () => [
    'PUT',
    '/assignment',
    { id: 'again', mediator: liId, version: (await item()).deskVersion },
  ],
  'a status': async () => [
    'PUT',
    `/cases/${number}/status`,
    { id: 'again', status: 'in-progress', version: await caseVersion() },
  ],
  'a pause': async () => [
    'POST',
    `/cases/${number}/deadlines/answer/pause`,
    { id: 'again', reason: '等鉴定', version: await caseVersion() },
  ],
};

describe('an order that is given again', () => {
  test.each(
    Object.entries(orders),
  )('once a supervisor has taken over is answered as it was: %s', async (_, make) => {
    expect((await wang.call('POST', `${talk}/accept`, { id: 'accept' })).status).toBe(200);
    await server.settled();
    const [method, path, body] = await make();
    const first = await wang.call(method, talk + path, body);
    expect([first.status, first.body]).toEqual([path === '/notes' ? 204 : 200, expect.anything()]);
    await server.settled();
    await bossTakesOver();
    const before = await deeds();
    expect((await wang.call(method, talk + path, body)).status).toBe(first.status);
    expect((await wang.call('POST', `${talk}/accept`, { id: 'accept' })).status).toBe(200);
    expect((await wang.call(method, talk + path, { ...body, id: 'another' })).status).toBe(404);
    await server.settled();
    expect(await deeds()).toEqual(before);
  });

  test.each([
    'a status',
    'a pause',
  ])('once a colleague has changed the same is answered as it was: %s', async what => {
    expect((await wang.call('POST', `${talk}/accept`, { id: 'accept' })).status).toBe(200);
    await server.settled();
    const [method, path, body] = (await orders[what]?.()) ?? ['', '', {}];
    const first = await wang.call(method, talk + path, body);
    expect(first.status).toBe(200);
    const change = { id: 'boss', status: 'closed', outcome: 'agreed', reason: '谈好了' };
    const since = await boss.call('PUT', `${talk}/cases/${number}/status`, {
      ...change,
      version: await caseVersion(),
    });
    expect([since.status, since.body.error]).toEqual([200, undefined]);
    const before = await deeds();
    expect((await wang.call(method, talk + path, body)).status).toBe(200);
    expect((await wang.call(method, talk + path, { ...body, id: 'another' })).body.error).toBe('stale');
    expect(await deeds()).toEqual(before);
  });

  test("opens nothing else: neither another kind of order, nor what is somebody else's", async () => {
    expect((await wang.call('POST', `${talk}/accept`, { id: 'accept' })).status).toBe(200);
    expect((await wang.call('POST', `${talk}/notes`, { id: 'n', text: '她很着急' })).status).toBe(204);
    await server.settled();
    await bossTakesOver();
    const version = (await item()).deskVersion;
    const assignment = { id: 'n', mediator: wangId, version };
    expect((await wang.call('PUT', `${talk}/assignment`, assignment)).status).toBe(404);
    expect((await wang.call('POST', `${talk}/messages`, { id: 'accept', text: '还在吗' })).status).toBe(200);
    expect((await wang.call('POST', `${talk}/messages`, { id: 'over', text: '还在吗' })).status).toBe(404);
    expect(await deeds()).not.toContain('MediatorSaid');
  });
});
