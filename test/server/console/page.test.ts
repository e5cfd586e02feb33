import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
const ask = (path: string): Promise<Response> => fetch(server.url + path, { redirect: 'manual' });

beforeAll(async () => {
  server = await startServer();
  const folder = join(server.dist, 'console');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<meta property="csp-nonce" nonce="PARLEY_NONCE">');
  writeFileSync(join(folder, 'assets/index-Ab_1-x.js'), `export const words = "${'console '.repeat(100)}";`);
});
afterAll(() => server.stop());

test('the page is never kept, and allows styles by a nonce of its own and scripts from here alone', async () => {
  const [one, other] = [await ask('/console/'), await ask('/console/')];
  expect(one.headers.get('cache-control')).toBe('no-store');
  const policy = one.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("script-src 'self';");
  const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
  expect(await one.text()).toBe(`<meta property="csp-nonce" nonce="${nonce}">`);
  expect(other.headers.get('content-security-policy')).not.toBe(policy);
});

test('what it loads is kept for good', async () => {
  const asset = await ask('/console/assets/index-Ab_1-x.js');
  expect(asset.status).toBe(200);
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(asset.headers.get('content-encoding')).toBe('gzip');
  expect(await asset.text()).toContain('console');
});

test('without its stroke the page is where it is with it', async () => {
  const answer = await ask('/console');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/console/']);
});

test.each([
  'missing.js',
  '..%2findex.html',
  '%2e%2e%2fwidget.js',
  'index.html',
  '.js',
])('nothing else is served: %s', async name =>
  expect((await ask(`/console/assets/${name}`)).status).toBe(404));
