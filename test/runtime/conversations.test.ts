import { describe, expect, test } from 'vitest';
import { chineseCalendar } from '../../src/calendar/chinese-calendar.ts';
import { UnknownConversation } from '../../src/channels/channel.ts';
import { caseSchema } from '../../src/runtime/operator/case-file.ts';
import { casesCommand } from '../../src/runtime/operator/cases.ts';
import { memoryStore } from '../support/stores.ts';
import type { Store, StoredEvent } from '../../src/stores/store.ts';
import { fullTalk, running } from '../support/running.ts';

const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  character => character.charCodeAt(0),
);

async function talkThrough(store: Store) {
  const { conversations, settled, stop } = running(store);
  const { conversation, token } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  let outcome = null;
  for (const [at, message] of fullTalk.entries()) {
    outcome = await conversations.receive(conversation, { ...message, id: `m${at}` });
  }
  await settled();
  return { conversations, conversation, token, outcome, settled, stop };
}

describe('a case', () => {
  test('is filed end to end and stands in the store with its number', async () => {
    const store = memoryStore();
    const { outcome } = await talkThrough(store);
    const number = outcome?.state.case?.number ?? '';
    expect(number).toMatch(/^261124-\d{5}-\d{5}$/);
    const shown = JSON.parse(await casesCommand(store, chineseCalendar, ['show', number])) as Record<
      string,
      unknown
    >;
    expect(shown).toMatchObject({
      number,
      status: 'filed',
      negotiation: { id: 'trade' },
      answerBy: '2026-11-27',
    });
    expect(shown['routing']).not.toBeNull();
    expect(await casesCommand(store, chineseCalendar, [])).toContain(number);
  });

  test('keeps the words each value came from', async () => {
    const store = memoryStore();
    const { outcome } = await talkThrough(store);
    const file = JSON.parse(
      await casesCommand(store, chineseCalendar, ['show', outcome?.state.case?.number ?? '']),
    ) as {
      slots: { id: string; from: { message: string; words: string; start: number } }[];
    };
    const amount = file.slots.find(slot => slot.id === 'amount');
    expect(amount?.from.message).toBe('m0');
    expect(amount?.from.words).toContain('299');
    expect(fullTalk[0]?.text.slice(amount?.from.start).startsWith(amount?.from.words ?? '-')).toBe(true);
  });

  test('has a JSON Schema that names all that is shown', async () => {
    const store = memoryStore();
    const { outcome } = await talkThrough(store);
    const shown = JSON.parse(
      await casesCommand(store, chineseCalendar, ['show', outcome?.state.case?.number ?? '']),
    ) as object;
    const { properties } = caseSchema() as { properties: object };
    expect(Object.keys(properties).sort()).toEqual(Object.keys(shown).sort());
  });

  test('is opened once although its reaction runs again', async () => {
    const store = memoryStore();
    const { outcome, stop } = await talkThrough(store);
    await stop();
    await store.saveCheckpoint('reactions', 0, 0);
    await running(store).settled();
    expect(await store.read(`case-${outcome?.state.case?.number}`)).toHaveLength(1);
  });

  test('is opened at the next start when the process died between filing and opening', async () => {
    const store = memoryStore();
    const dead: Store = { ...store, readAll: () => new Promise(() => {}) };
    const { conversations } = running(dead, undefined, { leaseMs: 200 });
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    let number = '';
    for (const [at, message] of fullTalk.entries()) {
      const { state } = await conversations.receive(conversation, { ...message, id: `m${at}` });
      number = state.case?.number ?? '';
    }
    expect(await store.read(`case-${number}`)).toHaveLength(0);
    running(store, undefined, { leaseMs: 200 });
    await expect.poll(() => store.read(`case-${number}`), { timeout: 10_000 }).toHaveLength(1);
  });

  test('takes files sent after filing', async () => {
    const store = memoryStore();
    const { conversations, conversation, outcome, settled } = await talkThrough(store);
    const file = await conversations.takeFile(conversation, { name: '聊天记录.png', bytes: png });
    if (!('taken' in file)) throw new Error(`refused: ${file.refused.reason}`);
    await conversations.receive(conversation, { id: 'late', text: '', evidence: [file.taken.id] });
    await settled();
    const shown = JSON.parse(
      await casesCommand(store, chineseCalendar, ['show', outcome?.state.case?.number ?? '']),
    ) as {
      evidence: object[];
    };
    expect(shown.evidence).toMatchObject([{ name: '聊天记录.png', mime: 'image/png' }]);
  });
});

describe('a message', () => {
  test('sent twice is answered once, with the first result', async () => {
    const { conversations } = running(memoryStore());
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    const first = await conversations.receive(conversation, { id: 'a', text: '支付宝可以打12378协商吗' });
    const second = await conversations.receive(conversation, { id: 'a', text: '支付宝可以打12378协商吗' });
    expect(second.events).toEqual(first.events);
  });

  test('is decided again when another tab spoke first', async () => {
    const store = memoryStore();
    const { conversations } = running(store);
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    const both = [1, 2, 3, 4].map(tab =>
      conversations.receive(conversation, { id: `tab-${tab}`, text: '你好' }),
    );
    await Promise.all(both);
    const events = await store.read(`conversation-${conversation}`);
    expect(events.map(event => event.version)).toEqual(events.map((_, at) => at + 1));
    expect(events.filter(({ event }) => event.type === 'UserSaid')).toHaveLength(4);
  });

  test('to a conversation that does not exist is refused', async () => {
    const { conversations } = running(memoryStore());
    await expect(conversations.receive('nobody', { id: 'a', text: '你好' })).rejects.toBeInstanceOf(
      UnknownConversation,
    );
  });

  test('with a credential is stored masked', async () => {
    const store = memoryStore();
    const { conversations } = running(store);
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    await conversations.receive(conversation, { id: 'a', text: '付款码 284567890123456789 快帮我' });
    expect(JSON.stringify(await store.read(`conversation-${conversation}`))).not.toContain(
      '284567890123456789',
    );
  });
});

describe('a token', () => {
  test('admits to its own conversation only, and is not stored', async () => {
    const store = memoryStore();
    const { conversations } = running(store);
    const one = await conversations.open({ language: 'zh-CN', channel: 'test' });
    const other = await conversations.open({ language: 'zh-CN', channel: 'test' });
    expect(await conversations.admits(one.conversation, one.token)).toBe(true);
    expect(await conversations.admits(one.conversation, other.token)).toBe(false);
    expect(await conversations.admits('nobody', one.token)).toBe(false);
    expect(JSON.stringify(await store.readAll(0, 0, 100))).not.toContain(one.token);
  });
});

describe('a follower', () => {
  test('gets every event once and in order, those before and those to come', async () => {
    const { conversations } = running(memoryStore());
    const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    const seen: StoredEvent[] = [];
    const stop = await conversations.follow(conversation, 0, events => seen.push(...events));
    await Promise.all(
      [1, 2, 3].map(at => conversations.receive(conversation, { id: `m${at}`, text: '你好' })),
    );
    stop();
    await conversations.receive(conversation, { id: 'unseen', text: '你好' });
    expect(seen.map(event => event.version)).toEqual(seen.map((_, at) => at + 1));
    expect(seen.filter(({ event }) => event.type === 'UserSaid')).toHaveLength(3);
  });
});
