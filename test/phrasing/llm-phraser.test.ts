import { afterEach, describe, expect, test, vi } from 'vitest';
import { prometheusMetrics } from '../../src/metrics/prometheus/prometheus-metrics.ts';
import { HALF_OPEN_AFTER, LONGEST_HOLD } from '../../src/phrasing/llm/circuit.ts';
import type { PhrasingRequest, Rewording } from '../../src/phrasing/phraser.ts';
import { APICallError } from 'ai';
import { generated, mockModel, silence } from '../support/mock-model.ts';
import { phraserWith, prompts, request, settings } from '../support/phraser.ts';

afterEach(() => vi.useRealTimers());

const open = (): AbortSignal => new AbortController().signal;
const saying = (text: string): PhrasingRequest => ({ ...request, text });
const failing = (statusCode: number, headers: Record<string, string> = {}): Error =>
  new APICallError({
    message: '王小明',
    url: 'https://api.example.com',
    requestBodyValues: {},
    statusCode,
    responseHeaders: headers,
  });
const outcome = (said: Rewording): string => ('failure' in said ? said.failure : said.text);

describe('what was said once', () => {
  test('is not asked for again, and is known by the hash of the instructions', async () => {
    const { model, calls } = mockModel(call => generated(`第${call}句`));
    const phraser = phraserWith({}, model);
    const first = await phraser.reword(request, open());
    expect(first).toEqual({ model: settings.model, prompt: prompts.reply.hash, text: '第0句' });
    expect(await phraser.reword({ ...request }, open())).toEqual(first);
    expect(calls()).toBe(1);
  });

  test.each([
    ['another task', { task: 'ask-again' }],
    ['another language', { language: 'en' }],
    ['another draft', { text: '⟦1⟧记下了。' }],
    ['another mood', { mood: 'upset' }],
    ['other words of the person', { words: '怎么还不退' }],
  ] as const)('is asked for anew with %s', async (_, other) => {
    const { model, calls } = mockModel(call => generated(`第${call}句`));
    const phraser = phraserWith({}, model);
    await phraser.reword(request, open());
    expect(outcome(await phraser.reword({ ...request, ...other }, open()))).toBe('第1句');
    expect(calls()).toBe(2);
  });

  test('is not kept when it failed', async () => {
    const { model } = mockModel(call => {
      if (call === 0) throw failing(500);
      return generated('好');
    });
    const phraser = phraserWith({}, model);
    expect(outcome(await phraser.reword(request, open()))).toBe('failed');
    expect(outcome(await phraser.reword(request, open()))).toBe('好');
  });
});

describe('the same asked at once', () => {
  test('is asked of the model once', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { model, calls } = mockModel(() => answered.then(() => generated('好')));
    const phraser = phraserWith({}, model);
    const both = [phraser.reword(request, open()), phraser.reword(request, open())];
    await vi.waitFor(() => expect(calls()).toBe(1));
    answer();
    expect((await Promise.all(both)).map(outcome)).toEqual(['好', '好']);
    expect(calls()).toBe(1);
  });

  test('goes on for one when the other’s time is up', async () => {
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    const { model, calls } = mockModel(() => answered.then(() => generated('好')));
    const phraser = phraserWith({}, model);
    const impatient = new AbortController();
    const first = phraser.reword(request, impatient.signal);
    const second = phraser.reword(request, open());
    await vi.waitFor(() => expect(calls()).toBe(1));
    impatient.abort();
    expect(outcome(await first)).toBe('timeout');
    answer();
    expect(outcome(await second)).toBe('好');
  });
});

describe('when the time is up', () => {
  test('the wait ends, and so does the call', async () => {
    let ended = false;
    const { model, calls } = mockModel((_, signal) => {
      signal.addEventListener('abort', () => (ended = true));
      return new Promise(() => {});
    });
    const phraser = phraserWith({}, model);
    const deadline = new AbortController();
    const said = phraser.reword(request, deadline.signal);
    await vi.waitFor(() => expect(calls()).toBe(1));
    deadline.abort();
    expect(outcome(await said)).toBe('timeout');
    await vi.waitFor(() => expect(ended).toBe(true));
  });

  test('before it began nobody is asked', async () => {
    const { model, calls } = mockModel(() => generated('好'));
    expect(outcome(await phraserWith({}, model).reword(request, AbortSignal.abort()))).toBe('timeout');
    expect(calls()).toBe(0);
  });

  test('also calls that cannot be ended leave room for others', async () => {
    const { model, calls } = mockModel(call => (call < 16 ? new Promise(() => {}) : generated('好')));
    const changes: string[] = [];
    const phraser = phraserWith({ warn: words => changes.push(words) }, model);
    const deadline = new AbortController();
    const lost = Array.from({ length: 16 }, (_, at) => phraser.reword(saying(`第${at}`), deadline.signal));
    await vi.waitFor(() => expect(calls()).toBe(16));
    deadline.abort();
    await Promise.all(lost);
    await vi.waitFor(() => expect(changes).toHaveLength(1));
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HALF_OPEN_AFTER });
    expect(outcome(await phraser.reword(saying('最后'), open()))).toBe('好');
  });

  test('of one that waits for its turn, it was never sent', async () => {
    const { model, calls } = mockModel((_, signal) => silence(signal));
    const phraser = phraserWith({}, model);
    const [others, late] = [new AbortController(), new AbortController()];
    const sent = Array.from({ length: 16 }, (_, at) => phraser.reword(saying(`第${at}`), others.signal));
    await vi.waitFor(() => expect(calls()).toBe(16));
    const waiting = phraser.reword(saying('最后'), late.signal);
    late.abort();
    expect(outcome(await waiting)).toBe('timeout');
    others.abort();
    expect(new Set((await Promise.all(sent)).map(outcome))).toEqual(new Set(['timeout']));
    expect(calls()).toBe(16);
  });
});

test('a model that cannot be loaded fails, and nothing else does', async () => {
  const phraser = phraserWith({}, Promise.reject(new Error('no such package')));
  expect(outcome(await phraser.reword(request, open()))).toBe('failed');
});

describe('the tokens of a day', () => {
  let now = '2026-11-24T02:00:00.000Z';
  const warned: string[] = [];
  const bounded = (dailyTokens: number, took: { in: number; out: number } | null = { in: 600, out: 40 }) => {
    now = '2026-11-24T02:00:00.000Z';
    warned.length = 0;
    const { model, calls } = mockModel((call, signal) =>
      call === 99 ? silence(signal) : generated('好', took),
    );
    const phraser = phraserWith({ dailyTokens, now: () => now, warn: words => warned.push(words) }, model);
    return { phraser, calls };
  };

  test('are not gone beyond, and begin anew at midnight in the zone', async () => {
    const { phraser, calls } = bounded(3_000);
    const said: string[] = [];
    for (let at = 0; at < 8; at++) said.push(outcome(await phraser.reword(saying(`第${at}句`), open())));
    expect(said.slice(0, 2)).toEqual(['好', '好']);
    expect(said.at(-1)).toBe('budget');
    const before = calls();
    expect(before * 640).toBeLessThanOrEqual(3_000);
    now = '2026-11-24T15:59:59.000Z';
    expect(outcome(await phraser.reword(saying('夜'), open()))).toBe('budget');
    now = '2026-11-24T16:00:00.000Z';
    expect(outcome(await phraser.reword(saying('晨'), open()))).toBe('好');
    expect(calls()).toBe(before + 1);
    expect(warned).toEqual(['all tokens of the day are used; drafts are shown as they are']);
  });

  test('are reckoned where the provider does not tell them', async () => {
    const { phraser, calls } = bounded(3_000, null);
    for (let at = 0; at < 20; at++) await phraser.reword(saying(`第${at}句`), open());
    expect(calls()).toBeGreaterThan(1);
    expect(calls()).toBeLessThan(10);
  });

  test('and the circuit do not confuse each other: a day without tokens is no failure of the model', async () => {
    const { phraser } = bounded(0);
    for (let at = 0; at < 10; at++) await phraser.reword(saying(`第${at}句`), open());
    expect(outcome(await phraser.reword(request, open()))).toBe('budget');
  });
});

describe('a model that fails', () => {
  const FAKED = {
    toFake: ['Date', 'setTimeout', 'clearTimeout'] as ('Date' | 'setTimeout' | 'clearTimeout')[],
  };

  test('is left alone after some failures in a row, tried once after a while, and then asked again', async () => {
    vi.useFakeTimers(FAKED);
    let isWell = false;
    const changes: string[] = [];
    const { model, calls } = mockModel(() => {
      if (!isWell) throw failing(503);
      return generated('好');
    });
    const phraser = phraserWith({ warn: words => changes.push(words) }, model);
    const next = async (): Promise<string> => outcome(await phraser.reword(request, open()));
    for (let at = 0; at < 5; at++) expect(await next()).toBe('failed');
    expect(await next()).toBe('circuit-open');
    expect(calls()).toBe(5);
    vi.advanceTimersByTime(HALF_OPEN_AFTER);
    expect(await next()).toBe('failed');
    expect(await next()).toBe('circuit-open');
    vi.advanceTimersByTime(HALF_OPEN_AFTER);
    isWell = true;
    expect(await next()).toBe('好');
    expect(calls()).toBe(7);
    expect(changes.at(0)).toContain('left alone');
    expect(changes.at(-1)).toContain('asked again');
  });

  test('now and then is not left alone', async () => {
    const { model } = mockModel(call => {
      if (call % 2 === 0) throw failing(500);
      return generated('好');
    });
    const phraser = phraserWith({}, model);
    const said: string[] = [];
    for (let at = 0; at < 20; at++) said.push(outcome(await phraser.reword(saying(`第${at}句`), open())));
    expect(said).not.toContain('circuit-open');
  });

  test('by never answering is left alone too', async () => {
    const { model } = mockModel((_, signal) => silence(signal));
    const phraser = phraserWith({}, model);
    const next = async (): Promise<string> => outcome(await phraser.reword(request, AbortSignal.timeout(20)));
    for (let at = 0; at < 5; at++) expect(await next()).toBe('timeout');
    await vi.waitFor(async () => expect(await next()).toBe('circuit-open'));
  });

  test.each([
    ['7', 7_000],
    ['86400', LONGEST_HOLD],
    ['soon', HALF_OPEN_AFTER],
  ])('because it is asked too often is left alone for what Retry-After: %s means', async (header, held) => {
    vi.useFakeTimers(FAKED);
    const { model, calls } = mockModel(call => {
      if (call === 0) throw failing(429, { 'retry-after': header });
      return generated('好');
    });
    const phraser = phraserWith({}, model);
    const next = async (): Promise<string> => outcome(await phraser.reword(request, open()));
    expect(await next()).toBe('rate-limited');
    vi.advanceTimersByTime(held - 1);
    expect(await next()).toBe('circuit-open');
    expect(calls()).toBe(1);
    vi.advanceTimersByTime(1);
    expect(await next()).toBe('好');
  });
});

test('tokens, costs, calls and what was known are counted', async () => {
  const metrics = prometheusMetrics();
  const { model } = mockModel(() => generated('好'));
  const phraser = phraserWith({ metrics, prices: { in: 2, out: 8 } }, model);
  await phraser.reword(request, open());
  await phraser.reword(request, open());
  const { text } = await metrics.page();
  expect(text).toContain('parley_model_words_total{kind="asked"} 1');
  expect(text).toContain('parley_model_words_total{kind="cached"} 1');
  expect(text).toContain('parley_model_tokens_total{kind="in"} 600');
  expect(text).toContain('parley_model_tokens_total{kind="out"} 40');
  expect(text).toContain('parley_model_cost_total{kind="in"} 0.0012');
  expect(text).toContain('parley_model_cost_total{kind="out"} 0.00032');
  expect(text).toContain('parley_model_seconds_count 1');
});
