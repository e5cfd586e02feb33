import Fastify, { type FastifyInstance } from 'fastify';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { SignIns } from '../../../src/console/staff.ts';
import { openGate } from '../../../src/limits/gate.ts';
import { consoleApi } from '../../../src/server/console/console-api.ts';
import { openApi } from '../../../src/server/console/openapi.ts';
import { type ConsoleRoute, route } from '../../../src/server/console/route.ts';
import { consoleTable as table } from '../../support/console.ts';
import { secureHeaders } from '../../../src/server/secure-headers.ts';

let server: FastifyInstance;
const errors: unknown[] = [];
afterEach(async () => {
  errors.length = 0;
  await server.close();
});

/** Whoever has the key `li` is a mediator's system that may read the conversation `own`. */
async function serve(...routes: ConsoleRoute[]): Promise<void> {
  const signIns = {
    byKey: async (token: string) =>
      token === 'li' ? { kind: 'key', id: 'li', scopes: ['cases:read'] } : null,
  } as unknown as SignIns;
  server = Fastify();
  secureHeaders(server);
  await consoleApi(server, routes, {
    signIns,
    reach: { conversation: async (_, id) => id === 'own' },
    givenBefore: async () => null,
    gate: openGate,
    onError: error => errors.push(error),
  });
}

const ask = async (url: string, method: 'GET' | 'POST' = 'GET', body?: string) => {
  const answer = await server.inject({
    method,
    url: `/api/console${url}`,
    headers: { Authorization: 'Bearer li', ...(body ? { 'Content-Type': 'application/json' } : {}) },
    ...(body === undefined ? {} : { payload: body }),
  });
  return { status: answer.statusCode, headers: answer.headers, text: answer.body };
};

const open = { method: 'GET', summary: 'Something', who: 'mediator', scope: 'cases:read' } as const;

describe('a route of the table', () => {
  test('answers what it describes, and never more', async () => {
    const leaking: Record<string, unknown> = { name: 'a', password: 'geheim' };
    await serve(
      route({
        ...open,
        path: '/loose',
        answer: z.object({ name: z.string() }),
        handle: async () => leaking as never,
      }),
      route({
        ...open,
        path: '/strict',
        answer: z.strictObject({ name: z.string() }),
        handle: async () => leaking as never,
      }),
    );
    expect(JSON.parse((await ask('/loose')).text)).toEqual({ name: 'a' });
    const refused = await ask('/strict');
    expect([refused.status, JSON.parse(refused.text).error]).toEqual([500, 'failed']);
    expect(String(errors[0])).toContain('GET /strict');
    expect(String(errors[0])).not.toContain('geheim');
  });

  test('is answered without what was sent where that is wrong', async () => {
    await serve(
      route({
        ...open,
        method: 'POST',
        path: '/things',
        body: z.strictObject({ amount: z.number() }),
        answer: 'nothing',
        handle: async () => null,
      }),
    );
    const answers = [];
    for (const body of ['{"amount":"geheim"}', '{"geheim":1,"amount":1}', 'geheim', '']) {
      const { status, text } = await ask('/things', 'POST', body);
      expect(status).toBe(400);
      answers.push(text);
    }
    expect(answers.join('')).not.toContain('geheim');
    expect((await ask('/things', 'POST', '{"amount":1}')).status).toBe(204);
  });

  test('about an item that is not one’s own answers as if there were none', async () => {
    await serve(
      route({
        ...open,
        path: '/conversations/:id',
        of: 'conversation',
        params: z.strictObject({ id: z.string().max(20) }),
        answer: z.object({ id: z.string() }),
        handle: async ({ params }) => params,
      }),
    );
    expect((await ask('/conversations/own')).status).toBe(200);
    const others = await Promise.all(
      ['foreign', 'missing', 'x'.repeat(30)].map(id => ask(`/conversations/${id}`)),
    );
    expect(new Set(others.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(others[0]?.status).toBe(404);
  });

  test('gives files with their names', async () => {
    await serve(
      route({
        ...open,
        path: '/stats.csv',
        answer: { file: ['text/csv; charset=utf-8'] },
        handle: async () => ({ type: 'text/csv; charset=utf-8', name: '统计.csv', bytes: '日期\n' }),
      }),
    );
    const { headers, text } = await ask('/stats.csv');
    expect(text).toBe('日期\n');
    expect(headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''%E7%BB%9F%E8%AE%A1.csv");
  });

  test('that there is not is not found, and what fails says nothing of why', async () => {
    await serve(
      route({
        ...open,
        path: '/fails',
        answer: 'nothing',
        handle: () => Promise.reject(new Error('geheim')),
      }),
    );
    expect(JSON.parse((await ask('/nothing')).text).error).toBe('not-found');
    const { status, text } = await ask('/fails');
    expect([status, text.includes('geheim'), errors.length]).toEqual([500, false, 1]);
  });
});

describe('the description', () => {
  test('is valid OpenAPI 3.1 and has every route, with who may call it', async () => {
    await serve(...table);
    const served = JSON.parse((await ask('/openapi.json')).text);
    expect(served).toEqual(JSON.parse(JSON.stringify(openApi(table))));
    const { valid, errors } = await new Validator().validate(served);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    for (const { method, path, who, scope } of table) {
      const at = `/api/console${path.replaceAll(/:(\w+)/g, '{$1}')}`;
      const operation = served.paths[at]?.[method.toLowerCase()];
      const keys = scope === null ? [] : [{ key: [scope] }];
      expect(operation?.security, at).toEqual(who === 'anybody' ? [] : [{ session: [] }, ...keys]);
    }
  });

  test('can be read as a page that loads and runs nothing', async () => {
    await serve(...table);
    const { headers, text } = await ask('/docs');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+';/);
    expect(text).not.toMatch(/<script|https?:\/\//);
    for (const { path, summary } of table) {
      expect(text).toContain(path.replaceAll(/:(\w+)/g, '{$1}'));
      expect(text).toContain(summary);
    }
  });
});
