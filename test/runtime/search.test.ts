import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import type { TalkOrder } from '../../src/console/desk.ts';
import type { FoundRow, SearchQuery } from '../../src/console/search.ts';
import { wordsSought } from '../../src/core/search/searchable.ts';
import { eraseConversation } from '../../src/runtime/erasure.ts';
import { reindex } from '../../src/runtime/operator/reindex.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import type { Store } from '../../src/stores/store.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { copying } from '../../src/commands/copying.ts';
import { copyInto } from '../../src/stores/copy-ledger.ts';
import { recordsOf } from '../../src/stores/copy-records.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { memoryEvidence, memoryStore, operatorKey } from '../support/stores.ts';

const [wang, li] = ['王', '李'].map(name => ({ id: name, name })) as [TalkOrder['by'], TalkOrder['by']];
let now: string;
let store: Store;
let runtime: Runtime;
beforeEach(() => {
  now = '2026-11-24T02:00:00.000Z';
  store = memoryStore();
  runtime = start();
});
afterEach(() => runtime.stop());

const start = (): Runtime =>
  running(store, undefined, {
    clock: { now: () => now },
    acceptWithinMs: 1e9,
    evidence: memoryEvidence(store),
  });

let said = 0;
const later = (): void => void (now = new Date(Date.parse(now) + 60_000).toISOString());
async function say(conversation: string, ...messages: { text: string; choice?: string }[]): Promise<void> {
  for (const message of messages) {
    later();
    await runtime.conversations.receive(conversation, { ...message, id: `m${++said}` });
  }
  await runtime.settled();
}
async function begin(...messages: { text: string; choice?: string }[]): Promise<string> {
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
  await say(conversation, ...messages);
  return conversation;
}
const askForPerson = [{ text: '转人工' }, { text: '好', choice: 'handoff:yes' }];
const order = async (conversation: string, what: object, by = wang): Promise<void> => {
  later();
  await runtime.desk.talk(conversation, { id: `o${++said}`, by, ...what } as TalkOrder);
  await runtime.settled();
};

type More = Partial<Omit<SearchQuery, 'text'>>;
async function rows(text: string, more: More = {}): Promise<FoundRow[]> {
  const page = await runtime.desk.search({ text, by: wang, onlyOf: null, cursor: null, limit: 20, ...more });
  return page?.rows ?? [];
}
const found = async (text: string, more: More = {}): Promise<string[]> =>
  (await rows(text, more)).map(row => row.conversation);
const shown = async (text: string): Promise<string[]> =>
  (await rows(text)).flatMap(row =>
    row.found.map(
      ({ place, text, marks }) => `${place}: ${marks.map(([from, to]) => text.slice(from, to)).join('|')}`,
    ),
  );

describe('a conversation is found', () => {
  test.each([
    ['商家不理', '商家不理'],
    ['商', '商'],
    ['鞋子', null],
    ['商家 鞋', '商家|鞋'],
    ['商家，鞋', '商家|鞋'],
    ['買了雙鞋', '买了双鞋'],
    ['２９９', '299'],
    ['9', '99'],
    ['99元', '99元'],
    ['', null],
    ['？！', null],
  ])('by what the person said: %s', async (query, words) => {
    await begin({ text: '我在淘宝买了双鞋，花了299元，收到发现跟图片不一样，商家不理我' }, ...askForPerson);
    const all = (await shown(query)).map(one => one.replace('person: ', ''));
    if (words === null) expect(all).toEqual([]);
    else expect(all.join('|').split('|')).toEqual(expect.arrayContaining(words.split('|')));
  });

  test('by its number and parts of it, by facts, orders however they are written, notes, and what a mediator said', async () => {
    const conversation = await begin(...fullTalk);
    const [filed] = (await runtime.desk.item(conversation)).cases;
    const number = filed?.file.number ?? '';
    await say(conversation, ...askForPerson);
    await order(conversation, { command: 'accept', instead: false });
    await order(conversation, { command: 'say', text: '请问 iPhone 15 Pro 的订单号是多少' });
    await say(conversation, { text: '2026 0315 2200 1412 3456' });
    await runtime.desk.note(conversation, { id: 'n1', text: '商家電話打不通，客服叫张伟', by: li });
    await runtime.settled();
    for (const query of [
      ...[number, number.slice(7), number.replaceAll('-', ''), number.slice(3, 9)],
      ...['名鞋汇旗舰店', 'iphone 15', 'IPHONE', 'pro', '20260315', '03152200', '2200-1412'],
      ...['电话打不通', '张伟', '客服 订单号', '伟'],
    ])
      expect([query, await found(query)]).toEqual([query, [conversation]]);
    expect(await shown('张伟')).toEqual(['note: 张伟']);
    expect(await shown('订单号')).toContain('mediator: 订单号');
    for (const query of ['张伟伟', '99999999', '李娜', 'iphone16'])
      expect([query, await found(query)]).toEqual([query, []]);
  });

  test('once its person lets staff see it, with all that was said before, and not sooner', async () => {
    const conversation = await begin({ text: '保健品骗了我妈妈三万块' });
    expect(await found('保健品')).toEqual([]);
    expect((await store.marks.changes(0, 0, 10)).length).toBe(0);
    await say(conversation, ...askForPerson);
    expect(await found('保健品')).toEqual([conversation]);
  });

  test('by those only who may see it', async () => {
    const conversation = await begin({ text: '充值卡不能用' }, ...askForPerson);
    expect(await found('充值卡', { by: li, onlyOf: li.id })).toEqual([conversation]);
    await order(conversation, { command: 'accept', instead: false });
    expect(await found('充值卡', { by: li, onlyOf: li.id })).toEqual([]);
    expect(await found('充值卡', { by: wang, onlyOf: wang.id })).toEqual([conversation]);
  });

  test('never again once it is erased, nor by another process', async () => {
    const [gone, stays] = [
      await begin({ text: '洗衣机漏水' }, ...askForPerson),
      await begin({ text: '洗衣机很吵' }, ...askForPerson),
    ];
    expect((await found('洗衣机')).toSorted()).toEqual([gone, stays].toSorted());
    await eraseConversation(store, memoryEvidence(store), { conversation: gone, by: 'command', at: now });
    expect(await found('洗衣机')).toEqual([stays]);
    await reindex(store, chineseCalendar);
    const other = start();
    const page = await other.desk.search({ text: '洗衣机', by: wang, onlyOf: null, cursor: null, limit: 9 });
    expect(page?.rows.map(row => row.conversation)).toEqual([stays]);
    await other.stop();
    expect((await store.marks.get(gone))?.body ?? null).toBeNull();
  });
});

describe('what was found', () => {
  test('has those who wait first, then whoever spoke last, and is narrowed as the inbox is', async () => {
    const filed = await begin(...fullTalk);
    const open = await begin({ text: '淘宝的手机坏了' }, ...askForPerson);
    await order(open, { command: 'accept', instead: false });
    const waiting = await begin({ text: '淘宝的电视坏了' }, ...askForPerson);
    await say(open, { text: '淘宝客服也不理我' });
    expect(await found('淘宝')).toEqual([waiting, filed, open]);
    expect(await found('淘宝', { standing: 'open' })).toEqual([open]);
    expect(await found('淘宝', { mediator: wang.id })).toEqual([open]);
    expect((await found('淘宝', { mediator: null })).length).toBe(2);
    expect(await found('淘宝', { dueWithin: 3 })).toEqual([filed]);
    expect(await found('淘宝', { dueWithin: 2 })).toEqual([]);
    expect(await found('淘宝', { type: 'no-such' })).toEqual([]);
    expect(await found('淘宝', { safety: 'distress' })).toEqual([]);
  });

  test('comes page by page, each once', async () => {
    const all: string[] = [];
    for (let at = 0; at < 7; at++) all.push(await begin({ text: `第${at}个空调不制冷` }, ...askForPerson));
    for (const conversation of all.slice(0, 4))
      await order(conversation, { command: 'accept', instead: false });
    const seen: string[] = [];
    for (let cursor: string | null = null; ; ) {
      const page = await runtime.desk.search({ text: '空调', by: wang, onlyOf: null, cursor, limit: 2 });
      seen.push(...(page?.rows.map(row => row.conversation) ?? []));
      if (!page?.cursor) break;
      cursor = page.cursor;
    }
    expect(seen).toHaveLength(7);
    expect(seen.toSorted()).toEqual(all.toSorted());
    expect(
      await runtime.desk.search({ text: '空调', by: wang, onlyOf: null, cursor: 'none', limit: 2 }),
    ).toBeNull();
  });
});

test('a store that was moved elsewhere makes the marks anew by itself', async () => {
  const [here, there] = [memoryLedger(), memoryLedger()];
  store = sealedStore(here, operatorKey);
  await runtime.stop();
  runtime = start();
  const conversation = await begin({ text: '电饭煲坏了' }, ...askForPerson);
  await runtime.desk.note(conversation, { id: 'n', text: '厂家在佛山', by: li });
  await runtime.settled();
  await copyInto(there, recordsOf(here, copying), copying);
  expect((await there.marks.changes(0, 0, 10)).length).toBe(0);
  store = sealedStore(there, operatorKey);
  await runtime.stop();
  runtime = start();
  await runtime.settled();
  expect(await found('电饭煲 佛山')).toEqual([conversation]);
});

test('marks that were lost are made anew on demand, and what nobody may see any more has none', async () => {
  const conversation = await begin({ text: '微波炉冒烟' }, ...askForPerson);
  const { version } = (await store.marks.get(conversation)) ?? { version: 0 };
  await store.marks.put(conversation, version, null);
  expect(await found('微波炉')).toEqual([]);
  await reindex(store, chineseCalendar);
  expect(await found('微波炉')).toEqual([conversation]);
});

test('a long talk is found by its first and its last words, with marks that grew with it', async () => {
  const conversation = await begin({ text: '最初的话：榴莲' }, ...askForPerson);
  await order(conversation, { command: 'accept', instead: false });
  const sizes = new Set<number>();
  for (let at = 0; at < 40; at++) {
    const odd = String.fromCodePoint(
      ...Array.from({ length: 30 }, (_, of) => 0x4e00 + ((at * 977 + of * 131) % 20_000)),
    );
    await order(conversation, { command: 'say', text: odd });
    expect(await found(odd.slice(10, 14))).toEqual([conversation]);
    sizes.add((await store.marks.get(conversation))?.body?.length ?? 0);
  }
  expect(sizes.size).toBeGreaterThan(2);
  expect(await found('榴莲')).toEqual([conversation]);
});

test('any part of anything said or noted finds it, however it is written', async () => {
  const characters = fc.constantFrom(...'退款商家買賣號碼０１２34567, -，。.ＡbcＸ王五𠮷👍\n　');
  const text = fc.string({ unit: characters, minLength: 2, maxLength: 30 }).filter(one => one.trim() !== '');
  const conversation = await begin({ text: '你好' }, ...askForPerson);
  await order(conversation, { command: 'accept', instead: false });
  await fc.assert(
    fc.asyncProperty(text, text, fc.infiniteStream(fc.nat()), async (word, note, dice) => {
      await order(conversation, { command: 'say', text: word.trim() });
      await runtime.desk.note(conversation, { id: `n${++said}`, text: note, by: li });
      await runtime.settled();
      for (const whole of [word.trim(), note.trim()]) {
        const from = (dice.next().value ?? 0) % whole.length;
        const part = whole.slice(from, from + 2 + ((dice.next().value ?? 0) % whole.length));
        const isSought = wordsSought(part).length > 0;
        expect([part, await found(part)]).toEqual([part, isSought ? [conversation] : []]);
      }
    }),
    { numRuns: 40 },
  );
}, 30_000);
