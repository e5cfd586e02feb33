import { expect, test } from 'vitest';
import { Entry } from '../../src/protocol/entry.ts';
import { entriesOf, filesIn } from '../../src/protocol/entries-of.ts';
import { entryStream } from '../../src/protocol/entry-stream.ts';
import type { ConversationEvent } from '../../src/core/conversation/events.ts';
import type { StoredEvent } from '../../src/stores/store.ts';

const at = '2026-11-24T02:00:00.000Z';
const stored = (event: ConversationEvent, index: number): StoredEvent<ConversationEvent> => ({
  position: index + 10,
  stream: 'conversation-c',
  version: index + 1,
  at,
  cause: 'message:m-1',
  event,
});
const evidence = { id: 'file-1', sha256: 'a'.repeat(64), name: '截图.png', mime: 'image/png', size: 7 };
const past = (
  [
    {
      type: 'ConversationStarted',
      language: 'zh-CN',
      zone: 'Asia/Shanghai',
      channel: 'web',
      tokenHash: 'secret-hash',
    },
    { type: 'BotReplied', message: null, replies: [{ act: 'greet', text: '您好' }] },
    { type: 'EvidenceStored', evidence },
    { type: 'UserSaid', message: 'm-1', text: '看', choice: 'act:x', evidence: ['file-1', 'file-unknown'] },
    { type: 'EvidenceAttached', evidence: 'file-1', element: null, certainty: 'assumed' },
    { type: 'LanguageChosen', language: 'en' },
    { type: 'BotReplied', message: 'm-1', replies: [{ act: 'received', text: 'Got it' }] },
    { type: 'QuestionAsked', about: 'story' },
  ] satisfies ConversationEvent[]
).map(stored);

test('entries are what was said and answered, with the files that exist, and nothing else', () => {
  const entries = entriesOf(past, new Map(filesIn(past)));
  expect(entries).toEqual([
    { version: 2, at, from: 'bot', replies: [{ act: 'greet', text: '您好' }] },
    {
      version: 4,
      at,
      from: 'user',
      message: 'm-1',
      text: '看',
      files: [{ id: 'file-1', name: '截图.png', mime: 'image/png', size: 7 }],
    },
    { version: 7, at, from: 'bot', message: 'm-1', replies: [{ act: 'received', text: 'Got it' }] },
  ]);
  expect(JSON.stringify(entries)).not.toMatch(/secret-hash|aaaa/);
});

test('a reply tells whether a model worded it, and neither the draft nor who worded it', () => {
  const phrasing = { draft: '请说金额。', model: 'some-model', prompt: 'b'.repeat(64), veto: null };
  const replies = [
    { act: 'ask', slot: 'amount', text: '大概多少钱呢？', phrasing },
    { act: 'noted', text: '记下了。', phrasing: { ...phrasing, draft: '记下了。', veto: 'numbers' } },
    { act: 'greet', text: '您好' },
  ];
  const [entry] = entriesOf([stored({ type: 'BotReplied', message: 'm-1', replies }, 0)], new Map());
  expect(entry?.replies).toEqual([
    { act: 'ask', slot: 'amount', text: '大概多少钱呢？', generated: true },
    { act: 'noted', text: '记下了。' },
    { act: 'greet', text: '您好' },
  ]);
  expect(Entry.parse(entry)).toEqual(entry);
  expect(Entry.safeParse({ ...entry, replies }).success).toBe(false);
});

test.each([
  0, 1, 2, 3, 4, 5, 6, 7,
])('a stream from version %i gives the rest of the entries, in one batch or many', after => {
  const whole = entriesOf(past, new Map(filesIn(past))).filter(entry => entry.version > after);
  const taken = filesIn(past.slice(0, after)).map(([, file]) => file);
  const rest = past.slice(after);
  expect(entryStream(taken)(rest)).toMatchObject({ entries: whole, cursor: 8 });
  const stream = entryStream(taken);
  expect(rest.flatMap(event => stream([event]).entries)).toEqual(whole);
});

test('a batch tells the language it changes to', () => {
  expect(entryStream([])(past).language).toBe('en');
  expect(entryStream([])(past.slice(6))).not.toHaveProperty('language');
});
