import { beforeEach, describe, expect, test } from 'vitest';
import type { Done, InboxRow, TalkOrder } from '../../src/console/desk.ts';
import type { DeadlineView } from '../../src/console/deadlines.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import { localSignals } from '../../src/signals/local-signals.ts';
import type { Signals } from '../../src/signals/signals.ts';
import { caseStream } from '../../src/runtime/streams.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const wang = { id: 'wang', name: '王' };
/** Filed on Tuesday, 24 November 2026, to be answered by Friday. */
let now: string;
let runtime: Runtime;
let store: ReturnType<typeof memoryStore>;
let signals: Signals;
let conversation: string;
let number: string;

beforeEach(async () => {
  now = '2026-11-24T02:00:00.000Z';
  store = memoryStore();
  signals = localSignals();
  runtime = running(store, undefined, { clock: { now: () => now }, signals });
  ({ conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' }));
  for (const [at, message] of fullTalk.entries())
    await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
  await runtime.settled();
  number = (await filed()).file.number;
});

const filed = async () => {
  const [only] = (await runtime.desk.item(conversation)).cases;
  if (!only) throw new Error('nothing was filed');
  return only;
};
const answer = async (): Promise<DeadlineView | undefined> =>
  (await filed()).deadlines.find(one => one.id === 'answer');

type What =
  | { command: 'pause-deadline'; reason: string }
  | { command: 'resume-deadline' }
  | { command: 'meet-deadline' };
async function change(id: string, what: What, version?: number): Promise<Done<string>> {
  const order = { id, deadline: 'answer', by: wang, version: version ?? (await filed()).version, ...what };
  const done = await runtime.desk.changeDeadline(number, order);
  await runtime.settled();
  return done;
}
const row = async (): Promise<InboxRow | undefined> =>
  (await runtime.desk.inbox({ view: 'all', by: wang, onlyOf: null, cursor: null, limit: 5 }))?.rows[0];
const pause = { command: 'pause-deadline', reason: '等鉴定结果' } as const;
const meet = { command: 'meet-deadline' } as const;
const say = async (id: string, what: object): Promise<void> => {
  await runtime.desk.talk(conversation, { id, by: wang, ...what } as TalkOrder);
  await runtime.settled();
};
async function talkWith(said: string): Promise<void> {
  for (const message of [{ text: '转人工' }, { text: '好', choice: 'handoff:yes' }])
    await runtime.conversations.receive(conversation, { ...message, id: `ask-${said}-${message.text}` });
  await say(`join-${said}`, { command: 'accept', instead: false });
  await say(`say-${said}`, { command: 'say', text: said });
  await say(`return-${said}`, { command: 'return' });
}

describe('a deadline', () => {
  test('is shown with what is left of it and how it was reckoned', async () => {
    expect(await answer()).toMatchObject({
      state: 'running',
      due: '2026-11-27',
      daysLeft: 3,
      isNear: false,
      workingDays: 3,
      passed: { weekends: 0, holidays: [], makeUps: [] },
    });
    now = '2026-11-29T02:00:00.000Z';
    expect(await answer()).toMatchObject({ state: 'breached', daysLeft: -2 });
  });

  test('moves on by the days it was paused, with the reason and who paused it', async () => {
    expect(await change('1', pause)).toMatchObject({ done: true });
    now = '2026-11-26T02:00:00.000Z';
    expect(await answer()).toMatchObject({ state: 'paused', pauses: [{ reason: '等鉴定结果', by: '王' }] });
    expect((await row())?.deadline).toBeNull();
    await change('2', { command: 'resume-deadline' });
    expect(await answer()).toMatchObject({ state: 'running', first: '2026-11-27', due: '2026-11-29' });
    expect(await row()).toMatchObject({ deadline: '2026-11-29', pressing: 'calm' });
    const deeds = (await runtime.desk.history(conversation)).filter(one => one.what.startsWith('Deadline'));
    expect(deeds.map(({ what, by, detail }) => [what, by, detail])).toEqual([
      ['DeadlinePaused', '王', 'answer: 等鉴定结果'],
      ['DeadlineResumed', '王', 'answer'],
    ]);
  });

  test('is changed once, and not by whoever has not seen what was done to it', async () => {
    const { version } = await filed();
    expect(await change('1', pause, version)).toMatchObject({ done: true });
    expect(await change('1', pause, version)).toMatchObject({ done: true });
    expect(await change('2', meet, version)).toMatchObject({
      done: false,
      refused: 'stale',
      since: [{ what: 'DeadlinePaused', by: '王' }],
    });
    expect((await answer())?.state).toBe('paused');
    expect(await change('3', meet)).toMatchObject({ done: true });
    expect(await change('4', pause)).toMatchObject({ done: false, refused: 'met' });
    expect(await change('5', { command: 'resume-deadline' })).toMatchObject({ done: true });
  });

  test('does not make a decision about something else stale', async () => {
    const { version } = await filed();
    await change('1', pause, version);
    const moved = { id: 's', status: 'in-progress', reason: '', by: wang, version } as const;
    expect(await runtime.desk.changeStatus(number, moved)).toMatchObject({ done: true });
  });
});

describe('the answer that the person was told to expect', () => {
  test('is given by the first word of a mediator after the filing', async () => {
    await talkWith('您好');
    expect(await answer()).toMatchObject({ state: 'met', met: { on: '2026-11-24', by: '王' } });
    expect(await row()).toMatchObject({ deadline: null, pressing: null });
  });

  test('is given by hand only, where somebody has said that it was none yet', async () => {
    await talkWith('您好');
    await change('1', { command: 'resume-deadline' });
    await talkWith('还在核实');
    expect((await answer())?.state).toBe('running');
  });

  test('is not given by moving the case on', async () => {
    const { version } = await filed();
    await runtime.desk.changeStatus(number, {
      ...{ id: 's', status: 'in-progress', reason: '已联系商家', by: wang },
      version,
    });
    await runtime.settled();
    expect((await answer())?.state).toBe('running');
  });
});

test('a warning is told at once to whoever listens, with nothing of what it is about', async () => {
  const heard: unknown[] = [];
  signals.hear('deadline', data => heard.push(data));
  const { state, version } = { state: await filed(), version: (await filed()).version };
  await store.append({
    stream: caseStream(state.file.number),
    owner: conversation,
    expectedVersion: version,
    cause: 'warned',
    at: now,
    events: [
      { type: 'DeadlineWarned', deadline: 'answer', warning: 'near', due: '2026-11-27', on: '2026-11-26' },
    ],
  });
  await expect.poll(() => heard).toEqual([{ conversation, warning: 'near' }]);
});
