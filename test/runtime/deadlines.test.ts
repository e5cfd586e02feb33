import { beforeEach, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import { decideCase } from '../../src/core/case/decide.ts';
import type { DeadlineCommand } from '../../src/core/case/decide-deadline.ts';
import type { CaseEvent } from '../../src/core/case/events.ts';
import type { Jobs, NewJob } from '../../src/jobs/jobs.ts';
import { sqliteJobs } from '../../src/jobs/sqlite/sqlite-jobs.ts';
import { runDeadline } from '../../src/runtime/deadline-jobs.ts';
import { JOB_POLICIES } from '../../src/runtime/job-policies.ts';
import { loadCase } from '../../src/runtime/load-case.ts';
import { changeCase } from '../../src/runtime/operator/change-case.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import { caseStream } from '../../src/runtime/streams.ts';
import type { Store } from '../../src/stores/store.ts';
import { meet, pause, resume } from '../support/deadline-case.ts';
import { clock, fullTalk, running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const onError = (error: unknown): never => {
  throw error;
};

let store: Store;
let runtime: Runtime;
let conversation: string;
let number: string;
/** What was put into the jobs, which themselves run nothing here: that they keep to their time is theirs to prove. */
let planned: NewJob[];
const jobs = (): Jobs => ({
  ...sqliteJobs(':memory:', { policies: JOB_POLICIES, onError }),
  add: async job => void planned.push(job),
  close: async () => {},
});

/** A case filed on Tuesday, 24 November, to be answered by Friday. */
beforeEach(async () => {
  planned = [];
  store = memoryStore();
  runtime = running(store, onError, { jobs: jobs() });
  ({ conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' }));
  for (const [at, message] of fullTalk.entries())
    await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
  await runtime.settled();
  number = planned.map(job => String(job.data.number)).find(one => one !== 'undefined') ?? '';
});

const plannedFor = (): string[] =>
  planned.map(({ data, due }) => `${data.deadline} ${data.warning} ${due?.slice(0, 16)}`);

async function command(...commands: DeadlineCommand[]): Promise<void> {
  for (const one of commands) {
    const { state, version } = await loadCase(store, number);
    const decision = decideCase(state, one);
    if ('refused' in decision) throw new Error(decision.refused);
    await store.append({
      stream: caseStream(number),
      owner: conversation,
      cause: `test:${version}`,
      at: clock.now(),
      expectedVersion: version,
      events: decision.events,
    });
  }
  await runtime.settled();
}

/** Runs the job planned for a warning at the morning of a day. */
async function run(warning: string, day: string): Promise<string> {
  const job = planned.findLast(one => one.data.warning === warning && one.data.day === day);
  if (!job) throw new Error(`nothing is planned for ${day}`);
  const now = { now: () => `${day}T01:00:00.000Z` };
  return runDeadline(job, { store, jobs: jobs(), calendar: chineseCalendar, clock: now });
}

const warnings = async (): Promise<string[]> =>
  (await store.read(caseStream(number))).flatMap(stored => {
    const event = stored.event as CaseEvent;
    return event.type === 'DeadlineWarned' ? [`${event.deadline} ${event.warning} ${event.due}`] : [];
  });

test('filing plans a warning for the working day before the answer is due, and one for the day after', () => {
  expect(plannedFor()).toEqual(['answer near 2026-11-26T01:00', 'answer breached 2026-11-28T01:00']);
});

test('each warning is given once, however often its job is run', async () => {
  expect(await run('near', '2026-11-26')).toBe('near');
  await run('near', '2026-11-26');
  expect(await run('breached', '2026-11-28')).toBe('breached');
  expect(await warnings()).toEqual(['answer near 2026-11-27', 'answer breached 2026-11-27']);
});

test('what was met is not warned of', async () => {
  await command(meet('answer', '2026-11-25'));
  expect(await run('near', '2026-11-26')).toBe('not any more: met');
  expect(await warnings()).toEqual([]);
});

test('a deadline that moved is warned of on its new day, and not on its old one', async () => {
  await command(pause('answer', '2026-11-25'));
  expect(await run('near', '2026-11-26')).toBe('not any more: paused');
  await command(resume('answer', '2026-12-02'));
  expect(plannedFor().slice(-2)).toEqual([
    'answer near 2026-12-03T01:00',
    'answer breached 2026-12-05T01:00',
  ]);
  expect(await run('breached', '2026-11-28')).toBe('not any more: running');
  await run('near', '2026-12-03');
  expect(await warnings()).toEqual(['answer near 2026-12-04']);
});

test('a case closed and taken up again is warned of again', async () => {
  await changeCase(
    store,
    number,
    { command: 'change-status', status: 'closed', reason: '', by: '王' },
    clock,
  );
  await runtime.settled();
  expect(await run('near', '2026-11-26')).toBe('not any more: ended');
  const again = { command: 'change-status', status: 'in-progress', reason: '', by: '王' } as const;
  await changeCase(store, number, again, clock);
  await runtime.settled();
  await run('near', '2026-11-26');
  expect(await warnings()).toEqual(['answer near 2026-11-27']);
});

test('a job whose case was erased has nothing to say', async () => {
  await store.erase(conversation, [caseStream(number)]);
  expect(await run('near', '2026-11-26')).toBe('erased meanwhile');
});

test('a job that is run before its day says so, and is tried again', async () => {
  const [job] = planned;
  if (!job) throw new Error('nothing is planned');
  const tools = { store, jobs: jobs(), calendar: chineseCalendar, clock };
  await expect(runDeadline(job, tools)).rejects.toThrow('a clock is wrong');
});
