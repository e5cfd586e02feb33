import { brotliDecompressSync } from 'node:zlib';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FOREIGN_ORIGIN, startServer, type TestServer, WIDGET_SCRIPT } from '../support/server.ts';

let server: TestServer;
const ask = (path: string, init?: RequestInit): Promise<Response> => fetch(server.url + path, init);

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('the demo page', () => {
  test.each([
    ['/', 'zh-CN', '机器人不是支付宝官方'],
    ['/?language=zh-CN', 'zh-CN', '机器人不是支付宝官方'],
    ['/?language=en', 'en', 'is not Alipay'],
    ['/?language=%3Cscript%3E', 'zh-CN', '机器人不是支付宝官方'],
    ['/?language=en&language=en', 'zh-CN', '机器人不是支付宝官方'],
  ])('%s is in %s, says what the bot is not, and embeds the widget by one script', async (path, language, honest) => {
    const answer = await ask(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const page = await answer.text();
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).toContain(honest);
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).toContain(`<script src="/widget.js" data-language="${language}" async></script>`);
    expect(page).toContain(`&lt;script src=&quot;${server.url}/widget.js&quot;`);
    expect(answer.headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(answer.headers.get('content-security-policy')).toContain(`ws://${new URL(server.url).host}`);
  });

  test.each([
    'evil.example; script-src *',
    'a"><script>',
    'x y',
  ])('a host %j does not get into it', async host => {
    const { body, policy } = await new Promise<{ body: string; policy: string }>(resolve => {
      get(server.url, { headers: { Host: host } }, response => {
        let text = '';
        response.on('data', chunk => (text += chunk));
        response.on('end', () =>
          resolve({ body: text, policy: String(response.headers['content-security-policy']) }),
        );
      });
    });
    expect(body).not.toContain(host);
    expect(policy).not.toContain(host);
  });
});

describe('the widget script', () => {
  test('is served with an ETag, and not sent again to who has it', async () => {
    const answer = await ask('/widget.js');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
    expect(await answer.text()).toBe(WIDGET_SCRIPT);
    const etag = answer.headers.get('etag') ?? '';
    const again = await ask('/widget.js', { headers: { 'If-None-Match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await ask('/widget.js', { headers: { 'If-None-Match': '"other"' } });
    expect(other.status).toBe(200);
  });

  test.each([
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip;q=0.5', 'gzip'],
    ['identity', undefined],
  ])('is compressed for who accepts %s', async (accepted, encoding) => {
    const headers = await new Promise<Record<string, unknown>>(resolve => {
      get(`${server.url}/widget.js`, { headers: { 'Accept-Encoding': accepted } }, response => {
        const chunks: Buffer[] = [];
        response.on('data', chunk => chunks.push(chunk));
        response.on('end', () => {
          if (encoding === 'br')
            expect(brotliDecompressSync(Buffer.concat(chunks)).toString()).toBe(WIDGET_SCRIPT);
          resolve(response.headers);
        });
      });
    });
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toContain('Accept-Encoding');
  });
});

describe('settings', () => {
  test('come in the language asked for, by default in the first one', async () => {
    const [none, chinese, english] = await Promise.all(
      ['', '?language=zh-CN', '?language=en'].map(async query => (await ask(`/api/widget${query}`)).json()),
    );
    expect(none).toEqual(chinese);
    expect(english).not.toEqual(chinese);
    expect(english).toMatchObject({ phones: ['95188'], limits: { maxFiles: 3 } });
  });

  test('an unknown language is an error of the caller', async () => {
    expect((await ask('/api/widget?language=tlh')).status).toBe(400);
  });
});

describe('other origins', () => {
  test.each(['/api/widget', '/widget.js'])('an allowed one may read %s, another may not', async path => {
    const allowed = await ask(path, { headers: { Origin: FOREIGN_ORIGIN } });
    expect(allowed.headers.get('access-control-allow-origin')).toBe(FOREIGN_ORIGIN);
    expect(allowed.headers.get('vary')).toContain('Origin');
    const other = await ask(path, { headers: { Origin: 'https://evil.example' } });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('access-control-allow-credentials')).toBeNull();
  });

  test('a preflight allows the upload to an allowed one only', async () => {
    const preflight = (origin: string): Promise<Response> =>
      ask('/api/evidence', {
        method: 'OPTIONS',
        headers: {
          Origin: origin,
          'Access-Control-Request-Method': 'POST',
          'Access-Control-Request-Headers': 'authorization',
        },
      });
    const allowed = await preflight(FOREIGN_ORIGIN);
    expect(allowed.status).toBe(204);
    expect(allowed.headers.get('access-control-allow-headers')).toBe('Authorization, X-Parley-Conversation');
    expect(allowed.headers.get('access-control-allow-methods')).toContain('POST');
    const other = await preflight('https://evil.example');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    expect(other.headers.get('access-control-allow-headers')).toBeNull();
  });

  test('the demo page is shared with nobody', async () => {
    const answer = await ask('/', { headers: { Origin: FOREIGN_ORIGIN } });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('every answer', () => {
  test.each([
    '/',
    '/widget.js',
    '/healthz',
    '/api/widget',
    '/nothing',
  ])('%s is guarded by its headers', async path => {
    const { headers } = await ask(path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).not.toBeNull();
  });

  test.each([
    ['headers', { headers: { 'X-Long': 'x'.repeat(20_000) } }, 431],
    [
      'a body that is no form',
      { method: 'POST', body: 'x'.repeat(20_000), headers: { 'Content-Type': 'application/json' } },
      413,
    ],
  ])('%s beyond measure are refused', async (_, init, status) => {
    expect((await ask('/api/evidence', init)).status).toBe(status);
  });

  test('what does not exist is JSON and 404', async () => {
    const answer = await ask('/../etc/passwd%00?token=geheim');
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not-found' }]);
  });

  test('health', async () => expect(await (await ask('/healthz')).json()).toEqual({ ok: true }));
});
