import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Conversations } from '../../src/channels/channel.ts';
import { UploadAnswer } from '../../src/protocol/upload.ts';
import { limits } from '../support/running.ts';
import { SocketClient } from '../support/socket-client.ts';
import { startServer, type TestServer } from '../support/server.ts';

/** A picture of one pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let server: TestServer;
let owner: Awaited<ReturnType<Conversations['open']>>;
let takeFile: Conversations['takeFile'] | null = null;

beforeAll(async () => {
  server = await startServer({}, real => ({
    ...real,
    takeFile: (...given) => (takeFile ?? real.takeFile)(...given),
  }));
});
beforeEach(async () => {
  owner = await server.conversations.open({ language: 'zh-CN', channel: 'web' });
});
afterEach(() => {
  takeFile = null;
  server.errors.splice(0);
});
afterAll(() => server.stop());

const as = ({ conversation, token } = owner): Record<string, string> => ({
  Authorization: `Bearer ${token}`,
  'X-Parley-Conversation': conversation,
});

async function post(
  bytes: Uint8Array,
  name: string,
  headers = as(),
): Promise<{ status: number; answer: unknown }> {
  const body = new FormData();
  body.append('file', new File([new Uint8Array(bytes)], name));
  const answer = await fetch(`${server.url}/api/evidence`, { method: 'POST', body, headers });
  return { status: answer.status, answer: await answer.json() };
}

describe('a file', () => {
  test('is taken with its hash, and shown once a message refers to it, in a later connection too', async () => {
    const { status, answer } = await post(PNG, '聊天 记录😀.png');
    expect(status).toBe(201);
    const parsed = UploadAnswer.parse(answer);
    if (!('taken' in parsed)) throw new Error('refused');
    const { taken } = parsed;
    expect(taken).toMatchObject({ name: '聊天 记录😀.png', mime: 'image/png', size: PNG.length });
    expect(taken.sha256).toBe(createHash('sha256').update(PNG).digest('hex'));

    const client = await SocketClient.connect(server.url);
    client.send({ type: 'hello', ...owner, after: 0 });
    const { cursor } = await client.next('entries');
    client.close();
    const later = await SocketClient.connect(server.url);
    later.send({ type: 'hello', ...owner, after: cursor });
    later.say('m-1', '这是截图', { evidence: [taken.id] });
    const [own] = await later.answerTo('m-1');
    const { sha256: _, ...shown } = taken;
    expect(own).toMatchObject({ from: 'user', files: [shown] });
    later.close();
  });

  test.each([
    ['empty', Buffer.alloc(0), 'a.png', 422],
    ['wrong-type', Buffer.from('MZ\0\0\x03'), 'a.exe', 422],
    ['broken', PNG.subarray(0, 40), 'a.png', 422],
  ])('that is %s is refused with its reason', async (reason, bytes, name, status) => {
    expect(await post(bytes, name)).toEqual({ status, answer: { refused: { name, reason } } });
  });

  test('too many files are refused', async () => {
    for (let index = 0; index < limits.maxFiles; index++) {
      const text = Buffer.from(`第${index}份说明`);
      expect((await post(text, `${index}.txt`)).status).toBe(201);
    }
    expect(await post(PNG, 'one-more.png')).toEqual({
      status: 422,
      answer: { refused: { name: 'one-more.png', reason: 'too-many' } },
    });
  });

  test.each([
    ['by one byte', limits.maxBytes + 1],
    ['by far', limits.maxBytes * 40],
  ])('that is too large %s is read to its end and answered', async (_, size) => {
    expect(await post(Buffer.alloc(size), 'large.png')).toEqual({
      status: 413,
      answer: { refused: { name: 'large.png', reason: 'too-large' } },
    });
  });

  test('of just the largest size is not too large', async () => {
    expect(await post(Buffer.alloc(limits.maxBytes, 'a'), 'a.txt')).toMatchObject({ status: 201 });
  });

  test('that could not be saved is said to be, and may be sent again', async () => {
    takeFile = async () => {
      throw new Error('disk full');
    };
    const refused = { name: 'a.png', reason: 'not-saved' };
    expect(await post(PNG, 'a.png')).toEqual({ status: 503, answer: { refused } });
    expect(server.errors.map(String)).toEqual(['Error: disk full']);
    takeFile = null;
    expect((await post(PNG, 'a.png')).status).toBe(201);
  });

  test('with an endless name is refused under a short one that keeps its ending', async () => {
    const { answer } = await post(Buffer.alloc(limits.maxBytes + 1), `${'长'.repeat(500)}.png`);
    const { refused } = answer as { refused: { name: string } };
    expect(refused.name.length).toBeLessThanOrEqual(120);
    expect(refused.name.endsWith('长.png')).toBe(true);
  });
});

describe('who may upload', () => {
  test.each<[string, () => Record<string, string>]>([
    ['no token', () => ({ 'X-Parley-Conversation': owner.conversation })],
    ['no conversation', () => ({ Authorization: `Bearer ${owner.token}` })],
    ['a wrong token', () => as({ ...owner, token: `${owner.token}x` })],
    ['an unknown conversation', () => as({ ...owner, conversation: 'never' })],
    ['another scheme', () => ({ ...as(), Authorization: `Basic ${owner.token}` })],
  ])('nobody with %s', async (_, headers) => {
    takeFile = async () => {
      throw new Error('must not be reached');
    };
    const { status, answer } = await post(PNG, 'a.png', headers());
    expect([status, answer]).toEqual([401, { error: 'unauthorized' }]);
    expect(server.errors).toEqual([]);
  });

  test('nor for the conversation of another', async () => {
    const other = await server.conversations.open({ language: 'en', channel: 'web' });
    expect((await post(PNG, 'a.png', as({ ...owner, token: other.token }))).status).toBe(401);
  });

  test('a token in the address counts for nothing', async () => {
    const query = `?token=${owner.token}&conversation=${owner.conversation}`;
    const answer = await fetch(`${server.url}/api/evidence${query}`, {
      method: 'POST',
      body: new FormData(),
    });
    expect(answer.status).toBe(401);
  });

  test('a large file without a token is answered, not cut off', async () => {
    expect((await post(Buffer.alloc(8 * 1024 * 1024), 'a.png', {})).status).toBe(401);
  });
});

describe('a request that is no upload', () => {
  const send = (body: RequestInit['body'], headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}/api/evidence`, {
      method: 'POST',
      body: body ?? null,
      headers: { ...as(), ...headers },
    });

  test('a form without a file', async () => {
    const body = new FormData();
    body.append('note', 'no file here');
    const answer = await send(body);
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'no-file' }]);
  });

  test('JSON', async () => {
    expect((await send('{}', { 'Content-Type': 'application/json' })).status).toBe(415);
  });

  test.each([
    '',
    'garbage',
    '--b\r\n\r\n',
    '--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nabc',
  ])('a form that breaks off: %j', async body => {
    takeFile = async () => {
      throw new Error('a file that broke off was taken');
    };
    const answer = await send(body, { 'Content-Type': 'multipart/form-data; boundary=b' });
    expect(answer.status).toBe(400);
    expect(server.errors).toEqual([]);
  });

  test('a form without a boundary', async () => {
    expect((await send('x', { 'Content-Type': 'multipart/form-data' })).status).toBe(400);
  });

  test('a connection that is lost in the middle of a file takes nothing', async () => {
    let isTaken = false;
    takeFile = async () => {
      isTaken = true;
      return { refused: { name: 'a', reason: 'broken' } };
    };
    const { hostname, port } = new URL(server.url);
    const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nhalf of it';
    const head = Object.entries(as())
      .map(([key, value]) => `${key}: ${value}\r\n`)
      .join('');
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/evidence HTTP/1.1\r\nHost: ${hostname}\r\n${head}Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 9999\r\n\r\n${part}`,
    );
    await new Promise(resolve => setTimeout(resolve, 100));
    socket.destroy();
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(isTaken).toBe(false);
    expect((await post(PNG, 'a.png')).status).toBe(422);
  });
});
