import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { JOB_POLICIES } from '../../src/runtime/job-policies.ts';
import { casesCommand } from '../../src/runtime/operator/cases.ts';
import { jobsCommand } from '../../src/runtime/operator/jobs.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/stores/store.ts';
import { signedWebhooks } from '../../src/webhooks/signed-webhooks.ts';
import { noWebhooks, type Webhooks } from '../../src/webhooks/webhooks.ts';
import { Receiver } from '../support/receiver.ts';
import { clock, fullTalk, running, WARNINGS_PLANNED } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const within = { timeout: 15_000, interval: 20 };
const secrets = [`whsec_${Buffer.alloc(32, 1).toString('base64')}`];

let receivers: Receiver[];
let webhooks: Webhooks;
let store: Store;
let jobs: Jobs;
let runtime: Runtime;
beforeEach(async () => {
  receivers = [await Receiver.start(), await Receiver.start()];
  webhooks = signedWebhooks({ urls: receivers.map(({ url }) => url), secrets, allowPrivate: true });
  store = memoryStore();
  const retry = { attempts: 3, firstMs: 10, factor: 1, longestMs: 10 };
  jobs = sqliteJobs(':memory:', {
    policies: { ...JOB_POLICIES, webhook: { concurrency: 2, retry } },
    onError: () => {},
  });
  runtime = running(store, undefined, { jobs, webhooks });
});
afterEach(async () => {
  await runtime.stop();
  await Promise.all(receivers.map(one => one.stop()));
});

const heard = (at = 0): { id: string; type: string; timestamp: string; data: Record<string, unknown> }[] =>
  (receivers[at]?.received ?? []).map(({ headers, body }) => ({
    id: headers['webhook-id'] ?? '',
    ...(JSON.parse(body) as { type: string; timestamp: string; data: Record<string, unknown> }),
  }));
const types = (at = 0): string[] => heard(at).map(one => one.type);

async function file(): Promise<{ conversation: string; number: string }> {
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
  let number = '';
  for (const [at, message] of fullTalk.entries()) {
    const { state } = await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
    number = state.case?.number ?? '';
  }
  return { conversation, number };
}

describe("an operator's own systems", () => {
  test('are told of a case and of who waits for a person, each once, without anything personal', async () => {
    const { conversation, number } = await file();
    for (const at of [0, 1]) await expect.poll(() => types(at), within).toEqual(['case.filed']);
    const data = { conversation, number, negotiation: 'trade', deadline: '2026-11-27' };
    expect(heard()[0]).toEqual({
      id: expect.stringMatching(/^evt_[0-9a-f]{32}$/) as string,
      type: 'case.filed',
      timestamp: clock.now(),
      data: { ...data, status: 'filed' },
    });
    expect(heard(1)[0]?.id).toBe(heard()[0]?.id);

    await casesCommand(store, chineseCalendar, ['status', number, 'closed', '张女士', '13800138000'], clock);
    await expect
      .poll(() => heard().at(-1), within)
      .toMatchObject({
        type: 'case.status-changed',
        data: { ...data, status: 'closed' },
      });
    await runtime.conversations.receive(conversation, { id: 'a', text: '转人工' });
    await expect
      .poll(() => heard().at(-1), within)
      .toMatchObject({
        type: 'handoff.requested',
        data: { ...data, status: 'requested' },
      });
    await runtime.conversations.receive(conversation, { id: 'b', text: '不等了' });
    await expect.poll(() => types(), within).toHaveLength(4);
    expect(types().at(-1)).toBe('handoff.cancelled');
    expect(new Set(heard().map(one => one.id)).size).toBe(4);
    expect(JSON.stringify(heard())).not.toMatch(/张女士|13800138000|鞋/);
  });

  test('are not told again when an effect runs again', async () => {
    await file();
    await expect.poll(() => types(), within).toEqual(['case.filed']);
    await runtime.settled();
    await store.release('reactions-0', '');
    await store.saveCheckpoint('reactions', 0, 0);
    const again = running({ ...store, lease: async () => true }, undefined, {
      jobs: { ...jobs, work: () => {}, close: async () => {} },
      webhooks,
    });
    await again.settled();
    await expect
      .poll(() => jobs.counts(), within)
      .toEqual({ waiting: WARNINGS_PLANNED, running: 0, done: 2, dead: 0 });
    expect([types(0), types(1)]).toEqual([['case.filed'], ['case.filed']]);
    await again.stop();
  });

  test('get the same message again until they have taken it', async () => {
    const [first] = receivers;
    if (!first) throw new Error('no receiver');
    first.answer = (response, count) => response.writeHead(count < 3 ? 503 : 200).end();
    await file();
    await expect.poll(() => types(), within).toHaveLength(3);
    expect(new Set(heard().map(one => one.id)).size).toBe(1);
    await expect
      .poll(() => jobs.counts(), within)
      .toEqual({ waiting: WARNINGS_PLANNED, running: 0, done: 2, dead: 0 });
    const log = await jobsCommand(jobs, webhooks, ['log']);
    expect(log).toMatch(/attempt 1 {2}failed {2}\d+ ms {2}Error: 127\.0\.0\.1:\d+ answered 503/);
    expect(log).toMatch(/attempt 3 {2}done {2}\d+ ms {2}200 127\.0\.0\.1:\d+/);
    expect(log).not.toContain('key=secret');
  });

  test.each([
    [410, 1, /GiveUp: 127\.0\.0\.1:\d+ answered 410: it wants this no more/],
    [302, 3, /Error: 127\.0\.0\.1:\d+ answered 302/],
    [500, 3, /Error: 127\.0\.0\.1:\d+ answered 500/],
  ])('that answer %i are tried %i time(s), and it is shown', async (status, attempts, why) => {
    for (const one of receivers)
      one.answer = response => response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end();
    await file();
    await expect.poll(async () => (await jobs.counts()).dead, within).toBe(2);
    expect(types()).toHaveLength(attempts);
    expect(await jobsCommand(jobs, webhooks, [])).toMatch(why);
  });

  test('that are no targets any more get nothing', async () => {
    const [first] = webhooks.targets;
    if (!first) throw new Error('no target');
    await runtime.stop();
    const job = {
      target: 'gone',
      name: 'old.example',
      id: 'evt_1',
      type: 'case.filed',
      timestamp: clock.now(),
    };
    jobs = sqliteJobs(':memory:', { policies: JOB_POLICIES, onError: () => {} });
    await jobs.add({ id: 'webhook-evt_1-gone', kind: 'webhook', data: job });
    runtime = running(memoryStore(), undefined, { jobs, webhooks });
    await expect
      .poll(async () => (await jobs.dead(1))[0]?.reason, within)
      .toBe('GiveUp: old.example is no target any more');
  });
});

test('npm run jobs -- webhook-test says what each target answers', async () => {
  const [, second] = receivers;
  if (!second) throw new Error('no receiver');
  second.answer = response => response.writeHead(401).end();
  const said = await jobsCommand(jobs, webhooks, ['webhook-test']);
  expect(said.split('\n')).toEqual([
    expect.stringMatching(/^127\.0\.0\.1:\d+ {2}204 {2}\d+ ms$/),
    expect.stringMatching(/^127\.0\.0\.1:\d+ {2}401 {2}\d+ ms$/),
  ]);
  expect(types()).toEqual(['webhook.test']);
  await second.stop();
  expect(await jobsCommand(jobs, webhooks, ['webhook-test'])).toContain('ECONNREFUSED');
  receivers = receivers.slice(0, 1);
  expect(await jobsCommand(jobs, noWebhooks, ['webhook-test'])).toContain('WEBHOOK_URLS');
});
