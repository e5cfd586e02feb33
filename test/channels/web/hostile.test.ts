import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UPLOAD_PATH } from '../../../src/protocol/agreed.ts';
import { SocketClient } from '../../support/socket-client.ts';
import { FOREIGN_ORIGIN, startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
const connect = (headers?: Record<string, string>): Promise<SocketClient> =>
  SocketClient.connect(server.url, headers);

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('who may speak for a conversation', () => {
  test.each([
    ['another token', (token: string) => token.replace(/^./, first => (first === 'A' ? 'B' : 'A'))],
    ['no token', () => ''],
    ['the token and more', (token: string) => `${token}A`],
  ])('not one with %s', async (_, change) => {
    const owner = await connect();
    const { conversation, token } = await owner.open();
    const thief = await connect();
    thief.send({ type: 'hello', conversation, token: change(token), after: 0 });
    expect(await thief.next('refused')).toEqual({ type: 'refused', reason: 'unknown-conversation' });
    thief.say('x', '你好');
    expect(await thief.next('refused')).toEqual({ type: 'refused', reason: 'unknown-conversation', id: 'x' });
    owner.say('a', '你好');
    await owner.answerTo('a');
    expect(thief.frames.some(frame => frame.type === 'entries')).toBe(false);
  });

  test('not one with the token of another conversation', async () => {
    const one = await (await connect()).open();
    const other = await (await connect()).open();
    const thief = await connect();
    thief.send({ type: 'hello', conversation: one.conversation, token: other.token, after: 0 });
    expect((await thief.next('refused')).reason).toBe('unknown-conversation');
  });

  test('a conversation that never was is unknown, and a new one can be opened on the same socket', async () => {
    const client = await connect();
    client.send({ type: 'hello', conversation: 'never', token: 'x', after: 0 });
    expect((await client.next('refused')).reason).toBe('unknown-conversation');
    await client.open();
    client.say('a', '你好');
    await client.answerTo('a');
  });

  test('a socket speaks for one conversation only', async () => {
    const one = await (await connect()).open();
    const client = await connect();
    const { conversation } = await client.open();
    client.send({ type: 'hello', conversation: one.conversation, token: one.token, after: 0 });
    expect((await client.next('refused')).reason).toBe('malformed');
    client.say('mine', '你好');
    await client.answerTo('mine');
    expect(conversation).not.toBe(one.conversation);
  });

  test.each([
    ['a page of the server itself', () => new URL(server.url).origin, true],
    ['an allowed page', () => FOREIGN_ORIGIN, true],
    ['any other page', () => 'https://evil.example', false],
    ['a page that only begins like an allowed one', () => `${FOREIGN_ORIGIN}.evil.example`, false],
    ['a page without an origin', () => 'null', false],
  ])('the socket opens for %s: %#', async (_, origin, isAllowed) => {
    const opened = connect({ Origin: origin() });
    if (isAllowed) await (await opened).open();
    else await expect(opened).rejects.toThrow('403');
  });
});

describe('frames nobody should send', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', '{"type":"say"'],
    ['null', 'null'],
    ['a number', '7'],
    ['an unknown type', '{"type":"eval"}'],
    ['a field too many', '{"type":"open","language":"en","conversation":"x"}'],
    ['a language Parley does not speak', '{"type":"open","language":"tlh"}'],
    ['a prototype', '{"__proto__":{"type":"open","language":"en"}}'],
    ['very deep nesting', `{"type":"say","message":${'['.repeat(400_000)}${']'.repeat(400_000)}}`],
  ])('%s is malformed', async (_, data) => {
    const client = await connect();
    client.sendRaw(data);
    expect(await client.next('refused')).toEqual({ type: 'refused', reason: 'malformed' });
    await client.open();
  });

  test('bytes are malformed', async () => {
    const client = await connect();
    client.sendRaw(Buffer.from('{"type":"open","language":"en"}'));
    expect((await client.next('refused')).reason).toBe('malformed');
  });

  test('a message with something wrong is refused by its id', async () => {
    const client = await connect();
    await client.open();
    client.sendRaw(JSON.stringify({ type: 'say', message: { id: 'm-1', text: 7 } }));
    expect(await client.next('refused')).toEqual({ type: 'refused', reason: 'malformed', id: 'm-1' });
  });

  test('a message that is too long is refused by its id, and the longest one is taken', async () => {
    const client = await connect();
    await client.open();
    client.say('long', '长'.repeat(100_001));
    expect(await client.next('refused')).toEqual({ type: 'refused', reason: 'too-long', id: 'long' });
    client.say('fits', '\u0001'.repeat(100_000));
    await client.answerTo('fits');
  });

  test('a frame beyond all measure closes its own socket and no other', async () => {
    const [client, other] = await Promise.all([connect(), connect()]);
    client.sendRaw('x'.repeat(1024 * 1024 + 1));
    expect(await client.closed()).toBe(1009);
    await other.open();
  });

  test('a file that was never uploaded is not shown', async () => {
    const client = await connect();
    await client.open();
    client.say('a', '看看这个', { evidence: ['nobody-s-file'] });
    const [own] = await client.answerTo('a');
    expect(own?.files).toBeUndefined();
  });

  test('whatever arrives, the server answers and goes on', async () => {
    const frameLike = fc.record(
      {
        type: fc.oneof(fc.constantFrom('hello', 'say', 'ping', 'open'), fc.string()),
        conversation: fc.anything(),
        token: fc.anything(),
        after: fc.oneof(fc.integer(), fc.double(), fc.anything()),
        language: fc.anything(),
        message: fc.oneof(
          fc.anything(),
          fc.record({ id: fc.anything(), text: fc.string({ unit: 'binary' }) }),
        ),
      },
      { requiredKeys: [] },
    );
    const client = await connect();
    await client.open();
    const anything = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      frameLike.map(frame => JSON.stringify(frame, withoutBigInts)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 8 }), async frames => {
        for (const frame of frames) client.sendRaw(frame);
        client.send({ type: 'ping' });
        await client.next('pong');
      }),
      { numRuns: 150 },
    );
    client.say('still-here', '你好');
    await client.answerTo('still-here');
    expect(server.errors).toEqual([]);
  });
});

const withoutBigInts = (_: string, value: unknown): unknown =>
  typeof value === 'bigint' ? Number(value) : value;

test.each(['/', '/api/socket/', UPLOAD_PATH, '/api/socketx'])('no socket opens at %s', async path => {
  const answer = await fetch(server.url + path, { headers: { Connection: 'keep-alive' } });
  expect(answer.status).toBeLessThan(500);
  const { WebSocket } = await import('ws');
  const socket = new WebSocket(server.url.replace('http', 'ws') + path);
  const status = await new Promise(resolve => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode));
    socket.on('error', () => {});
  });
  socket.terminate();
  expect(status).toBe(404);
});
