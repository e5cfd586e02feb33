import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TalkOrder } from '../../../src/console/desk.ts';
import type { SignalData } from '../../../src/signals/signals.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { SocketClient } from '../../support/socket-client.ts';

let server: TestServer;
const clients: SocketClient[] = [];
const wang = { id: 'wang', name: '王芳' };
let orders = 0;

beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  expect(server.errors.splice(0)).toEqual([]);
});
afterAll(() => server.stop());

async function connect(): Promise<SocketClient> {
  const client = await SocketClient.connect(server.url);
  clients.push(client);
  return client;
}

/** Somebody who has asked for a person and agreed. */
async function asking() {
  const client = await connect();
  const { conversation, token, cursor } = await client.open();
  client.say('ask', '转人工');
  await client.answerTo('ask');
  client.say('agree', '好', { choice: 'handoff:yes' });
  return { client, conversation, token, cursor };
}

const order = (conversation: string, what: object, by = wang) =>
  server.desk.talk(conversation, { id: `o${++orders}`, by, ...what } as TalkOrder);
const accept = (conversation: string, by = wang) =>
  order(conversation, { command: 'accept', instead: true }, by);
const withWhom = async (client: SocketClient) => (await client.next('handoff')).with;

describe('who speaks with the person', () => {
  test('is not told as long as it is the bot', async () => {
    const client = await connect();
    await client.open();
    client.say('m', '支付宝可以打12378协商吗');
    await client.answerTo('m');
    expect(client.frames.filter(frame => frame.type === 'handoff')).toEqual([]);
  });

  test('is told as it changes: at once that they wait, then their place, then who is there, then the bot', async () => {
    const { client, conversation } = await asking();
    expect(await withWhom(client)).toEqual({ state: 'waiting', queue: null });
    expect(await withWhom(client)).toEqual({
      state: 'waiting',
      queue: { place: 1, expects: { kind: 'unknown' } },
    });
    await accept(conversation);
    expect(await withWhom(client)).toEqual({ state: 'mediator', name: '王芳' });
    await accept(conversation, { id: 'li', name: '李明' });
    expect(await withWhom(client)).toEqual({ state: 'mediator', name: '李明' });
    await order(conversation, { command: 'return' }, { id: 'li', name: '李明' });
    expect(await withWhom(client)).toEqual({ state: 'bot' });
  });

  test('is told again to whoever comes back, from wherever they go on', async () => {
    const { client, conversation, token, cursor } = await asking();
    await withWhom(client);
    const { place } = (await withWhom(client)) as { place?: number };
    expect(place).toBeUndefined();
    for (const after of [0, cursor, 1e6]) {
      const again = await connect();
      again.send({ type: 'hello', conversation, token, after });
      expect(await withWhom(again)).toEqual({ state: 'waiting', queue: null });
      expect(await withWhom(again)).toMatchObject({ state: 'waiting', queue: { place: 1 } });
    }
    await accept(conversation);
    const later = await connect();
    later.send({ type: 'hello', conversation, token, after: 0 });
    expect(await withWhom(later)).toEqual({ state: 'mediator', name: '王芳' });
    await order(conversation, { command: 'close' });
    expect(await withWhom(later)).toEqual({ state: 'bot' });
  });

  test('no place is told any more to whom a mediator has joined, or who has given up', async () => {
    const [one, other] = [await asking(), await asking()];
    for (const { client } of [one, other]) for (let told = 0; told < 2; told++) await withWhom(client);
    await accept(one.conversation);
    other.client.say('stop', '不等了', { choice: 'act:stop-waiting' });
    expect(await withWhom(one.client)).toMatchObject({ state: 'mediator' });
    // It may be told that it moved up before it is told that it waits no more, never after.
    const told = other.client.frames.length;
    await other.client.answerTo('stop');
    await server.settled();
    await asking();
    const since = other.client.frames
      .slice(told)
      .flatMap(frame => (frame.type === 'handoff' ? frame.with : []));
    expect(since.at(-1)?.state).toBe('bot');
    expect(since.filter(({ state }) => state === 'bot')).toHaveLength(1);
    await order(one.conversation, { command: 'close' });
  });
});

describe('that somebody is writing', () => {
  function heard(): SignalData['typing'][] {
    const all: SignalData['typing'][] = [];
    server.signals.hear('typing', one => all.push(one));
    return all;
  }
  const pinged = async (client: SocketClient): Promise<void> => {
    client.send({ type: 'ping' });
    await client.next('pong');
  };

  test('is told to the mediator who is there, now and then, and to nobody else', async () => {
    const all = heard();
    const { client, conversation } = await asking();
    await withWhom(client);
    client.send({ type: 'typing' });
    await pinged(client);
    expect(all).toEqual([]);
    await accept(conversation);
    while ((await withWhom(client)).state !== 'mediator');
    for (let times = 0; times < 3; times++) client.send({ type: 'typing' });
    await pinged(client);
    expect(all).toEqual([{ conversation, by: 'person' }]);
    await order(conversation, { command: 'close' });
    while ((await withWhom(client)).state !== 'bot');
    client.send({ type: 'typing' });
    await pinged(client);
    expect(all).toHaveLength(1);
  });

  test('is told to the person only of the mediator who is there', async () => {
    const { client, conversation } = await asking();
    const tell = (mediator: string) =>
      server.signals.tell('typing', { conversation, by: 'mediator', mediator });
    await withWhom(client);
    tell('wang');
    await accept(conversation);
    while ((await withWhom(client)).state !== 'mediator');
    tell('li');
    tell('wang');
    await client.next('mediator-typing');
    await pinged(client);
    expect(client.frames.filter(frame => frame.type === 'mediator-typing')).toHaveLength(1);
    await order(conversation, { command: 'close' });
  });

  test('means nothing from a stranger, and closes nothing', async () => {
    const all = heard();
    const stranger = await connect();
    stranger.send({ type: 'typing' });
    await pinged(stranger);
    expect(all).toEqual([]);
  });
});
