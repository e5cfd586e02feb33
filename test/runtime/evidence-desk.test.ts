import { expect, test } from 'vitest';
import type { EvidenceStore } from '../../src/evidence/evidence-store.ts';
import * as samples from '../evidence/samples.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryEvidence, memoryStore } from '../support/stores.ts';

const by = { id: 'w', name: '王主任' };

async function filedWithFiles(evidence: Partial<EvidenceStore> = {}) {
  const store = memoryStore();
  const errors: unknown[] = [];
  const runtime = running(store, error => void errors.push(error), {
    evidence: { ...memoryEvidence(store), ...evidence },
  });
  const { conversations } = runtime;
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  const sent = await conversations.takeFile(conversation, { name: '订单.jpg', bytes: samples.jpeg });
  const file = 'taken' in sent ? sent.taken.id : '';
  for (const [at, message] of fullTalk.entries()) {
    const evidence = at === 1 ? [file] : [];
    await conversations.receive(conversation, { ...message, id: `m${at}`, evidence });
  }
  await runtime.settled();
  return { runtime, conversation, file, errors };
}

test.each([
  ['lost', async () => null, 0],
  ['changed', () => Promise.reject(new Error('not what was received')), 3],
])('a file whose bytes are %s is said to be so, and is left out of what is taken away', async (_, get, told) => {
  const { runtime, conversation, file, errors } = await filedWithFiles({ get });
  for (const way of ['original', 'shown'] as const)
    expect(await runtime.evidence[way](conversation, file, by)).toEqual({ refused: 'file-lost' });
  const taken = await runtime.evidence.takeAway(conversation, by);
  expect(taken.item.files.map(one => one.id)).toEqual([file]);
  for (const one of taken.item.files) expect(await taken.read(one)).toBeNull();
  expect(errors).toHaveLength(told);
});

test('a file keeps its place on the checklist in the case it was filed with', async () => {
  const { runtime, conversation, file } = await filedWithFiles();
  const before = (await runtime.desk.item(conversation)).files;
  expect(before[0]).toMatchObject({ id: file, element: 'order-page', label: '订单页面' });
  await runtime.conversations.receive(conversation, { id: 'again', text: '重新开始', choice: 'act:restart' });
  await runtime.conversations.receive(conversation, { id: 'yes', text: '是', choice: 'restart:yes' });
  const sent = await runtime.conversations.takeFile(conversation, { name: 'b.png', bytes: samples.png });
  await runtime.settled();
  const after = (await runtime.desk.item(conversation)).files;
  const { state } = await runtime.conversations.recall(conversation);
  expect(Object.keys(state.storedBefore)).toEqual([file]);
  expect(after.map(one => one.id)).toEqual([file, 'taken' in sent ? sent.taken.id : '']);
  expect(after[0]).toEqual(before[0]);
});

test('nobody sees a file of somebody who has let nobody read along, nor of somebody who was erased', async () => {
  const { runtime } = await filedWithFiles();
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'test' });
  const sent = await runtime.conversations.takeFile(conversation, { name: 'a.jpg', bytes: samples.jpeg });
  const file = 'taken' in sent ? sent.taken.id : '';
  await expect(runtime.evidence.original(conversation, file, by)).rejects.toThrow('no conversation');
  await expect(runtime.evidence.takeAway(conversation, by)).rejects.toThrow('no conversation');
  await expect(runtime.evidence.shown('nobody', file, by)).rejects.toThrow('no conversation');
});
