import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { conversationStream } from '../../src/runtime/streams.ts';
import { sealedStore } from '../../src/stores/sealing/sealed-store.ts';
import { sqliteLedger } from '../../src/stores/sqlite/sqlite-ledger.ts';
import { launchBrowser } from '../support/browser.ts';
import { ConsoleOnPage, firstLink } from '../support/console-page.ts';
import { RealServer } from '../support/real-server.ts';
import { fullTalk, running } from '../support/running.ts';
import { memoryStore } from '../support/stores.ts';

const within = { timeout: 10_000 };
let browser: Browser;
let server: RealServer;
let desk: ConsoleOnPage;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start()]);
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  desk = new ConsoleOnPage(await context.newPage());
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Has somebody said this in the server's own store, days ago. */
async function toldDaysAgo(days: number, messages: { text: string; choice?: string }[]): Promise<void> {
  const at = new Date(Date.now() - days * 86_400_000).toISOString();
  const told = memoryStore();
  const runtime = running(told, undefined, { clock: { now: () => at } });
  const { conversation } = await runtime.conversations.open({ language: 'zh-CN', channel: 'web' });
  for (const [index, message] of messages.entries())
    await runtime.conversations.receive(conversation, { ...message, id: `m${index}` });
  const stream = conversationStream(conversation);
  const key = Buffer.from(readFileSync(join(server.folder, 'operator.key'), 'utf8').trim(), 'base64');
  const store = sealedStore(sqliteLedger(join(server.folder, 'parley.db')), key);
  for (const [cause, stored] of Map.groupBy(await told.read(stream), one => one.cause)) {
    const expectedVersion = (stored[0]?.version ?? 1) - 1;
    const events = stored.map(one => one.event);
    await store.append({ stream, owner: conversation, expectedVersion, cause, at, events });
  }
  await store.close();
  await runtime.stop();
}

const lines = () => desk.page.locator('.inbox-list a');
const marked = () => desk.page.locator('.inbox-list mark').allInnerTexts();

test('a deadline that is over calls, and is marked in the list', async () => {
  await desk.begin(await firstLink(server), '王主任');
  await toldDaysAgo(0, [
    { text: '妈妈买保健品被骗了三万块，訂單號 2026 0315 2200' },
    { text: '转人工' },
    { text: '好', choice: 'handoff:yes' },
  ]);
  await toldDaysAgo(9, fullTalk);
  await desk.page.getByText('有期限已经超期').waitFor({ timeout: 15_000 });
  await desk.page.getByRole('button', { name: '去看看' }).click();
  await desk.page.locator('.line-due-breached').waitFor();
}, 60_000);

test('the deadline says how it was reckoned; it is met, and taken back', async () => {
  const { page } = desk;
  const card = page.locator('.deadline');
  await card.getByText(/超期 \d+ 天/).waitFor();
  await card.getByText('怎么算出来的').click();
  await card.getByText(/的次日起算/).waitFor();
  await card.getByRole('button', { name: '标为完成' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '标为完成' }).click();
  await card.getByText(/王主任 于 .* 完成（迟于到期日）/).waitFor();
  await page.locator('.line-due-breached').waitFor({ state: 'hidden' });
  await card.getByRole('button', { name: '继续计时' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '继续计时' }).click();
}, 60_000);

test('a deadline that runs is paused with a reason', async () => {
  const { page } = desk;
  await toldDaysAgo(0, fullTalk);
  await page.getByRole('link', { name: /到期 \d/ }).click();
  const card = page.locator('.deadline');
  // Of which it is depends on the day of the week.
  await card.getByText(/^(进行中|快到期)$/).waitFor();
  await card.getByRole('button', { name: /^暂\s?停$/ }).click();
  const dialog = page.getByRole('dialog');
  const pause = dialog.getByRole('button', { name: /^暂\s?停$/ });
  expect(await pause.isDisabled()).toBe(true);
  await dialog.getByRole('textbox').fill('等商家提供检测报告');
  await pause.click();
  await card.getByText('已暂停').waitFor();
  await card.getByText('怎么算出来的').click();
  await card.getByText(/等商家提供检测报告（王主任）/).waitFor();
}, 60_000);

test('what was said is found while one writes, and the words are marked', async () => {
  const { page } = desk;
  await page.keyboard.press('/');
  await page.keyboard.type('保健品');
  await expect.poll(() => lines().count(), within).toBe(1);
  expect(await marked()).toEqual(['保健品']);
  for (const [query, words] of [
    ['买保健', '买保健'],
    ['订单号', '訂單號'],
    ['03152200', '0315 2200'],
    ['名鞋汇', '名鞋汇'],
  ] as const) {
    await page.getByRole('searchbox').fill(query);
    await expect.poll(marked, within).toContain(words);
  }
  expect(page.url()).not.toMatch(/%|名鞋汇/);
  await page.getByRole('searchbox').fill('没有人说过的话');
  await page.getByText('没有找到').waitFor();
  expect(await page.getByRole('tab', { name: /等待中 3/ }).isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await expect.poll(() => lines().count(), within).toBe(3);
}, 60_000);

test('lists are narrowed, and a reload keeps by what', async () => {
  const { page } = desk;
  await page.keyboard.press('Escape');
  await desk.press('筛选');
  await page.getByRole('combobox', { name: '按状态筛选' }).click();
  await page.getByTitle('新案件').click();
  await expect.poll(() => lines().count(), within).toBe(2);
  expect(page.url()).toContain('standing=new');
  await page.reload();
  await expect.poll(() => lines().count(), within).toBe(2);
  await desk.press('清除筛选');
  await expect.poll(() => lines().count(), within).toBe(3);
}, 60_000);

test('nothing of it keeps anybody out, in light and in dark', async () => {
  const found: string[] = [];
  await desk.page.getByRole('searchbox').fill('淘宝');
  await expect.poll(marked, within).toContain('淘宝');
  for (const name of ['浅色', '深色']) {
    await desk.choose(name);
    found.push(...(await desk.barriers()).map(barrier => `${name}: ${barrier}`));
  }
  expect(found).toEqual([]);
  const expected = /401|ERR_CONNECTION|WebSocket/;
  expect(desk.complaints.filter(complaint => !expected.test(complaint))).toEqual([]);
}, 60_000);
