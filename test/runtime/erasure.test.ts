import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { type Conversations, UnknownConversation } from '../../src/channels/channel.ts';
import { memoryFiles } from '../../src/evidence/memory/memory-files.ts';
import { sealedEvidence } from '../../src/evidence/sealed-evidence.ts';
import { erasable, eraseConversation } from '../../src/runtime/erasure.ts';
import { caseStream, conversationStream } from '../../src/runtime/streams.ts';
import { memoryLedger } from '../../src/stores/memory/memory-ledger.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { fullTalk, running } from '../support/running.ts';
import { startServer } from '../support/server.ts';
import { SocketClient } from '../support/socket-client.ts';
import { memoryEvidence, operatorKey, sqliteStore } from '../support/stores.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-erasure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const AT = '2026-11-25T00:00:00.000Z';
const text = new TextEncoder().encode('商家说不退');
const byCommand = (conversation: string) => ({ conversation, by: 'command', at: AT }) as const;

async function talkThrough({ open, receive, takeFile }: Conversations): Promise<string> {
  const { conversation } = await open({ language: 'zh-CN', channel: 'test' });
  await takeFile(conversation, { name: '聊天.txt', bytes: text });
  for (const [at, message] of fullTalk.entries()) await receive(conversation, { ...message, id: `m${at}` });
  return conversation;
}

/** A ledger with a filed case and a file, the store over it and what was sent. */
async function filed() {
  const ledger = memoryLedger();
  const store = sealedStore(ledger, operatorKey);
  const files = memoryFiles();
  const evidence = sealedEvidence(files, store.sealer);
  const { conversations, settled, stop } = running(store, undefined, { evidence });
  const conversation = await talkThrough(conversations);
  await settled();
  const found = await erasable(store, conversation);
  const number = found?.cases[0] ?? '';
  await store.queue.put({
    stream: caseStream(number),
    queue: 'case',
    version: 1,
    status: 'filed',
    type: 'trade',
    mediator: null,
    deadline: null,
    since: AT,
  });
  const listed = async (): Promise<number> => {
    let count = 0;
    for await (const _ of files.list()) count++;
    return count;
  };
  return { ledger, store, evidence, stop, conversation, number, found, listed };
}

describe('erasing a conversation', () => {
  test('destroys its words, its cases, its files and its lines in the queues, and leaves the stubs', async () => {
    const { ledger, store, evidence, conversation, number, found, listed } = await filed();
    expect(found).toMatchObject({ cases: [number], files: 1 });
    expect(await listed()).toBe(1);
    await eraseConversation(store, evidence, byCommand(conversation));
    expect(await listed()).toBe(0);
    expect(await store.queue.get(caseStream(number))).toBeNull();
    expect(await ledger.key(conversation)).toBeNull();
    expect(await store.read(conversationStream(conversation))).toEqual([]);
    expect(await store.read(caseStream(number))).toEqual([]);
    expect(await erasable(store, conversation)).toBeNull();
    const last = (await ledger.read(conversationStream(conversation), 0)).at(-1);
    expect(last).toMatchObject({ types: ['ConversationErased'], cause: 'erase:command', at: AT });
    await eraseConversation(store, evidence, byCommand(conversation));
    expect((await ledger.head(conversationStream(conversation)))?.version).toBe(last?.version);
  });

  test('is finished by the next process where the first one ended in the middle', async () => {
    const { ledger, store, stop, conversation, listed, number } = await filed();
    await stop();
    const stream = conversationStream(conversation);
    const head = await ledger.head(stream);
    await store.append({
      stream,
      owner: conversation,
      expectedVersion: head?.version ?? 0,
      cause: 'erase:command',
      at: AT,
      events: [{ type: 'ConversationErased' }],
    });
    const next = sealedStore(ledger, operatorKey);
    const files = memoryFiles();
    await running(next, undefined, { evidence: sealedEvidence(files, next.sealer) }).settled();
    expect(await next.isErased(conversation)).toBe(true);
    expect(await next.queue.get(caseStream(number))).toBeNull();
    expect(await listed()).toBe(1);
  });

  test('lets nothing be written after it, whatever is said meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 12 }), fc.nat({ max: 6 }), async (before, turnsOfLoop) => {
        const ledger = memoryLedger();
        const [here, there] = [sealedStore(ledger, operatorKey), sealedStore(ledger, operatorKey)];
        const { conversations, settled } = running(here);
        const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
        const say = async (from: number, to: number): Promise<void> => {
          for (const [at, message] of fullTalk.slice(from, to).entries())
            await conversations.receive(conversation, { ...message, id: `m${from + at}` });
        };
        await say(0, before);
        const saying = say(before, fullTalk.length).catch((error: unknown) => error);
        for (let turn = 0; turn < turnsOfLoop; turn++) await Promise.resolve();
        await eraseConversation(there, memoryEvidence(there), byCommand(conversation));
        const outcome = await saying;
        if (outcome !== undefined) expect(outcome).toBeInstanceOf(UnknownConversation);
        await settled();
        const rows = await ledger.read(conversationStream(conversation), 0);
        expect(rows.at(-1)?.types).toEqual(['ConversationErased']);
        const left = await ledger.idle('', { from: null, before: '9999-01-01T00:00:00.000Z' }, 10);
        expect(left.filter(({ owner }) => owner === conversation)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('a person whose conversation another process erases', () => {
  async function withSocket(
    work: (parts: {
      client: SocketClient;
      store: Store;
      conversation: string;
      token: string;
      url: string;
    }) => Promise<void>,
  ): Promise<void> {
    const file = join(folder, `${Math.random()}.db`);
    const store = sqliteStore(file);
    const server = await startServer({}, undefined, { store });
    const client = await SocketClient.connect(server.url);
    const { conversation, token } = await client.open();
    client.say('m0', '我在淘宝买了双鞋，花了299元');
    await client.answerTo('m0');
    const other = sqliteStore(file);
    try {
      await eraseConversation(other, memoryEvidence(other), byCommand(conversation));
      await work({ client, store: other, conversation, token, url: server.url });
      expect(server.errors).toEqual([]);
    } finally {
      client.close();
      await server.stop();
      await other.close();
      await store.close();
    }
  }

  test('is told so at the next word at the latest, begins anew, and nothing is written', () =>
    withSocket(async ({ client, store, conversation, token, url }) => {
      client.say('m1', '还有，我的电话是13800138000');
      // The socket may have been let go before the word arrived.
      const told = await client.next('refused').catch(() => client.closed());
      expect([{ type: 'refused', reason: 'unknown-conversation', id: 'm1' }, 4410]).toContainEqual(told);
      const again = await SocketClient.connect(url);
      again.send({ type: 'hello', conversation, token, after: 0 });
      expect(await again.next('refused')).toEqual({ type: 'refused', reason: 'unknown-conversation' });
      const opened = await again.open();
      expect(opened.conversation).not.toBe(conversation);
      again.close();
      expect(await store.read(conversationStream(conversation))).toEqual([]);
    }));

  test('is let go also when silent, and cannot send a file', () =>
    withSocket(async ({ client, conversation, token, url }) => {
      const form = new FormData();
      form.set('file', new Blob([text]), 'a.txt');
      const answer = await fetch(`${url}/api/evidence`, {
        method: 'POST',
        body: form,
        headers: { authorization: `Bearer ${token}`, 'x-parley-conversation': conversation },
      });
      expect(answer.status).toBe(401);
      expect(await client.closed()).toBe(4410);
    }));
});
