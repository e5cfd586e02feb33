import { beforeEach, describe, expect, test } from 'vitest';
import type { InboxQuery, TalkOrder } from '../../src/console/desk.ts';
import type { Runtime } from '../../src/runtime/runtime.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const [wang, li] = ['王', '李'].map(name => ({ id: name, name })) as [TalkOrder['by'], TalkOrder['by']];
const hour = 3_600_000;
let runtime: Runtime;
beforeEach(() => {
  runtime = running(memoryStore(), undefined, { acceptWithinMs: 1e6 * hour });
});

async function begin(...said: { text: string; choice?: string }[]): Promise<string> {
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
  for (const [at, message] of said.entries())
    await runtime.conversations.receive(conversation, { ...message, id: `m${at}` });
  await runtime.settled();
  return conversation;
}
const askForPerson = [{ text: '转人工' }, { text: '好', choice: 'handoff:yes' }];
const inbox = async (view: InboxQuery['view'], by = wang, limit = 20): Promise<string[]> => {
  await runtime.settled();
  const page = await runtime.desk.inbox({ view, by, onlyOf: by.id, cursor: null, limit });
  return page?.rows.map(row => row.conversation) ?? [];
};
const order = (conversation: string, id: string, what: object, by = wang) =>
  runtime.desk.talk(conversation, { id, by, ...what } as TalkOrder);

describe('the inbox', () => {
  test('holds only what people have agreed to be seen', async () => {
    const alone = await begin({ text: '花呗怎么分期' });
    expect(await inbox('all')).toEqual([]);
    await expect(runtime.desk.item(alone)).rejects.toThrow('no conversation that staff may see');
    await expect(order(alone, '1', { command: 'accept', instead: false })).rejects.toThrow();
    const asking = await begin(...askForPerson);
    expect(await inbox('waiting')).toEqual([asking]);
  });

  test('shows danger first, then who waits, then what was filed', async () => {
    const filed = await begin(...fullTalk);
    const waiting = await begin(...askForPerson);
    const pressing = await begin({ text: '我真的不想活了' }, { text: '人工', choice: 'act:human' });
    expect(await inbox('waiting')).toEqual([pressing, waiting, filed]);
    const page = await runtime.desk.inbox({
      view: 'waiting',
      by: wang,
      onlyOf: null,
      cursor: null,
      limit: 2,
    });
    expect(page?.rows.map(row => row.standing)).toEqual(['urgent', 'waiting']);
    const next = await runtime.desk.inbox({
      view: 'waiting',
      by: wang,
      onlyOf: null,
      cursor: page?.cursor ?? null,
      limit: 2,
    });
    expect(next?.rows.map(row => [row.conversation, row.standing])).toEqual([[filed, 'new']]);
    expect(next?.rows[0]?.about).toContain('淘宝');
    expect(next?.cursor).toBeNull();
    expect(await runtime.desk.counts(wang)).toMatchObject({
      urgent: 1,
      waiting: 1,
      new: 1,
      open: 0,
      mine: 0,
    });
  });

  test('moves an item to whoever accepts it, and to closed when all of it is', async () => {
    const conversation = await begin(...fullTalk, ...askForPerson);
    await order(conversation, '1', { command: 'accept', instead: false });
    expect(await inbox('mine')).toEqual([conversation]);
    expect(await inbox('mine', li)).toEqual([]);
    const { cases, mediator } = await runtime.desk.item(conversation);
    expect(mediator).toEqual(wang);
    await order(conversation, '2', { command: 'close' });
    const [filed] = cases;
    await runtime.desk.changeStatus(filed?.file.number ?? '', {
      ...{ id: 's', status: 'closed', reason: '已退款', by: wang },
      version: filed?.version ?? 0,
    });
    expect(await inbox('closed')).toEqual([conversation]);
    expect(await inbox('all')).toEqual([]);
  });
});

describe('work on an item', () => {
  test('an order that is sent again is carried out once', async () => {
    const conversation = await begin(...askForPerson);
    const all = [
      await order(conversation, '1', { command: 'accept', instead: false }),
      await order(conversation, '1', { command: 'accept', instead: false }),
      await order(conversation, '2', { command: 'say', text: '您好' }),
      await order(conversation, '2', { command: 'say', text: '您好' }),
      await order(conversation, '3', { command: 'return' }),
      await order(conversation, '3', { command: 'return' }),
    ];
    expect(all.every(({ done }) => done)).toBe(true);
    const refused = await order(conversation, '4', { command: 'say', text: '还有' });
    expect(refused).toMatchObject({ done: false, refused: 'not-yours' });
    const what = (await runtime.desk.history(conversation)).map(deed => deed.what);
    expect(what.filter(one => one === 'HandoffAccepted')).toHaveLength(1);
    expect(what.filter(one => one === 'HandoffEnded')).toHaveLength(1);
  });

  test('a change to what somebody else has changed is refused, with what that was', async () => {
    const conversation = await begin(...fullTalk);
    const seen = (await runtime.desk.item(conversation)).deskVersion;
    const toWang = { id: 'a', mediator: wang, by: wang, version: seen };
    expect(await runtime.desk.assign(conversation, toWang)).toMatchObject({ done: true });
    expect(await runtime.desk.assign(conversation, toWang)).toMatchObject({ done: true });
    const stale = await runtime.desk.assign(conversation, { id: 'b', mediator: li, by: li, version: seen });
    expect(stale).toMatchObject({
      done: false,
      refused: 'stale',
      since: [{ what: 'DeskAssigned', by: '王', detail: '王' }],
    });
    const version = 'version' in stale ? stale.version : 0;
    expect(await runtime.desk.assign(conversation, { id: 'c', mediator: li, by: li, version })).toMatchObject(
      {
        done: true,
      },
    );
  });

  test('a note is kept once, and looks are noted without making anything stale', async () => {
    const conversation = await begin(...fullTalk);
    const { deskVersion } = await runtime.desk.item(conversation);
    for (let time = 0; time < 2; time++) {
      await runtime.desk.note(conversation, { id: 'n', text: '先打电话问商家', by: wang });
      await runtime.desk.looked(conversation, { at: 'item', file: null, by: li });
    }
    const { notes } = await runtime.desk.item(conversation);
    expect(notes).toEqual([expect.objectContaining({ text: '先打电话问商家', by: wang })]);
    const deeds = await runtime.desk.history(conversation);
    expect(deeds.filter(deed => deed.what === 'Looked')).toHaveLength(1);
    const assigned = await runtime.desk.assign(conversation, {
      ...{ id: 'a', mediator: li, by: li },
      version: deskVersion,
    });
    expect(assigned).toMatchObject({ done: true });
  });

  test('an answer that a mediator had asked after filing joins the case', async () => {
    const conversation = await begin(...fullTalk, ...askForPerson);
    await order(conversation, '1', { command: 'accept', instead: false });
    await order(conversation, '2', { command: 'ask-slot', slot: 'order-number' });
    await runtime.conversations.receive(conversation, { id: 'answer', text: '2026031522001412345678901234' });
    await runtime.settled();
    const { cases, handoff } = await runtime.desk.item(conversation);
    expect(cases[0]?.file.slots.find(slot => slot.id === 'order-number')?.value).toMatchObject({
      kind: 'order-number',
    });
    expect(handoff).toMatchObject({ state: 'mediator', slot: null });
  });
});
