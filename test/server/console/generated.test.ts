import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { chineseCalendar } from '../../../src/calendar/chinese-calendar.ts';
import { CaseFile } from '../../../src/core/case/case-file.ts';
import { Item, TranscriptAnswer } from '../../../src/protocol/console/desk.ts';
import { ExportManifest, PHRASED_TEXTS, PhrasedText } from '../../../src/protocol/console/evidence.ts';
import { caseSchema } from '../../../src/runtime/operator/case-file.ts';
import { casesCommand } from '../../../src/runtime/operator/cases.ts';
import { openApi } from '../../../src/server/console/openapi.ts';
import { ConsoleClient, consoleTable, firstSupervisor } from '../../support/console.ts';
import { MODEL, otherwise, PROMPT, rewordingStore } from '../../support/rewording-store.ts';
import { fullTalk } from '../../support/running.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { memoryStore } from '../../support/stores.ts';

let reworded: TestServer;
let plain: TestServer;
let client: ConsoleClient;
let plainClient: ConsoleClient;
beforeAll(async () => {
  [reworded, plain] = await Promise.all([
    startServer({}, undefined, { store: rewordingStore(memoryStore()) }),
    startServer(),
  ]);
  client = ConsoleClient.of(reworded.url, (await firstSupervisor(reworded)).token);
  plainClient = ConsoleClient.of(plain.url, (await firstSupervisor(plain)).token);
});
afterAll(() => Promise.all([reworded.stop(), plain.stop()]));

async function filed({ conversations, settled }: TestServer): Promise<string> {
  const { conversation } = await conversations.open({ language: 'zh-CN', channel: 'test' });
  for (const [at, message] of fullTalk.entries())
    await conversations.receive(conversation, { ...message, id: `f${at}` });
  await settled();
  return conversation;
}

/** Of the case that a conversation has filed. */
async function sheetOf(id: string) {
  const [one] = (await reworded.desk.item(id)).cases;
  if (!one) throw new Error('nothing was filed');
  return one.file;
}

async function exported({ url, headers }: ConsoleClient, id: string, query = '') {
  const answer = await fetch(`${url}/api/console/conversations/${id}/export${query}`, { headers });
  const packed = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  return { files: Object.keys(packed), at: (path: string) => Buffer.from(packed[path] ?? []).toString() };
}

const count = (text: string, words: string): number => text.split(words).length - 1;

test('an export marks the words of a model, and says how each text came about', async () => {
  const id = await filed(reworded);
  const { sheet, number } = await sheetOf(id);
  const { at } = await exported(client, id);
  const texts = z.array(PhrasedText).parse(JSON.parse(at(PHRASED_TEXTS)));
  const [shown, vetoed] = [texts.filter(one => one.veto === null), texts.filter(one => one.veto !== null)];
  expect(vetoed.map(({ text, veto }) => [text, veto])).toEqual(vetoed.map(one => [one.draft, 'timeout']));
  expect(vetoed.length).toBeGreaterThan(0);
  for (const { text, draft, model, prompt } of shown)
    expect([text, model, prompt]).toEqual([otherwise(draft), MODEL, PROMPT]);
  expect(shown.at(-1)).toMatchObject({ of: 'summary', case: number, text: sheet.summary });
  const { generated } = ExportManifest.parse(JSON.parse(at('manifest.json')));
  expect(generated).toEqual({ texts: shown.length, models: [MODEL], explainedIn: PHRASED_TEXTS });
  const { status, mediator, ...file } = JSON.parse(at(`case-${number}.json`));
  expect([status, mediator]).toEqual(['filed', null]);
  expect(CaseFile.parse(file).sheet.summaryPhrasing).toMatchObject({ model: MODEL, veto: null });

  const ofReplies = shown.length - 1;
  expect(count(at('transcript.txt'), ' [AI生成]\n')).toBe(ofReplies);
  expect(count(at('index.html'), ' <mark>AI生成</mark></p>')).toBe(ofReplies);
  expect(at('index.html')).toContain(`data-generated="true">${sheet.summary} <mark>AI生成</mark></dd>`);
  expect(at('index.html')).toContain(`提示词在 ${PHRASED_TEXTS} 里`);
  const english = await exported(client, id, '?language=en');
  expect(count(english.at('transcript.txt'), ' [AI-generated]\n')).toBe(ofReplies);
});

test('an export says nothing of a model where none was asked', async () => {
  const { files, at } = await exported(plainClient, await filed(plain));
  expect(files).not.toContain(PHRASED_TEXTS);
  expect(JSON.parse(at('manifest.json'))).not.toHaveProperty('generated');
  for (const file of files) expect(at(file)).not.toContain('AI生成');
});

test('the talk tells which replies a model worded, and the sheet what the rules had written', async () => {
  const id = await filed(reworded);
  const { body } = await client.call('GET', `/conversations/${id}/transcript`);
  const { entries } = TranscriptAnswer.parse(body);
  const replies = entries.flatMap(entry => entry.replies ?? []);
  const generated = replies.filter(reply => reply.generated);
  expect(generated.map(({ text }) => text.startsWith('好的，明白了。'))).toEqual(generated.map(() => true));
  expect(generated.length).toBeGreaterThan(0);
  expect(JSON.stringify(body)).not.toMatch(new RegExp(`phrasing|${MODEL}|${PROMPT}`));
  const item = Item.parse((await client.call('GET', `/conversations/${id}`)).body);
  const sheet = item.cases[0]?.file.sheet;
  expect(sheet?.summary).toBe(otherwise(sheet?.summaryPhrasing?.draft ?? ''));
});

test('what the bot said is found by no search, as it was shown or as it was drafted', async () => {
  const id = await filed(reworded);
  const found = async (text: string) => (await client.call('POST', '/inbox/search', { text })).body['rows'];
  for (const words of ['好的，明白了', MODEL, PROMPT])
    expect([words, await found(words)]).toEqual([words, []]);
  expect(JSON.stringify(await found('名鞋汇旗舰店'))).toContain(id);
});

test('an operator reads the mark on the sheet, and what the rules had written below it', async () => {
  const id = await filed(reworded);
  const { sheet, number } = await sheetOf(id);
  const read = await casesCommand(reworded.store, chineseCalendar, ['sheet', number]);
  expect(read).toContain(`\nSummary (AI-generated: reworded by ${MODEL})\n  ${sheet.summary}\n`);
  expect(read).toContain(`\nSummary (made by rules)\n  ${sheet.summaryPhrasing?.draft}\n`);
});

test('what is published of the case file and of the talk names it', () => {
  expect(JSON.stringify(caseSchema())).toContain('"summaryPhrasing"');
  const api = JSON.stringify(openApi(consoleTable));
  expect(api).toContain('"summaryPhrasing"');
  expect(api).toContain('"generated"');
});
