import { afterEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/limits/limits.ts';
import { type GuardedServer, guardedServer } from '../support/guarded-server.ts';
import { SocketClient } from '../support/socket-client.ts';

let server: GuardedServer;
const clients: SocketClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await server.stop();
});

async function connect(headers?: Record<string, string>): Promise<SocketClient> {
  const client = await SocketClient.connect(server.url, headers);
  clients.push(client);
  return client;
}
const soon = expect.toSatisfy((seconds: number) => seconds >= 1 && seconds <= 60);

describe('who does too much is asked to wait, and how long', () => {
  test('pages and scripts', async () => {
    server = await guardedServer({ pages: { times: 2, seconds: 60 } });
    const ask = (path: string): Promise<Response> => fetch(server.url + path);
    expect([(await ask('/')).status, (await ask('/widget.js')).status]).toEqual([200, 200]);
    const answer = await ask('/api/widget');
    expect(answer.status).toBe(429);
    const retryAfter = Number(answer.headers.get('retry-after'));
    expect(retryAfter).toEqual(soon);
    expect(await answer.json()).toEqual({ error: 'busy', retryAfter });
    for (const path of ['/healthz', '/readyz', '/metrics']) expect((await ask(path)).status).toBe(200);
  });

  test('sockets', async () => {
    server = await guardedServer({ connects: { times: 2, seconds: 60 } });
    await connect();
    await connect();
    await expect(connect()).rejects.toThrow('429');
    const wait = await new Promise<string | undefined>((resolve, reject) => {
      const { socket } = new SocketClient(server.url);
      socket.on('unexpected-response', (_request, { headers }) => resolve(headers['retry-after']));
      socket.on('open', () => reject(new Error('was let in')));
    });
    expect(Number(wait)).toEqual(soon);
  });

  test('new conversations', async () => {
    server = await guardedServer({ openings: { times: 1, seconds: 60 } });
    await (await connect()).open();
    const client = await connect();
    client.send({ type: 'open', language: 'zh-CN' });
    expect(await client.next('refused')).toMatchObject({ reason: 'busy', retryAfter: soon });
    expect(await client.closed()).toBe(1013);
  });

  test('tokens tried', async () => {
    server = await guardedServer({ returns: { times: 1, seconds: 60 } });
    const client = await connect();
    client.send({ type: 'hello', conversation: 'c', token: 'a', after: 0 });
    expect((await client.next('refused')).reason).toBe('unknown-conversation');
    client.send({ type: 'hello', conversation: 'c', token: 'b', after: 0 });
    expect(await client.next('refused')).toMatchObject({ reason: 'busy', retryAfter: soon });
  });

  test('messages of a conversation, in whatever tab, and of no other one', async () => {
    server = await guardedServer({ messages: { times: 2, seconds: 60 } });
    const [one, other] = [await connect(), await connect()];
    const { conversation, token } = await one.open();
    one.say('a', '你好');
    await one.answerTo('a');
    const tab = await connect();
    tab.send({ type: 'hello', conversation, token, after: 0 });
    tab.say('b', '你好');
    await tab.answerTo('b');
    one.say('c', '你好');
    expect(await one.next('refused')).toMatchObject({ id: 'c', reason: 'busy', retryAfter: soon });
    await other.open();
    other.say('d', '你好');
    await other.answerTo('d');
    expect(server.errors).toEqual([]);
  });

  test('messages of an address, and the one refused is taken when its time has come', async () => {
    server = await guardedServer({ sendings: { times: 1, seconds: 1 } });
    const client = await connect();
    await client.open();
    client.say('a', '你好');
    await client.answerTo('a');
    client.say('b', '你好');
    const { retryAfter = 0 } = await client.next('refused');
    expect(retryAfter).toBe(1);
    await new Promise(resolve => setTimeout(resolve, retryAfter * 1000));
    client.say('b', '你好');
    await client.answerTo('b');
  });

  test('frames that make no sense', async () => {
    server = await guardedServer({ noise: { times: 5, seconds: 60 } });
    const client = await connect();
    for (let count = 0; count < 6; count++) client.sendRaw('nonsense');
    expect(await client.closed()).toBe(1013);
  });

  test('files', async () => {
    server = await guardedServer({ files: { times: 1, seconds: 60 } });
    const { conversation, token } = await server.conversations.open({ language: 'en', channel: 'web' });
    const post = (): Promise<Response> => {
      const body = new FormData();
      body.append('file', new File(['a note'], 'a.txt'));
      const headers = { Authorization: `Bearer ${token}`, 'X-Parley-Conversation': conversation };
      return fetch(`${server.url}/api/evidence`, { method: 'POST', body, headers });
    };
    expect((await post()).status).toBe(201);
    const refused = await post();
    expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, soon]);
  });

  test('by the address a trusted proxy names, on pages and sockets alike', async () => {
    const once = { times: 1, seconds: 60 };
    server = await guardedServer({ pages: once, connects: once }, { trusted: ['loopback'] });
    const from = (address: string) => ({ 'X-Forwarded-For': address });
    const ask = async (address: string): Promise<number> =>
      (await fetch(server.url, { headers: from(address) })).status;
    expect([await ask('203.0.113.1'), await ask('203.0.113.2'), await ask('203.0.113.1')]).toEqual([
      200, 200, 429,
    ]);
    await connect(from('203.0.113.1'));
    await connect(from('203.0.113.2'));
    await expect(connect(from('203.0.113.1'))).rejects.toThrow('429');
  });

  test('a forged address evades nothing where no proxy is trusted', async () => {
    server = await guardedServer({ connects: { times: 1, seconds: 60 } });
    await connect({ 'X-Forwarded-For': '203.0.113.1' });
    await expect(connect({ 'X-Forwarded-For': '203.0.113.2' })).rejects.toThrow('429');
  });

  test('what was turned away is counted', async () => {
    server = await guardedServer({ connects: { times: 0, seconds: 60 } });
    await expect(connect()).rejects.toThrow('429');
    expect(await server.metrics()).toContain('parley_refusals_total{kind="too-many"} 1');
  });
});

describe('with the limits as they are', () => {
  test('an office that comes back all at once with what it wrote meanwhile never notices', async () => {
    server = await guardedServer(LIMITS);
    const people = 60;
    const each = 8;
    await Promise.all(
      Array.from({ length: people }, async () => {
        const client = await connect();
        await client.open();
        for (let count = 0; count < each; count++) {
          client.say(`m${count}`, '好');
          await client.answerTo(`m${count}`);
        }
        expect(client.frames.filter(frame => frame.type === 'refused')).toEqual([]);
      }),
    );
  }, 60_000);

  test('a flood on one conversation is stopped', async () => {
    server = await guardedServer(LIMITS);
    const client = await connect();
    await client.open();
    for (let count = 0; count < LIMITS.messages.times; count++) {
      client.say(`m${count}`, '好');
      await client.answerTo(`m${count}`);
    }
    client.say('one-more', '好');
    expect(await client.next('refused')).toMatchObject({ id: 'one-more', reason: 'busy', retryAfter: soon });
  }, 60_000);
});
