import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TalkOrder } from '../../../src/console/desk.ts';
import type { Reply } from '../../../src/core/conversation/events.ts';
import { prometheusMetrics } from '../../../src/metrics/prometheus/prometheus-metrics.ts';
import type { Runtime } from '../../../src/runtime/runtime.ts';
import type { Store } from '../../../src/stores/store.ts';
import { type ModelServer, never, startModelServer } from '../../support/model-server.ts';
import { phraserWith, prompts, settings } from '../../support/phraser.ts';
import { fullTalk, running } from '../../support/running.ts';
import { sqliteStore } from '../../support/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-phrasing-'));
let server: ModelServer;
let store: Store;
let runtime: Runtime;
let files = 0;
const metrics = prometheusMetrics();
const story = { text: '我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我' };
const by = { draft: expect.any(String) as string, model: settings.model };
const okay = (draft: string): string => `好的，${draft}`;

beforeEach(async () => {
  server = await startModelServer();
  server.answer(({ draft }) => okay(draft));
  store = sqliteStore(join(folder, `${++files}.db`));
});
afterEach(async () => {
  await runtime.stop();
  await server.close();
  await store.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

function begin(timeoutMs = 10_000): void {
  const phraser = phraserWith({ baseUrl: server.url, timeoutMs });
  runtime = running(store, undefined, { phraser, metrics, acceptWithinMs: 1e12 });
}

const open = async (): Promise<string> =>
  (await runtime.conversations.open({ language: 'zh-CN', channel: 'test' })).conversation;

/** What was stored as said for one message. */
async function replies(conversation: string, message: string): Promise<Reply[]> {
  const events = await store.read(`conversation-${conversation}`);
  return events.flatMap(({ event }) =>
    event.type === 'BotReplied' && event.message === message ? event.replies : [],
  );
}

const phrased = (all: Reply[]): Reply[] => all.filter(reply => reply.phrasing);

/** @param veto the reasons that may be given, as alternatives of a pattern */
async function expectDrafts(conversation: string, veto: string): Promise<void> {
  const stored = phrased(await replies(conversation, 'a'));
  expect(stored.length).toBeGreaterThan(0);
  for (const { text, phrasing } of stored) {
    expect(text).toBe(phrasing?.draft);
    expect(phrasing?.veto).toMatch(new RegExp(`^(?:${veto})$`));
  }
}

describe('a turn with a model', () => {
  test('stores what is shown, the draft, the model and the instructions', async () => {
    begin();
    const conversation = await open();
    const outcome = await runtime.conversations.receive(conversation, { id: 'a', ...story });
    const stored = phrased(await replies(conversation, 'a'));
    expect(stored.length).toBeGreaterThan(0);
    for (const { text, phrasing } of stored) {
      expect(text).toBe(okay(phrasing?.draft ?? ''));
      expect(server.asked.map(({ draft }) => draft).join()).not.toContain('299');
      expect(phrasing).toEqual({ ...by, prompt: prompts.reply.hash, veto: null });
    }
    expect(outcome.state.lastReplies).toEqual(await replies(conversation, 'a'));
  });

  test('files the same case, with its summary worded for the mediator before it', async () => {
    begin();
    const conversation = await open();
    for (const [at, message] of fullTalk.entries())
      await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
    const events = (await store.read(`conversation-${conversation}`)).map(({ event }) => event);
    const filed = events.findIndex(event => event.type === 'CaseFiled');
    expect(events[filed - 1]).toMatchObject({
      type: 'SummaryPhrased',
      text: expect.stringMatching(/^好的，/) as string,
      phrasing: { ...by, prompt: prompts['case-summary'].hash, veto: null },
    });
    await runtime.settled();
    const { cases } = await runtime.desk.item(conversation);
    expect(cases[0]?.file.sheet.summary).toMatch(/^好的，/);
    expect(cases[0]?.file.sheet.summaryPhrasing?.veto).toBeNull();
  });

  test('asks once for the same message, and gives its first result again', async () => {
    begin();
    const conversation = await open();
    const first = await runtime.conversations.receive(conversation, { id: 'a', ...story });
    const asked = server.asked.length;
    server.answer(({ draft }) => `嗯，${draft}`);
    await runtime.stop();
    begin();
    const again = await runtime.conversations.receive(conversation, { id: 'a', ...story });
    expect(again.events).toEqual(first.events);
    expect(server.asked.length).toBe(asked);
  });
});

describe('the draft stands', () => {
  test.each([
    [
      'when the model says something else',
      () => '您放心，钱一定会退给您。',
      'claim|added|missing|force|values|question',
    ],
    ['when the model says nothing', () => ' ', 'unreadable'],
    [
      'when the provider fails',
      () => (response: { writeHead(code: number): { end(): void } }) => response.writeHead(500).end(),
      'failed',
    ],
    ['when the connection is cut', () => (response: { destroy(): void }) => response.destroy(), 'failed'],
  ])('%s', async (_, script, veto) => {
    begin();
    server.answer(script);
    const conversation = await open();
    await runtime.conversations.receive(conversation, { id: 'a', ...story });
    await expectDrafts(conversation, veto);
  });

  test('when the model never answers: the turn ends all the same', async () => {
    begin(150);
    server.answer(() => never);
    const conversation = await open();
    await runtime.conversations.receive(conversation, { id: 'a', ...story });
    await expectDrafts(conversation, 'timeout');
  });

  test('at once when the time was up before the turn had to be decided again', async () => {
    begin(400);
    server.answer(() => never);
    const conversation = await open();
    const turn = runtime.conversations.receive(conversation, { id: 'a', ...story });
    await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(0));
    const asked = server.asked.length;
    await runtime.conversations.takeFile(conversation, { name: 'a.txt', bytes: Buffer.from('聊天记录') });
    await turn;
    expect(phrased(await replies(conversation, 'a'))[0]?.phrasing?.veto).toBe('timeout');
    expect(server.asked.length).toBe(asked);
  });

  test('and nothing is said of it where the model’s words are the draft’s', async () => {
    begin();
    server.answer(({ draft }) => draft);
    const conversation = await open();
    await runtime.conversations.receive(conversation, { id: 'a', ...story });
    expect(phrased(await replies(conversation, 'a'))).toEqual([]);
  });
});

test('what the bot would have said is never stored when a mediator takes over while the model thinks', async () => {
  begin();
  const conversation = await open();
  for (const [at, message] of [{ text: '转人工' }, { text: '好', choice: 'handoff:yes' }].entries())
    await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
  await runtime.settled();

  const { promise: taken, resolve: goOn } = Promise.withResolvers<void>();
  server.asked.length = 0;
  server.answer(async ({ draft }) => {
    await taken;
    return okay(draft);
  });
  const turn = runtime.conversations.receive(conversation, { id: 'late', ...story });
  await vi.waitFor(() => expect(server.asked.length).toBeGreaterThan(0));
  const wang = { id: '王', name: '王' };
  const accept: TalkOrder = { id: '1', by: wang, command: 'accept', instead: false };
  await runtime.desk.talk(conversation, accept);
  goOn();
  const { events, state } = await turn;
  expect(state.handoff.state).toBe('mediator');
  expect(events.map(({ event }) => event.type)).toContain('UserSaid');
  expect(events.map(({ event }) => event.type)).not.toContain('BotReplied');
  expect(await replies(conversation, 'late')).toEqual([]);
});

test('what came of it is counted', async () => {
  const { text } = await metrics.page();
  for (const kind of ['shown', 'unchanged', 'vetoed', 'timeout', 'failed', 'unreadable'])
    expect(text).toMatch(new RegExp(`parley_rewordings_total\\{kind="${kind}"\\} [1-9]`));
  expect(text).toMatch(/parley_turn_seconds_count\{part="phrase"\} [1-9]/);
  begin();
});
