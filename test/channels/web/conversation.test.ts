import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { SocketClient } from '../../support/socket-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
const clients: SocketClient[] = [];
const connect = async (): Promise<SocketClient> => {
  const client = await SocketClient.connect(server.url);
  clients.push(client);
  return client;
};

beforeAll(async () => {
  server = await startServer();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
  expect(server.errors.splice(0)).toEqual([]);
});
afterAll(() => server.stop());

describe('a conversation over the socket', () => {
  test('opens with the greeting', async () => {
    const client = await connect();
    const { conversation, token, greeting, cursor } = await client.open();
    expect(conversation.length).toBeGreaterThan(15);
    expect(token.length).toBeGreaterThan(30);
    expect(greeting.map(entry => entry.from)).toEqual(['bot']);
    expect(greeting[0]?.replies?.[0]?.act).toBe('greet');
    expect(cursor).toBeGreaterThanOrEqual(greeting.at(-1)?.version ?? Infinity);
  });

  test('a message comes back as an entry, and its answer after it', async () => {
    const client = await connect();
    await client.open();
    client.say('m-1', '支付宝可以打12378协商吗');
    const entries = await client.answerTo('m-1');
    expect(entries.map(entry => entry.from)).toEqual(['user', 'bot']);
    expect(entries[0]).toMatchObject({ message: 'm-1', text: '支付宝可以打12378协商吗' });
    expect(entries[1]?.replies?.length).toBeGreaterThan(0);
  });

  test('a message sent twice is there once', async () => {
    const client = await connect();
    const { conversation, token } = await client.open();
    client.say('m-1', '你好');
    client.say('m-1', '你好');
    client.say('m-2', '谢谢');
    await client.answerTo('m-2');
    const later = await connect();
    later.send({ type: 'hello', conversation, token, after: 0 });
    const all = await later.answerTo('m-2');
    expect(all.filter(entry => entry.message === 'm-1').map(entry => entry.from)).toEqual(['user', 'bot']);
  });

  test('two sockets see the same', async () => {
    const one = await connect();
    const { conversation, token, cursor } = await one.open();
    const other = await connect();
    other.send({ type: 'hello', conversation, token, after: cursor });
    expect(await other.next('welcome')).toEqual({ type: 'welcome', language: 'zh-CN' });
    expect((await other.next('entries')).entries).toEqual([]);
    one.say('a', '你好');
    const [here, there] = await Promise.all([one.answerTo('a'), other.answerTo('a')]);
    expect(there).toEqual(here);
    other.say('b', '我要投诉');
    const [again, same] = await Promise.all([one.answerTo('b'), other.answerTo('b')]);
    expect(again).toEqual(same);
  });

  test('goes on after the version seen last', async () => {
    const first = await connect();
    const { conversation, token } = await first.open();
    first.say('a', '你好');
    await first.answerTo('a');
    const seen = first.frames.findLast(frame => frame.type === 'entries')?.cursor ?? 0;
    first.close();
    await first.closed();
    await server.conversations.receive(conversation, { id: 'b', text: '还有一件事' });
    const second = await connect();
    second.send({ type: 'hello', conversation, token, after: seen });
    const missed = await second.answerTo('b');
    expect(missed.map(({ from, message }) => [from, message])).toEqual([
      ['user', 'b'],
      ['bot', 'b'],
    ]);
  });

  test('a file taken before the version seen last is shown later, also after a new start', async () => {
    const first = await connect();
    const { conversation, token } = await first.open();
    const file = { name: '截图.txt', bytes: Buffer.from('付款记录') };
    const answer = await server.conversations.takeFile(conversation, file);
    const id = 'taken' in answer ? answer.taken.id : '';
    first.say('a', '你好');
    await first.answerTo('a');
    const seen = first.frames.findLast(frame => frame.type === 'entries')?.cursor ?? 0;
    first.close();
    await first.closed();
    const { receive } = server.conversations;
    await receive(conversation, { id: 'b', text: '淘宝买的鞋299元，跟图片不一样', evidence: [id] });
    await receive(conversation, { id: 'c', text: '重新开始' });
    await receive(conversation, { id: 'd', text: '是的', choice: 'confirm:restart' });
    expect((await server.conversations.recall(conversation)).state.stored).toEqual({});
    const second = await connect();
    second.send({ type: 'hello', conversation, token, after: seen });
    const missed = await second.answerTo('d');
    expect(missed.map(entry => entry.message)).toEqual(['b', 'b', 'c', 'c', 'd', 'd']);
    expect(missed[0]?.files).toMatchObject([{ id, name: '截图.txt' }]);
  });

  test('a cursor beyond the end gets everything', async () => {
    const first = await connect();
    const { conversation, token, greeting } = await first.open();
    const second = await connect();
    second.send({ type: 'hello', conversation, token, after: 9_999 });
    expect((await second.next('entries')).entries).toEqual(greeting);
  });

  test('messages of one socket keep their order', async () => {
    const client = await connect();
    await client.open();
    const ids = Array.from({ length: 12 }, (_, index) => `m-${index}`);
    for (const id of ids) client.say(id, `第${id}句`);
    const entries = await client.answerTo('m-11');
    expect(entries.filter(entry => entry.from === 'user').map(entry => entry.message)).toEqual(ids);
  });

  test('too many messages at once are refused one by one, and those taken are answered', async () => {
    const client = await connect();
    await client.open();
    for (let index = 0; index < 40; index++) client.say(`m-${index}`, '你好');
    await client.next('refused');
    client.send({ type: 'ping' });
    await client.next('pong');
    const refused = client.frames.flatMap(frame => (frame.type === 'refused' ? [frame] : []));
    expect(refused.every(frame => frame.reason === 'busy' && frame.id !== undefined)).toBe(true);
    const last = Array.from({ length: 40 }, (_, index) => `m-${index}`).findLast(
      id => !refused.some(one => one.id === id),
    );
    await expect
      .poll(() =>
        client.frames.some(
          frame => frame.type === 'entries' && frame.entries.some(entry => entry.message === last),
        ),
      )
      .toBe(true);
  });

  test('a long transcript comes in parts that join without a gap', async () => {
    const first = await connect();
    const { conversation, token } = await first.open();
    for (let index = 0; index < 12; index++) {
      await server.conversations.receive(conversation, {
        id: `m-${index}`,
        text: `${index} ${'字'.repeat(9_000)}`,
      });
    }
    const second = await connect();
    second.send({ type: 'hello', conversation, token, after: 0 });
    const entries = await second.answerTo('m-11');
    const frames = second.frames.filter(frame => frame.type === 'entries');
    expect(frames.length).toBeGreaterThan(1);
    expect(entries.flatMap(entry => (entry.from === 'user' ? [entry.message] : []))).toEqual(
      Array.from({ length: 12 }, (_, index) => `m-${index}`),
    );
    for (const frame of frames.slice(0, -1)) expect(frame.cursor).toBe(frame.entries.at(-1)?.version);
  });
});
