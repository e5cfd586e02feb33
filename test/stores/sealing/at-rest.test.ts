import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { conversationStream } from '../../../src/runtime/streams.ts';
import { running } from '../../support/running.ts';
import { sqliteStore } from '../../support/stores.ts';
import { sqliteLedger } from '../../../src/stores/sqlite/sqlite-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'parley-rest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every byte of a database, its log included, as one text of Latin letters. */
const bytesOf = (file: string): string =>
  [file, `${file}-wal`, `${file}-shm`]
    .filter(existsSync)
    .map(path => readFileSync(path, 'latin1'))
    .join('');
const inBytes = (text: string): string => Buffer.from(text).toString('latin1');

describe('the SQLite file', () => {
  test('shows no word, number, name or token, neither in its pages nor in its log', async () => {
    const file = join(folder, 'words.db');
    const store = sqliteStore(file);
    const { conversations, settled } = running(store);
    const { conversation, token } = await conversations.open({ language: 'zh-CN', channel: 'test' });
    const words = ['名鞋汇旗舰店', '13912345678', 'secretWord', '299元'];
    for (const [at, said] of words.entries())
      await conversations.receive(conversation, { id: `m${at}`, text: `我在淘宝买了双鞋 ${said}` });
    const bytes = new TextEncoder().encode(words.join('，'));
    await conversations.takeFile(conversation, { name: '聊天记录.txt', bytes });
    const { state, version } = await conversations.recall(conversation);
    await store.saveSnapshot(conversationStream(conversation), conversation, 'format', version, state);
    await settled();
    for (const when of ['open', 'closed']) {
      if (when === 'closed') await store.close();
      const raw = bytesOf(file);
      expect(raw).toContain('ConversationStarted');
      for (const planted of [...words, token, state.tokenHash, '聊天记录', 'tokenHash', 'BotReplied"'])
        expect(raw.includes(inBytes(planted)), `${planted}, ${when}`).toBe(false);
    }
  });

  test('does not hold the bytes of a key any more once it is destroyed', async () => {
    const file = join(folder, 'keys.db');
    const ledger = sqliteLedger(file);
    const owners = Array.from({ length: 200 }, (_, at) => `owner-${at}`);
    const keys = new Map(owners.map(owner => [owner, `key ${Math.random()} of ${owner} `.repeat(3)]));
    for (const [owner, key] of keys) await ledger.keepKey(owner, Buffer.from(key));
    for (const key of keys.values()) expect(bytesOf(file)).toContain(key);
    const other = sqliteLedger(file);
    for (const owner of owners.filter((_, at) => at % 7 === 3)) await other.erase(owner, []);
    const raw = bytesOf(file);
    for (const [owner, key] of keys) {
      const isGone = Number(owner.slice('owner-'.length)) % 7 === 3;
      expect(raw.includes(key), owner).toBe(!isGone);
    }
    await other.close();
    await ledger.close();
  });
});
