import { afterAll, beforeAll, expect, test } from 'vitest';
import { completion, type ModelServer, startModelServer } from '../support/model-server.ts';
import { phraserWith, request } from '../support/phraser.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

test('an answer whose connection is cut in the middle gives no words', async () => {
  server.answer(() => response => {
    const body = completion('好，⟦1⟧记下了。');
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    });
    response.write(body.slice(0, 40), () => response.destroy());
  });
  const phraser = phraserWith({ baseUrl: server.url });
  expect(await phraser.reword(request, AbortSignal.timeout(5_000))).toMatchObject({ failure: 'unreadable' });
});

test('a connection that is cut before the answer gives no words', async () => {
  server.answer(() => response => response.destroy());
  const phraser = phraserWith({ baseUrl: server.url });
  expect(await phraser.reword(request, AbortSignal.timeout(5_000))).toMatchObject({ failure: 'failed' });
});

test('a server of one’s own wants no key, and may not tell what it took', async () => {
  server.answer(() => response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(completion('好，⟦1⟧记下了。', { usage: null }));
  });
  const phraser = phraserWith({ baseUrl: server.url, apiKey: null });
  expect(await phraser.reword(request, AbortSignal.timeout(5_000))).toMatchObject({
    text: '好，⟦1⟧记下了。',
  });
  expect(server.asked.at(-1)?.headers.authorization).toBe('Bearer none');
});
