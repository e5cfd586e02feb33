import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import { fillDemo } from '../../src/commands/fill-demo.ts';
import { openStore } from '../../src/commands/parts.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { deadlinesOf } from '../../src/core/case/deadlines.ts';
import type { CaseEvent } from '../../src/core/case/events.ts';
import { type Case, caseOf } from '../../src/core/case/evolve.ts';
import { CaseOutcome } from '../../src/core/case/outcome.ts';
import { CaseStatus } from '../../src/core/case/status.ts';
import { STANDINGS } from '../../src/core/desk/standing.ts';
import { dayIn } from '../../src/core/language/day.ts';
import type { DemoLogin } from '../../src/demo/open-accounts.ts';
import { noProgress } from '../../src/progress.ts';
import { DESKS } from '../../src/runtime/queue-rows.ts';
import { streamNames } from '../../src/stores/stream-names.ts';
import type { Store, StoredEvent } from '../../src/stores/store.ts';
import { talkFaults } from '../support/talk-faults.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-demo-'));
const config: Config = { ...readConfig({ LOG_LEVEL: 'error' }), dataDir: folder };
const plan = { cases: 30, seed: 3, zone: config.zone, now: Date.parse('2026-11-26T06:30:00.000Z') };
let logins: DemoLogin[];
let store: Store;

const eventsOf = async (prefix: string): Promise<StoredEvent[][]> => {
  const all: StoredEvent[][] = [];
  for await (const stream of streamNames(store, prefix)) all.push(await store.read(stream));
  return all;
};
const casesOf = async (): Promise<Case[]> =>
  (await eventsOf('case-')).map(events => caseOf(events.map(stored => stored.event as CaseEvent)));

beforeAll(async () => {
  logins = await fillDemo(config, folder, plan, noProgress);
  store = await openStore(config, folder, () => {});
}, 120_000);
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe('a demo', () => {
  test('has something wherever an item can stand', async () => {
    const counts = await store.queue.counts(DESKS);
    for (const standing of STANDINGS) expect([standing, counts[standing] ?? 0]).not.toEqual([standing, 0]);
  });

  test('has cases of each type, in each status and with each outcome', async () => {
    const [cases, events] = [await casesOf(), (await eventsOf('case-')).flat()];
    expect(new Set(cases.map(({ file }) => file?.negotiation.id))).toEqual(
      new Set(['trade', 'service', 'rights', 'repayment']),
    );
    expect(new Set(cases.map(({ status }) => status))).toEqual(new Set(CaseStatus.options));
    const outcomes = events.flatMap(({ event }) => ('outcome' in event ? [event.outcome] : []));
    expect(new Set(outcomes)).toEqual(new Set(CaseOutcome.options));
  });

  test('has deadlines that are met, near and breached', async () => {
    const today = dayIn(config.zone, new Date(plan.now).toISOString());
    const deadlines = (await casesOf()).flatMap(one => deadlinesOf(one, chineseCalendar, today));
    expect(deadlines.some(({ isNear }) => isNear)).toBe(true);
    expect(new Set(deadlines.map(({ state }) => state))).toEqual(
      new Set(['running', 'paused', 'met', 'breached', 'ended']),
    );
  });

  test('has everything that people and mediators do', async () => {
    const all = [...(await eventsOf('conversation-')), ...(await eventsOf('desk-'))].flat();
    const types = new Set(all.map(({ event }) => event.type));
    for (const type of [
      ...['HandoffRequested', 'HandoffCancelled', 'HandoffUnanswered', 'ContactLeft', 'HandoffAccepted'],
      ...['HandoffEnded', 'MediatorSaid', 'FileRequested', 'RatingGiven', 'EvidenceAttached', 'SafetyRaised'],
      ...['QuestionAnswered', 'QuestionUnanswered', 'NoteAdded', 'DeskAssigned', 'Looked'],
    ])
      expect(types, type).toContain(type);
    const languages = all.flatMap(({ event }) =>
      event.type === 'ConversationStarted' ? [event.language] : [],
    );
    expect(new Set(languages)).toEqual(new Set(['zh-CN', 'en']));
  });

  test('happened in the past, in an order that can be', async () => {
    for (const events of await eventsOf('conversation-')) {
      const times = events.map(({ at }) => at);
      expect(times).toEqual(times.toSorted());
      expect(Date.parse(times.at(-1) ?? '')).toBeLessThanOrEqual(plan.now);
      expect(talkFaults(events as Parameters<typeof talkFaults>[0])).toEqual([]);
    }
  });

  test('tells passwords that are not the same', () => {
    expect(logins.map(({ role }) => role)).toEqual(['supervisor', ...Array(4).fill('mediator')]);
    expect(new Set(logins.map(({ password }) => password)).size).toBe(logins.length);
  });

  test('fills no folder that holds anything', async () => {
    await expect(fillDemo(config, folder, plan, noProgress)).rejects.toThrow('holds conversations already');
  });
});
