import { describe, expect, test } from 'vitest';
import { knowledgeCommand } from '../../src/runtime/operator/knowledge.ts';
import { memoryStore } from '../support/stores.ts';
import type { Store } from '../../src/stores/store.ts';
import { running } from '../support/running.ts';

type Said = { text: string; choice?: string };

async function talk(store: Store, messages: Said[]): Promise<void> {
  const { conversations, settled } = running(store);
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  for (const [at, message] of messages.entries())
    await conversations.receive(conversation, { ...message, id: `m${at}` });
  await settled();
}

const gaps = (store: Store): Promise<string> =>
  knowledgeCommand(
    'knowledge',
    ['gaps'],
    { now: '2026-11-24T02:00:00Z', zone: 'Asia/Shanghai' },
    async () => store,
  );

describe('questions without an answer', () => {
  test('are listed, those that ask the same together, with what was chosen instead', async () => {
    const store = memoryStore();
    await talk(store, [{ text: '外星人能用借呗吗？' }]);
    await talk(store, [
      { text: '我是张伟，借呗外星人能用吗？' },
      { text: '能不能帮家人协商', choice: 'faq:someone-else' },
    ]);
    const listed = await gaps(store);
    expect(listed).toContain('2 question(s) without an answer, in 1 group(s)');
    expect(listed).toMatch(/2 × 外星人能用借呗吗.*2 people/);
    expect(listed).toContain('then chosen: someone-else (1)');
  });

  test('are kept without personal data', async () => {
    const store = memoryStore();
    await talk(store, [{ text: '外星人打13812345678能用借呗吗？' }]);
    const listed = await gaps(store);
    expect(listed).toContain('外星人打＊能用借呗吗');
    expect(listed).not.toContain('1381234');
  });

  test('that were answered are none', async () => {
    const store = memoryStore();
    await talk(store, [{ text: '支付宝可以打12378协商吗' }]);
    expect(await gaps(store)).toBe('Every question so far had an answer.');
  });
});
