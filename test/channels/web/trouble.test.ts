import { afterEach, describe, expect, test } from 'vitest';
import { SocketClient } from '../../support/socket-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
let isStopped = false;
const stop = async (): Promise<void> => {
  if (!isStopped) await server.stop();
  isStopped = true;
};
const start = async (...options: Parameters<typeof startServer>): Promise<void> => {
  server = await startServer(...options);
  isStopped = false;
};
afterEach(stop);

describe('when the runtime fails', () => {
  test('a message that could not be saved is refused by its id, and can be sent again', async () => {
    let isFull = true;
    await start({}, real => ({
      ...real,
      receive: async (conversation, message) => {
        if (isFull) throw new Error('disk full');
        return real.receive(conversation, message);
      },
    }));
    const client = await SocketClient.connect(server.url);
    await client.open();
    client.say('a', '你好');
    expect(await client.next('refused')).toEqual({ type: 'refused', reason: 'not-saved', id: 'a' });
    expect(server.errors.map(String)).toEqual(['Error: disk full']);
    isFull = false;
    client.say('a', '你好');
    await client.answerTo('a');
  });

  test('a conversation that cannot be read is not called unknown: the client hears why and is to come back', async () => {
    await start({}, real => ({
      ...real,
      admits: async () => {
        throw new Error('disk broken');
      },
    }));
    const client = await SocketClient.connect(server.url);
    client.send({ type: 'hello', conversation: 'c', token: 't', after: 0 });
    expect(await client.closed()).toBe(1013);
    expect(client.frames).toEqual([{ type: 'refused', reason: 'not-saved' }]);
    expect(server.errors.map(String)).toEqual(['Error: disk broken']);
  });

  test('what a person said is in no error', async () => {
    await start();
    const client = await SocketClient.connect(server.url);
    await client.open();
    client.sendRaw('{"type":"say","message":{"id":"a","text":"我的秘密","more":1}}');
    client.sendRaw('我的秘密');
    await client.next('refused');
    await client.next('refused');
    expect(server.errors).toEqual([]);
  });
});

describe('sockets come and go', () => {
  test('a slow turn holds back no other conversation, and its message is kept though its socket is gone', async () => {
    const held = Promise.withResolvers<void>();
    await start({}, real => ({
      ...real,
      receive: async (conversation, message) => {
        if (message.id === 'slow') await held.promise;
        return real.receive(conversation, message);
      },
    }));
    const slow = await SocketClient.connect(server.url);
    const { conversation, token } = await slow.open();
    slow.say('slow', '等一等');
    slow.say('after', '再说一句');
    const other = await SocketClient.connect(server.url);
    await other.open();
    other.say('quick', '你好');
    await other.answerTo('quick');
    slow.close();
    await slow.closed();
    held.resolve();
    const again = await SocketClient.connect(server.url);
    again.send({ type: 'hello', conversation, token, after: 0 });
    const entries = await again.answerTo('after');
    expect(entries.flatMap(entry => (entry.from === 'user' ? [entry.message] : []))).toEqual([
      'slow',
      'after',
    ]);
  });

  test('an answer that takes long is announced', async () => {
    const held = Promise.withResolvers<void>();
    await start({}, real => ({
      ...real,
      receive: async (conversation, message) => {
        await held.promise;
        return real.receive(conversation, message);
      },
    }));
    const client = await SocketClient.connect(server.url);
    await client.open();
    client.say('slow', '等一等');
    await client.next('typing');
    held.resolve();
    await client.answerTo('slow');
  });

  test('stopping tells clients to come back, after the answer under way', async () => {
    const reached = Promise.withResolvers<void>();
    await start({}, real => ({
      ...real,
      receive: (conversation, message) => {
        reached.resolve();
        return real.receive(conversation, message);
      },
    }));
    const client = await SocketClient.connect(server.url);
    const { conversation } = await client.open();
    client.say('last', '你好');
    await reached.promise;
    await stop();
    expect(await client.closed()).toBe(1012);
    let seen = 0;
    (
      await server.conversations.follow(conversation, 0, events => {
        seen += events.filter(({ event }) => event.type === 'UserSaid').length;
      })
    )();
    expect(seen).toBe(1);
  });

  test('a half-open socket is dropped, a living one is not', async () => {
    await start({ heartbeat: 40 });
    const [dead, living] = await Promise.all([
      SocketClient.connect(server.url),
      SocketClient.connect(server.url),
    ]);
    await Promise.all([dead.open(), living.open()]);
    // What a lost network looks like from here: nothing is read and nothing is answered.
    dead.socket.pause();
    await new Promise(resolve => setTimeout(resolve, 200));
    dead.socket.resume();
    expect(await dead.closed()).toBe(1006);
    living.say('a', '你好');
    await living.answerTo('a');
  });

  test('who never says who it is, is sent away', async () => {
    await start({ heartbeat: 30 });
    const client = await SocketClient.connect(server.url);
    expect(await client.closed()).toBe(4408);
  });

  test('beyond the most sockets nobody else is let in until one leaves', async () => {
    await start({ maxSockets: 1 });
    const one = await SocketClient.connect(server.url);
    await expect(SocketClient.connect(server.url)).rejects.toThrow('503');
    one.close();
    await one.closed();
    const connects = (): Promise<boolean> =>
      SocketClient.connect(server.url).then(
        () => true,
        () => false,
      );
    await expect.poll(connects).toBe(true);
  });
});
