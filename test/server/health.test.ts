import { afterEach, describe, expect, test } from 'vitest';
import { Readiness } from '../../src/server/readiness.ts';
import type { Health } from '../../src/server/routes/health.ts';
import { type GuardedServer, guardedServer } from '../support/guarded-server.ts';

const TOKEN = 'only-for-prometheus';

let server: GuardedServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

const health = (reason: Awaited<ReturnType<Health['notReady']>>): Health => ({
  notReady: async () => reason,
  metrics: async () => ({ type: 'text/plain; version=0.0.4; charset=utf-8', text: 'parley_sockets 7\n' }),
});
const ask = async (path: string, headers: Record<string, string> = {}): Promise<[number, string]> => {
  const answer = await fetch((server?.url ?? '') + path, { headers });
  return [answer.status, await answer.text()];
};
const asked = (token: string) => ({ Authorization: `Bearer ${token}` });
const fromAfar = { 'X-Forwarded-For': '203.0.113.9' };

describe('without a token', () => {
  test('metrics and reasons are for private addresses', async () => {
    server = await guardedServer({}, { health: health('storage') });
    expect(await ask('/metrics')).toEqual([200, 'parley_sockets 7\n']);
    expect(await ask('/readyz')).toEqual([503, '{"ready":false,"reason":"storage"}']);
    expect(await ask('/healthz')).toEqual([200, '{"ok":true}']);
  });

  test.each([
    ['that is trusted', ['loopback']],
    ['that is not', []],
  ])('and not for the world behind a proxy %s', async (_, trusted) => {
    server = await guardedServer({}, { health: health('storage'), trusted });
    expect(await ask('/metrics', fromAfar)).toEqual([404, '{"error":"not-found"}']);
    expect(await ask('/readyz', fromAfar)).toEqual([503, '{"ready":false}']);
  });
});

test('with a token they are for who has it, from wherever', async () => {
  server = await guardedServer(
    {},
    { health: health('draining'), operatorToken: TOKEN, trusted: ['loopback'] },
  );
  expect((await ask('/metrics'))[0]).toBe(404);
  expect((await ask('/metrics', asked(`${TOKEN}x`)))[0]).toBe(404);
  expect((await ask('/metrics', { Authorization: TOKEN }))[0]).toBe(404);
  expect((await ask('/metrics', { ...asked(TOKEN), ...fromAfar }))[0]).toBe(200);
  expect(await ask('/readyz')).toEqual([503, '{"ready":false}']);
  expect(await ask('/readyz', asked(TOKEN))).toEqual([503, '{"ready":false,"reason":"draining"}']);
});

describe('readiness', () => {
  test('is for a server that has started, can store, and is not about to stop', async () => {
    const readiness = new Readiness(async () => {});
    expect(await readiness.notReady()).toBe('starting');
    readiness.serving();
    expect(await readiness.notReady()).toBeNull();
    readiness.draining();
    expect(await readiness.notReady()).toBe('draining');
  });

  test('asks the store now and then, however often it is asked itself', async () => {
    let probes = 0;
    let isFull = true;
    const readiness = new Readiness(async () => {
      probes++;
      if (isFull) throw new Error('disk full');
    });
    readiness.serving();
    const answers = await Promise.all(Array.from({ length: 50 }, () => readiness.notReady()));
    expect([new Set(answers), probes]).toEqual([new Set(['storage']), 1]);
    isFull = false;
    await expect.poll(() => readiness.notReady(), { timeout: 10_000 }).toBeNull();
  });

  test('does not wait for ever for a store that gives no answer', async () => {
    const readiness = new Readiness(() => new Promise(() => {}));
    readiness.serving();
    expect(await readiness.notReady()).toBe('storage');
  });
});
