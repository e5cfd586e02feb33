import { describe, expect, test } from 'vitest';
import { eraseDueCommand } from '../../src/runtime/operator/erase-due.ts';
import { changeCase } from '../../src/runtime/operator/change-case.ts';
import { dueStep, eraseDue } from '../../src/runtime/retention.ts';
import { RetentionRounds } from '../../src/runtime/retention-rounds.ts';
import { conversationStream } from '../../src/runtime/streams.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { StreamEvent } from '../../src/stores/store.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryEvidence, memoryStore, operatorKey } from '../support/stores.ts';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const day = (number: number): string => new Date(START + number * 86_400_000).toISOString();
const retention = { unfiledDays: 30, closedDays: 90 };

/** A Parley whose day can be set. */
function parley() {
  const ledger = memoryLedger();
  const store = sealedStore(ledger, operatorKey);
  const evidence = memoryEvidence(store);
  let today = 0;
  const clock = { now: () => day(today) };
  const { conversations, settled } = running(store, undefined, { evidence, clock });
  const open = async (messages: typeof fullTalk): Promise<string> => {
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    for (const [at, message] of messages.entries())
      await conversations.receive(conversation, { ...message, id: `m${at}` });
    await settled();
    return conversation;
  };
  const close = async (conversation: string): Promise<void> => {
    const { state } = await conversations.recall(conversation);
    const change = { command: 'change-status', status: 'closed', reason: '', by: '李' } as const;
    await changeCase(store, state.case?.number ?? '', change, clock);
  };
  const on = (number: number): void => {
    today = number;
  };
  return { ledger, store, evidence, clock, conversations, open, close, on };
}

async function lives() {
  const all = parley();
  const told = fullTalk.slice(0, 2);
  const old = await all.open(told);
  const filed = await all.open(fullTalk);
  const closed = await all.open(fullTalk);
  all.on(20);
  await all.close(closed);
  const fresh = await all.open(told);
  return { ...all, told, old, filed, closed, fresh };
}

describe('what is kept no longer', () => {
  test('is what nobody filed and was left, and what was closed long ago', async () => {
    const { store, old, closed, fresh } = await lives();
    const on = async (number: number) => (await dueStep(store, retention, day(number), null)).due;
    expect(await on(30)).toEqual([]);
    expect(await on(31)).toEqual([{ conversation: old, because: 'unfiledDays' }]);
    expect(await on(91)).toEqual([old, fresh].map(one => ({ conversation: one, because: 'unfiledDays' })));
    expect((await on(111)).map(one => one.conversation).sort()).toEqual([old, closed, fresh].sort());
    const kept = { unfiledDays: null, closedDays: null };
    expect(await dueStep(store, kept, day(9_000), null)).toEqual({ due: [], next: null });
  });

  test('is erased by itself, by one process at a time', async () => {
    const all = await lives();
    const { store, evidence, clock, old, filed, closed, fresh, ledger } = all;
    const errors: unknown[] = [];
    const onError = (error: unknown): void => void errors.push(error);
    const parts = { store, evidence, clock, retention, onError };
    const [one, other] = ['one', 'other'].map(holder => new RetentionRounds({ ...parts, holder }));
    all.on(111);
    expect(await one?.step()).toBe(false);
    const kept = await Promise.all([old, filed, closed, fresh].map(store.isErased));
    expect(kept).toEqual([true, false, true, true]);
    const [last] = (await ledger.read(conversationStream(old), 0)).slice(-1);
    expect(last).toMatchObject({ cause: 'erase:retention', at: day(111) });
    all.on(4_000);
    const late = await all.open(all.told);
    all.on(8_000);
    await other?.step();
    expect(await store.isErased(late)).toBe(false);
    await one?.stop();
    await other?.step();
    expect(await store.isErased(late)).toBe(true);
    await other?.stop();
    expect(errors).toEqual([]);
  });

  test('is not erased when the person has spoken since it was looked at', async () => {
    const { store, evidence, conversations, old, on } = await lives();
    on(40);
    await conversations.receive(old, { id: 'again', text: '我回来了' });
    expect(await eraseDue(store, evidence, { conversation: old, retention, now: day(41) })).toBe(false);
    expect(await store.isErased(old)).toBe(false);
    await conversations.receive(old, { id: 'and', text: '还在' });
  });

  test('is found behind any number of others that are kept', async () => {
    const store = memoryStore();
    const filed: StreamEvent = { type: 'CaseFiled', number: 'open', answerBy: '2026-02-01' };
    const said: StreamEvent = { type: 'UserSaid', message: 'm', text: 'x', evidence: [] };
    for (let at = 0; at < 450; at++)
      await store.append({
        stream: conversationStream(`c${at}`),
        owner: `c${at}`,
        expectedVersion: 0,
        cause: 'c',
        at: new Date(START + Math.floor(at / 3)).toISOString(),
        events: [at === 449 ? said : filed],
      });
    const found: string[] = [];
    let steps = 0;
    for (let from: string | null = null; ; ) {
      const step: Awaited<ReturnType<typeof dueStep>> = await dueStep(store, retention, day(999), from);
      found.push(...step.due.map(one => one.conversation));
      from = step.next;
      steps++;
      if (from === null) break;
    }
    expect(found).toEqual(['c449']);
    expect(steps).toBe(3);
  });

  test('is shown and erased by the command', async () => {
    const { ledger, store, evidence, clock, on, old, fresh } = await lives();
    const printed: string[] = [];
    const print = (text: string): void => void printed.push(text);
    const parts = { ledger, store, evidence, clock, print, confirm: async () => true };
    on(60);
    await eraseDueCommand(parts, retention, true);
    expect(printed.at(-1)).toBe('2 conversation(s) would be erased.');
    expect(printed.slice(0, 2).join()).toContain(fresh);
    expect(await store.isErased(old)).toBe(false);
    await eraseDueCommand({ ...parts, confirm: async () => false }, retention, false);
    expect(await store.isErased(old)).toBe(false);
    await eraseDueCommand(parts, retention, false);
    expect(printed.at(-1)).toBe('Erased 2 conversation(s).');
    expect(await store.isErased(old)).toBe(true);
    await eraseDueCommand(parts, retention, false);
    expect(printed.at(-1)).toBe('Nothing is past its time.');
  });
});
