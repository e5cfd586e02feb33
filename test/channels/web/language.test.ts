import { afterEach, expect, test } from 'vitest';
import { SocketClient } from '../../support/socket-client.ts';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
afterEach(() => server.stop());

test('a language chosen in one tab is told to the other, with the entries that follow from it', async () => {
  server = await startServer();
  const here = await SocketClient.connect(server.url);
  const { conversation, token, cursor } = await here.open();
  const there = await SocketClient.connect(server.url);
  there.send({ type: 'hello', conversation, token, after: cursor });
  expect((await there.next('welcome')).language).toBe('zh-CN');
  await there.next('entries');

  here.say('m1', 'English', { choice: 'language:en' });

  expect(await there.next('entries')).toMatchObject({ language: 'en' });
  here.say('m2', 'hello');
  expect(await there.next('entries')).not.toHaveProperty('language');
  for (const client of [here, there]) client.close();
});
