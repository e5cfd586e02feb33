import { expect, test } from 'vitest';
import type { Store } from '../../src/stores/store.ts';
import { running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const wang = { id: 'wang', name: '王' };

test('a line of the inbox is made once, and anew when its row is written anew', async () => {
  const real = memoryStore();
  let reads: string[] = [];
  const store: Store = {
    ...real,
    read(stream, after) {
      reads.push(stream);
      return real.read(stream, after);
    },
  };
  const { conversations, desk, settled, stop } = running(store);
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  await conversations.receive(conversation, { id: 'a', text: '转人工' });
  await conversations.receive(conversation, { id: 'b', text: '好', choice: 'handoff:yes' });
  await settled();
  const lines = async () => {
    const query = { view: 'waiting', by: wang, onlyOf: null, cursor: null, limit: 10 } as const;
    return (await desk.inbox(query))?.rows ?? [];
  };
  const [first] = await lines();
  expect(first).toMatchObject({ conversation, handoff: 'requested', about: '转人工' });
  reads = [];
  expect(await lines()).toEqual([first]);
  expect(reads.filter(stream => stream === `conversation-${conversation}`)).toEqual([]);
  await conversations.receive(conversation, { id: 'c', text: '我不想活了' });
  await settled();
  expect(await lines()).toMatchObject([{ conversation, standing: 'urgent', safety: ['distress'] }]);
  await stop();
});
