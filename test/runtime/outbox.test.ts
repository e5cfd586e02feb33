import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JOB_POLICIES } from '../../src/runtime/job-policies.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import type { Jobs } from '../../src/jobs/jobs.ts';
import { type Metrics, noMetrics } from '../../src/metrics/metrics.ts';
import { READER } from '../../src/runtime/reactions/reactions.ts';
import type { Runtime, RuntimeOptions } from '../../src/runtime/runtime.ts';
import type { Append, Store } from '../../src/stores/store.ts';
import { fullTalk, running, WARNINGS_PLANNED } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const within = { timeout: 15_000, interval: 20 };
/** Short, so that a test need not wait long for what a dead process held. */
const LEASE_MS = 300;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let store: Store;
let jobs: Jobs;
let started: Runtime[];
let errors: unknown[];
/** Seconds, as the metrics tell of the runtime started last. */
let lag: () => number;
beforeEach(() => {
  store = memoryStore();
  started = [];
  errors = [];
  const retry = { attempts: 200, firstMs: 50, factor: 1, longestMs: 50 };
  jobs = sqliteJobs(':memory:', {
    policies: { ...JOB_POLICIES, reaction: { concurrency: 1, retry } },
    onError: () => {},
  });
});
afterEach(async () => {
  await Promise.all(started.map(one => one.stop()));
});

function start(over: Store, more: Partial<RuntimeOptions> = {}): Runtime {
  const metrics: Metrics = {
    ...noMetrics,
    watch(what, read) {
      if (what === 'reactions-lag-seconds') lag = read;
    },
  };
  const options = { leaseMs: LEASE_MS, metrics, ...more };
  const runtime = running(over, error => void errors.push(error), options);
  started.push(runtime);
  return runtime;
}

async function file({ conversations }: Runtime): Promise<{ conversation: string; number: string }> {
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  let number = '';
  for (const [at, message] of fullTalk.entries()) {
    const { state } = await conversations.receive(conversation, { ...message, id: `m${at}` });
    number = state.case?.number ?? '';
  }
  return { conversation, number };
}

const isOpen = async (number: string): Promise<boolean> => (await store.read(`case-${number}`)).length > 0;

/** The store as a process sees it for which appends to some streams fail while `isBroken`. */
function broken(isBroken: (to: Append) => boolean, probe = store.probe): Store {
  return {
    ...store,
    probe,
    async append(to) {
      if (isBroken(to)) throw new Error('it fails');
      return store.append(to);
    },
  };
}

describe('effects', () => {
  test('are carried out by one process at a time, whichever committed', async () => {
    const counted = [0, 0];
    const processes = counted.map((_, at) =>
      start({
        ...store,
        async saveCheckpoint(...place) {
          if (place[0] === READER) counted[at] = (counted[at] ?? 0) + 1;
          await store.saveCheckpoint(...place);
        },
      }),
    );
    const filed = await Promise.all(processes.map(file));
    for (const { number } of filed) await expect.poll(() => isOpen(number), within).toBe(true);
    await Promise.all(processes.map(one => one.settled()));
    expect(counted.toSorted((a, b) => a - b)[0]).toBe(0);
    expect(Math.max(...counted)).toBeGreaterThan(0);
  });

  test('go on in another process when one falls silent, and at once when it ends', async () => {
    let isSilent = false;
    const silent = running(
      { ...store, readAll: (...from) => (isSilent ? new Promise(() => {}) : store.readAll(...from)) },
      undefined,
      { leaseMs: LEASE_MS },
    );
    await silent.settled();
    isSilent = true;
    const other = start(store);
    const { number } = await file(silent);
    await expect.poll(() => isOpen(number), within).toBe(true);

    await other.stop();
    const hours = { leaseMs: 3_600_000 };
    const first = start(store, hours);
    await expect.poll(() => file(first).then(filed => isOpenSoon(first, filed.number)), within).toBe(true);
    await first.stop();
    const next = start(store, hours);
    const last = await file(next);
    await next.settled();
    expect(await isOpen(last.number)).toBe(true);
  });

  test('of one conversation do not keep those of another back, and are not forgotten for them', async () => {
    const stuck = new Set<string>();
    // Both lie there before either is read.
    const { promise: areFiled, resolve: read } = Promise.withResolvers<void>();
    const first = running(
      {
        ...store,
        append: to => (stuck.has(to.stream) ? new Promise(() => {}) : store.append(to)),
        readAll: (...from) => areFiled.then(() => store.readAll(...from)),
      },
      undefined,
      { leaseMs: LEASE_MS },
    );
    const original = store.append;
    store.append = async to => {
      const filed = to.events.find(event => event.type === 'CaseFiled');
      if (filed && stuck.size === 0) stuck.add(`case-${filed.number}`);
      return original(to);
    };
    const slow = await file(first);
    const quick = await file(first);
    read();
    await expect.poll(() => isOpen(quick.number), within).toBe(true);
    expect(await isOpen(slow.number)).toBe(false);

    // The first hangs for good, so another goes on from before what hangs.
    start(store);
    await expect.poll(() => isOpen(slow.number), within).toBe(true);
    expect(await store.read(`case-${quick.number}`)).toHaveLength(1);
  });

  test('that fail for a reason of their own become jobs, and those after them go on', async () => {
    let isBroken = true;
    let bad = '';
    const runtime = start(
      broken(({ stream }) => isBroken && stream === `case-${bad}`),
      { jobs },
    );
    const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
    for (const [at, message] of fullTalk.slice(0, -1).entries())
      await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
    const original = store.append;
    store.append = async to => {
      const filed = to.events.find(event => event.type === 'CaseFiled');
      if (filed && bad === '') bad = filed.number;
      return original(to);
    };
    await runtime.conversations.receive(conversation, { id: 'last', ...fullTalk.at(-1), text: '同意并提交' });
    const taken = await runtime.conversations.takeFile(conversation, { name: '凭证.png', bytes: png });
    if (!('taken' in taken)) throw new Error('refused');
    await runtime.conversations.receive(conversation, { id: 'late', text: '', evidence: [taken.taken.id] });
    const good = await file(runtime);
    await expect.poll(() => isOpen(good.number), within).toBe(true);
    expect(await isOpen(bad)).toBe(false);
    const kept = async (): Promise<number> => {
      const { waiting, running } = await jobs.counts();
      return waiting + running;
    };
    await expect.poll(kept, within).toBe(2 + WARNINGS_PLANNED);
    await expect.poll(lag, within).toBe(0);

    isBroken = false;
    await expect
      .poll(async () => (await store.read(`case-${bad}`)).map(({ event }) => event.type), within)
      .toEqual(['CaseOpened', 'EvidenceAdded']);
    await expect
      .poll(() => jobs.counts(), within)
      .toMatchObject({ waiting: 2 * WARNINGS_PLANNED, running: 0, done: 2 });
    expect(errors.map(String)).toContain('Error: it fails');
  });

  test('wait for a store that is away, and none is skipped or made a job', async () => {
    let isAway = true;
    const away = broken(
      ({ stream }) => isAway && stream.startsWith('case-'),
      async () => {
        if (isAway) throw new Error('the store is away');
      },
    );
    let now = Date.parse('2026-11-24T02:00:00.000Z');
    const runtime = start(away, { jobs, clock: { now: () => new Date(now).toISOString() } });
    const [one, other] = [await file(runtime), await file(runtime)];
    await expect.poll(() => errors.length, within).toBeGreaterThan(1);
    now += 60_000;
    expect(lag()).toBe(60);
    expect(await jobs.counts()).toEqual({ waiting: 0, running: 0, done: 0, dead: 0 });
    isAway = false;
    for (const { number } of [one, other]) await expect.poll(() => isOpen(number), within).toBe(true);
    await runtime.settled();
    expect(lag()).toBe(0);
    await expect
      .poll(() => jobs.counts(), within)
      .toEqual({ waiting: 2 * WARNINGS_PLANNED, running: 0, done: 0, dead: 0 });
  });

  test('of erased data are nothing', async () => {
    let isBroken = true;
    const runtime = start(
      broken(({ stream }) => isBroken && stream.startsWith('case-')),
      { jobs },
    );
    const { conversation, number } = await file(runtime);
    await expect.poll(async () => (await jobs.log(1)).length, within).toBe(1);
    await store.erase(conversation, [`conversation-${conversation}`]);
    isBroken = false;
    await expect
      .poll(() => jobs.counts(), within)
      .toMatchObject({ waiting: 0, running: 0, done: 1, dead: 0 });
    expect((await jobs.log(1))[0]?.note).toBe('erased meanwhile');
    expect(await isOpen(number)).toBe(false);
  });
});

async function isOpenSoon(runtime: Runtime, number: string): Promise<boolean> {
  await runtime.settled();
  return isOpen(number);
}
