import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openLog } from '../../src/logging/log.ts';
import type { Rewording } from '../../src/phrasing/phraser.ts';
import { completion } from '../support/model-server.ts';
import { phraserWith, prompts, request, settings } from '../support/phraser.ts';

const ORIGIN = 'https://api.example.com';
const PATH = '/v1/chat/completions';
const JSON_TYPE = { 'content-type': 'application/json' };

beforeAll(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());
afterAll(() => {
  nock.enableNetConnect();
  nock.restore();
});

const lines: string[] = [];
const log = openLog({
  level: 'debug',
  isPretty: false,
  output: { write: (line: string) => lines.push(line) },
});

const asks = (signal = AbortSignal.timeout(5_000)): Promise<Rewording> =>
  phraserWith({ baseUrl: `${ORIGIN}/v1`, warn: log.warn }).reword(request, signal);
const by = { model: settings.model, prompt: prompts.reply.hash };

describe('a provider', () => {
  test('is asked as its API wants it, and its words are taken', async () => {
    const bodies: unknown[] = [];
    const asked = nock(ORIGIN, { reqheaders: { authorization: `Bearer ${settings.apiKey}` } })
      .post(PATH, body => bodies.push(body) > 0)
      .reply(200, completion('\n好，⟦1⟧记下了。没有凭证也可以先提交。\n'), JSON_TYPE);
    expect(await asks()).toEqual({ ...by, text: '好，⟦1⟧记下了。没有凭证也可以先提交。' });
    expect(asked.isDone()).toBe(true);
    expect(bodies).toEqual([
      {
        model: 'loopback',
        temperature: 0.3,
        max_tokens: expect.any(Number) as number,
        messages: [
          { role: 'system', content: prompts.reply.text },
          { role: 'user', content: `<draft>${request.text}</draft>\n<mood>calm</mood>` },
        ],
      },
    ]);
    expect((bodies[0] as { max_tokens: number }).max_tokens).toBeLessThan(200);
  });

  test('that is slow is given up when the time is up', async () => {
    nock(ORIGIN).post(PATH).delay(60_000).reply(200, completion('晚了'), JSON_TYPE);
    expect(await asks(AbortSignal.timeout(50))).toEqual({ ...by, failure: 'timeout' });
    nock.abortPendingRequests();
  });

  test.each([
    ['an internal error', 500, '{"error":{"message":"王小明 is not known"}}', JSON_TYPE, 'failed'],
    [
      'a wrong key',
      401,
      '{"error":{"message":"Incorrect API key sk-test-0123456789abcdef"}}',
      JSON_TYPE,
      'failed',
    ],
    ['a gateway without words', 502, '<html>Bad gateway</html>', { 'content-type': 'text/html' }, 'failed'],
    [
      'too many requests',
      429,
      '{"error":{"message":"slow down"}}',
      { ...JSON_TYPE, 'retry-after': '7' },
      'rate-limited',
    ],
    ['broken JSON', 200, '{"choices":[{"mess', JSON_TYPE, 'unreadable'],
    ['a page in place of JSON', 200, '<html>Welcome</html>', { 'content-type': 'text/html' }, 'unreadable'],
    ['JSON of another kind', 200, '{"status":"ok"}', JSON_TYPE, 'unreadable'],
    ['no choice', 200, '{"id":"x","created":1,"model":"m","choices":[]}', JSON_TYPE, 'unreadable'],
    ['no words', 200, completion('  \n'), JSON_TYPE, 'unreadable'],
    ['words cut short', 200, completion('好，⟦1⟧记', { finish: 'length' }), JSON_TYPE, 'unreadable'],
    ['words held back', 200, completion('好', { finish: 'content_filter' }), JSON_TYPE, 'unreadable'],
    ['a way to another host', 307, '', { location: 'https://elsewhere.example.com/v1' }, 'failed'],
  ] as const)('that answers with %s gives no words', async (_, status, body, headers, failure) => {
    nock(ORIGIN).post(PATH).reply(status, body, headers);
    const elsewhere = nock('https://elsewhere.example.com')
      .post(/.*/)
      .reply(200, completion('好'), JSON_TYPE);
    expect(await asks()).toEqual({ ...by, failure });
    expect(elsewhere.isDone()).toBe(false);
  });

  test('that nobody reaches gives no words', async () => {
    nock(ORIGIN)
      .post(PATH)
      .replyWithError(Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }));
    expect(await asks()).toEqual({ ...by, failure: 'failed' });
  });

  test.each([
    ['in seconds', () => '7'],
    ['as a date', () => new Date(Date.now() + 7_000).toUTCString()],
    ['not at all', () => null],
  ])('that is asked too often is left alone, with the time told %s', async (_, header) => {
    const phraser = phraserWith({ baseUrl: `${ORIGIN}/v1`, warn: log.warn });
    const after = header();
    nock(ORIGIN)
      .post(PATH)
      .reply(429, '{}', { ...JSON_TYPE, ...(after === null ? {} : { 'retry-after': after }) });
    const again = nock(ORIGIN).post(PATH).reply(200, completion('好'), JSON_TYPE);
    expect(await phraser.reword(request, AbortSignal.timeout(5_000))).toEqual({
      ...by,
      failure: 'rate-limited',
    });
    expect(await phraser.reword(request, AbortSignal.timeout(5_000))).toEqual({
      ...by,
      failure: 'circuit-open',
    });
    expect(again.isDone()).toBe(false);
  });
});

test('what a provider says in an error, and the key, never get into the log', async () => {
  nock(ORIGIN)
    .persist()
    .post(PATH)
    .reply(500, `{"error":{"message":"王小明 ${settings.apiKey}"}}`, JSON_TYPE);
  const phraser = phraserWith({ baseUrl: `${ORIGIN}/v1`, warn: log.warn });
  lines.length = 0;
  for (let at = 0; at < 6; at++)
    await phraser.reword({ ...request, text: `${request.text}${at}` }, AbortSignal.timeout(5_000));
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ failure: 'failed', status: 500 });
  expect(lines.join('')).not.toMatch(/王小明|sk-test|凭证/);
});
