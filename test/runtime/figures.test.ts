import { describe, expect, test } from 'vitest';
import type { FiguresView } from '../../src/console/figures.ts';
import type { TalkOrder } from '../../src/console/desk.ts';
import { eraseConversation } from '../../src/runtime/erasure.ts';
import type { Clock } from '../../src/runtime/clock.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/stores/store.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryEvidence, memoryStore } from '../support/stores.ts';

const wang = { id: 'wang', name: '王' };
const range = { from: '2026-11-24', to: '2026-11-25' };

/** Somewhere people talk at instants of our choosing, in Shanghai. */
class Day implements Clock {
  readonly runtime: Runtime;
  #now = '';

  constructor(store: Store) {
    this.runtime = running(store, undefined, { clock: this, acceptWithinMs: 1e9 });
  }

  now(): string {
    return this.#now;
  }

  at(day: number, time: string): this {
    this.#now = new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();
    return this;
  }

  async talk(...said: { text: string; choice?: string }[]): Promise<string> {
    const { conversations } = this.runtime;
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    for (const [place, message] of said.entries())
      await conversations.receive(conversation, { ...message, id: `m${place}` });
    await this.runtime.settled();
    return conversation;
  }

  async says(conversation: string, text: string, choice: string): Promise<void> {
    await this.runtime.conversations.receive(conversation, { id: `${text}${this.#now}`, text, choice });
    await this.runtime.settled();
  }

  async order(conversation: string, what: Record<string, unknown>): Promise<void> {
    const id = `${String(what['command'])}-${this.#now}`;
    const done = await this.runtime.desk.talk(conversation, { id, by: wang, ...what } as TalkOrder);
    expect(done.done).toBe(true);
    await this.runtime.settled();
  }

  async close(conversation: string): Promise<void> {
    const [filed] = (await this.runtime.desk.item(conversation)).cases;
    await this.runtime.desk.changeStatus(filed?.file.number ?? '', {
      ...{ id: this.#now, status: 'closed', reason: '', outcome: 'agreed', by: wang },
      version: filed?.version ?? 0,
    });
    await this.runtime.settled();
  }
}

const askForPerson = [{ text: '转人工' }, { text: '好', choice: 'handoff:yes' }];

/**
 * Two days by hand. On the 24th one files and gets a mediator's word after 10 minutes, one waits and gives up, one leaves
 * at the first question, one asks what nobody knows. On the 25th one comes just after midnight and one waits; the case is
 * closed 26 hours after it was filed, and rated.
 */
async function history(day: Day): Promise<{ filed: string; asked: string; waiting: string }> {
  const filed = await day.at(24, '09:00').talk(...fullTalk);
  const waits = await day.at(24, '09:30').talk(...askForPerson);
  await day.at(24, '10:00').says(filed, '转人工', '');
  await day.says(filed, '好', 'handoff:yes');
  await day.at(24, '10:05').order(filed, { command: 'accept', instead: false });
  await day.at(24, '10:10').order(filed, { command: 'say', text: '您好' });
  await day.at(24, '10:11').order(filed, { command: 'say', text: '在看了' });
  await day.at(24, '11:00').says(waits, '不等了', 'act:stop-waiting');
  await day
    .at(24, '12:00')
    .talk({ text: '我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我' });
  const asked = await day.at(24, '13:00').talk({ text: '外星人能用借呗吗？' });
  await day.at(25, '00:01').talk();
  const waiting = await day.at(25, '08:00').talk(...askForPerson);
  await day.at(25, '10:59').order(filed, { command: 'close' });
  await day.at(25, '11:00').close(filed);
  await day.at(25, '11:01').says(filed, '5', 'rating:5');
  day.at(27, '00:00');
  return { filed, asked, waiting };
}

const dayOf = (view: FiguresView, day: string) => view.days.find(one => one.day === day);
const MINUTE = 60_000;

describe('the figures of two days', () => {
  test('are those that were counted by hand', async () => {
    const day = new Day(memoryStore());
    await history(day);
    const view = await day.runtime.figures.of(range);
    expect(view.isComplete).toBe(true);
    expect(dayOf(view, '2026-11-24')).toEqual({
      ...{ day: '2026-11-24', arrivals: 4, filed: 1, closed: 0, requests: 2, mostWaiting: 2, unanswered: 1 },
      firstResponse: 10 * MINUTE,
    });
    expect(dayOf(view, '2026-11-25')).toEqual({
      ...{ day: '2026-11-25', arrivals: 2, filed: 0, closed: 1, requests: 1, mostWaiting: 1, unanswered: 0 },
      firstResponse: null,
    });
    expect(view.firstResponse).toEqual({ count: 1, median: 10 * MINUTE, p90: 10 * MINUTE });
    expect(view.timeToClose).toEqual({ count: 1, median: 26 * 60 * MINUTE, p90: 26 * 60 * MINUTE });
    expect(view).toMatchObject({ byType: [['trade', 1]], outcomes: [['agreed', 1]], waitingNow: 1 });
    expect(view.leftAt).toEqual([
      ['type', 3],
      ['merchant', 1],
    ]);
    expect(view.unanswered).toEqual([{ question: '外星人能用借呗吗', count: 1 }]);
    expect(view.ratings).toEqual({ count: 1, average: 5 });
  });

  test('are the same however often, and by however many, they are counted', async () => {
    const store = memoryStore();
    const [day, other] = [new Day(store), new Day(store)];
    await history(day);
    other.at(27, '00:00');
    const views = await Promise.all([day, other, day].map(one => one.runtime.figures.of(range)));
    await store.saveCheckpoint('figures', 0, 0);
    views.push(await other.runtime.figures.of(range));
    for (const view of views) expect(view).toEqual(views[0]);
  });

  test('are read on after they were read', async () => {
    const day = new Day(memoryStore());
    await day.at(24, '09:00').talk();
    expect(dayOf(await day.runtime.figures.of(range), '2026-11-24')?.arrivals).toBe(1);
    await day.at(24, '09:01').talk();
    expect(dayOf(await day.runtime.figures.of(range), '2026-11-24')?.arrivals).toBe(2);
  });

  test('stay when a person is erased, also where nothing was counted before; their words do not', async () => {
    const store = memoryStore();
    const day = new Day(store);
    const { filed, asked, waiting } = await history(day);
    const counted = await new Day(await copied(history)).at(27, '00:00').runtime.figures.of(range);
    for (const conversation of [filed, asked, waiting])
      await eraseConversation(store, memoryEvidence(store), { conversation, by: 'command', at: day.now() });
    const view = await day.runtime.figures.of(range);
    expect(view).toEqual({ ...counted, unanswered: [], waitingNow: 0 });
  });

  test('hold nothing that anybody said', async () => {
    const store = memoryStore();
    const day = new Day(store);
    await history(day);
    await day.runtime.figures.of(range);
    const noted = await Promise.all(['24', '25'].map(one => store.read(`facts-2026-11-${one}`)));
    const text = JSON.stringify(noted);
    expect(text).toContain('arrived');
    for (const word of ['外星人', '鞋', '299', '您好', '王']) expect(text).not.toContain(word);
  });
});

/** A store of its own in which the same has happened. */
async function copied(happens: (day: Day) => Promise<unknown>): Promise<Store> {
  const store = memoryStore();
  await happens(new Day(store));
  return store;
}
