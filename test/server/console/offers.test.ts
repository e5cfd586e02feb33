import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { CONSOLE_SOCKET } from '../../../src/protocol/console/agreed.ts';
import type { InboxAnswer, Offers } from '../../../src/protocol/console/desk.ts';
import { ConsoleServerFrame } from '../../../src/protocol/console/frames.ts';
import { ConsoleClient, firstSupervisor, joined } from '../../support/console.ts';
import { startServer, type TestServer } from '../../support/server.ts';

const within = { timeout: 10_000, interval: 20 };
let server: TestServer;
let boss: ConsoleClient;
const people: Record<string, { id: string; client: ConsoleClient; told: ConsoleServerFrame[] }> = {};
const sockets: WebSocket[] = [];

beforeAll(async () => {
  server = await startServer({}, undefined, { offerMs: 3_600_000 });
  const { token } = await firstSupervisor(server);
  boss = ConsoleClient.of(server.url, token);
  for (const login of ['li', 'wang']) {
    const signedIn = await joined(server.staff, token, login, 'mediator');
    const client = ConsoleClient.of(server.url, signedIn.token);
    people[login] = { id: signedIn.account.id, client, told: [] };
  }
}, 30_000);
afterAll(async () => {
  for (const socket of sockets) socket.terminate();
  await server.stop();
});

function somebody(login: string) {
  const one = people[login];
  if (!one) throw new Error(`there is no ${login}`);
  return one;
}

/** Opens a console and goes on duty. */
async function begins(login: string): Promise<void> {
  const { client, told } = somebody(login);
  const socket = new WebSocket(server.url.replace('http', 'ws') + CONSOLE_SOCKET, {
    headers: { Cookie: client.headers['Cookie'] ?? '', Origin: server.url },
  });
  sockets.push(socket);
  socket.on('message', (data: Buffer) => told.push(ConsoleServerFrame.parse(JSON.parse(data.toString()))));
  await once(socket, 'open');
  expect((await client.call('PATCH', '/me', { onDuty: true })).status).toBe(200);
}

async function waits(): Promise<string> {
  const { conversations } = server;
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  await conversations.receive(conversation, { id: 'a', text: '转人工' });
  await conversations.receive(conversation, { id: 'b', text: '好', choice: 'handoff:yes' });
  await server.settled();
  return conversation;
}

/** What somebody is asked to join, as the latest frame and as the route say. */
async function asked(login: string): Promise<{ frame: string[]; route: string[] }> {
  const { client, told } = somebody(login);
  const idsOf = ({ rows }: Offers): string[] => rows.map(row => row.conversation);
  const last = told.findLast(frame => frame.type === 'inbox');
  const { body } = await client.call('GET', '/offers');
  return { frame: last ? idsOf(last.offers) : [], route: idsOf(body as unknown as Offers) };
}
const both = (...ids: string[]) => ({ frame: ids, route: ids });
const decline = (login: string, conversation: string, id: string) =>
  somebody(login).client.call('POST', `/conversations/${conversation}/decline`, { id });

test('whose turn it is hears it, the others see it, and only who is asked can pass it on', async () => {
  await begins('li');
  const conversation = await waits();
  await expect.poll(() => asked('li'), within).toEqual(both(conversation));
  const { body } = await somebody('wang').client.call('GET', '/inbox?view=waiting');
  const { rows } = body as unknown as InboxAnswer;
  expect(rows.map(row => row.offer?.mediator)).toEqual([somebody('li').id]);
  const refused = await decline('wang', conversation, 'w1');
  expect([refused.status, refused.body.error]).toEqual([409, 'not-offered']);
  await begins('wang');
  expect((await decline('li', conversation, 'l1')).status).toBe(200);
  expect((await decline('li', conversation, 'l1')).status).toBe(200);
  expect((await decline('li', conversation, 'l2')).body.error).toBe('not-offered');
  await expect.poll(() => asked('wang'), within).toEqual(both(conversation));
  await expect.poll(() => asked('li'), within).toEqual(both());
  const accepted = await somebody('li').client.call('POST', `/conversations/${conversation}/accept`, {
    id: 'faster',
  });
  expect(accepted.status).toBe(200);
  await expect.poll(() => asked('wang'), within).toEqual(both());
});

test('who is asked may see what somebody else looks after who is not there, and nobody beside them', async () => {
  const conversation = await waits();
  await expect.poll(() => asked('wang'), within).toEqual(both(conversation));
  const see = (login: string) => somebody(login).client.call('GET', `/conversations/${conversation}`);
  const { body } = await boss.call('GET', `/conversations/${conversation}`);
  const me = (await boss.call('GET', '/session')).body['id'];
  const version = body['deskVersion'];
  const given = await boss.call('PUT', `/conversations/${conversation}/assignment`, {
    ...{ id: 'hand', mediator: me, version },
  });
  expect(given.status).toBe(200);
  await expect
    .poll(async () => (await asked('li')).route.length + (await asked('wang')).route.length, within)
    .toBe(1);
  const [who, other] = (await asked('li')).route.length === 1 ? ['li', 'wang'] : ['wang', 'li'];
  expect([(await see(who)).status, (await see(other)).status]).toEqual([200, 404]);
});
