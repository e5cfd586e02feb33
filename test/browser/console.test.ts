import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { ConsoleOnPage, firstLink } from '../support/console-page.ts';
import { RealServer } from '../support/real-server.ts';

const LOCAL = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
let browser: Browser;
let server: RealServer;
let desk: ConsoleOnPage;
let widget: WidgetOnPage;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start()]);
  const [mine, theirs] = await Promise.all([browser.newContext(LOCAL), browser.newContext(LOCAL)]);
  const pages = await Promise.all([mine.newPage(), theirs.newPage()]);
  desk = new ConsoleOnPage(pages[0]);
  widget = await WidgetOnPage.open(pages[1], server.url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('the first supervisor begins by the link, and sees that nobody waits', async () => {
  await desk.begin(await firstLink(server), '王主任');
  expect(desk.page.url()).not.toContain('link=');
  await desk.page.getByText('现在没有人在等').waitFor();
  await desk.page.getByRole('switch').click();
  await desk.page.getByText('我在岗').waitFor();
}, 30_000);

test('somebody asks for a person, and the console calls', async () => {
  await widget.say('淘宝买的鞋，收到和描述不符，商家不退款');
  await widget.say('转人工');
  await widget.press('同意，转人工');
  await expect.poll(() => desk.page.title(), { timeout: 10_000 }).toContain('(1) 有人在等');
  await desk.page.getByRole('link', { name: /等人接入/ }).click();
  await desk.sees('收到和描述不符');
}, 30_000);

test('they talk, and nothing is said before the mediator has joined', async () => {
  const send = desk.page.getByRole('button', { name: '发送', exact: true });
  await desk.page.getByRole('textbox', { name: '回复对方' }).fill('您好，我是王主任');
  expect(await send.isDisabled()).toBe(true);
  await desk.press('接入');
  await desk.sees('王主任 接入了对话');
  await send.click();
  await widget.sees('您好，我是王主任');
  await widget.say('您好，麻烦您了');
  await desk.sees('您好，麻烦您了');
}, 30_000);

test('a fact the bot asks for stands on the sheet, and leads to the words it came from', async () => {
  await desk.press('补问信息');
  await desk.page.getByRole('combobox', { name: '补问信息' }).fill('金额');
  await desk.page.keyboard.press('Enter');
  await desk.press('发出请求');
  await desk.page.getByText(/^正在问：/).waitFor();
  await widget.say('一共299块');
  const amount = desk.page.getByRole('button', { name: /299/ }).first();
  await amount.click();
  await expect.poll(() => desk.log.locator('mark').innerText()).toContain('299');
}, 30_000);

test('what is said while the line is down goes out by itself, once', async () => {
  await server.kill();
  await desk.page.getByText('连接中断，正在重连').waitFor();
  await desk.say('我还在');
  await desk.sees(/没有发出去/);
  await server.start();
  await widget.sees('我还在');
  await desk.log.getByText(/没有发出去/).waitFor({ state: 'hidden' });
  await desk.page.reload();
  await desk.sees('我还在');
  expect(await desk.log.getByText('我还在').count()).toBe(1);
}, 40_000);

test('a note whose answers get lost is kept once, however often it is sent', async () => {
  const { page } = desk;
  let lost = 0;
  await page.route('**/notes', async route => {
    if (++lost > 2) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.getByRole('tab', { name: /备注/ }).click();
  const field = page.getByRole('textbox', { name: '内部备注' });
  await field.fill('她说商家换了客服');
  await desk.press('添加备注');
  // Tried twice by itself, and the words still stand there.
  await expect.poll(() => lost, { timeout: 10_000 }).toBe(2);
  await page.locator('.notes .ant-btn-loading').waitFor({ state: 'hidden' });
  expect(await field.inputValue()).toBe('她说商家换了客服');
  await page.getByRole('button', { name: '添加备注' }).click();
  await expect.poll(() => field.inputValue()).toBe('');
  expect(await page.locator('.note-text').allInnerTexts()).toEqual(['她说商家换了客服']);
}, 40_000);

test('the bot goes on when the talk is returned', async () => {
  await desk.press('交回机器人');
  await desk.page.getByText('机器人在接待').waitFor();
  await widget.sees(/王主任/);
}, 30_000);

test('nothing keeps anybody out, in light and in dark', async () => {
  const { page } = desk;
  const found: string[] = [];
  const look = async (where: string): Promise<void> => {
    found.push(...(await desk.barriers()).map(barrier => `${where}: ${barrier}`));
  };
  for (const [theme, name] of [
    ['light', '浅色'],
    ['dark', '深色'],
  ] as const) {
    await desk.choose(name);
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    await look(`${theme}, talk`);
    for (const [link, sign] of [
      ['同事', '邀请同事'],
      ['API 密钥', '新建密钥'],
      ['操作记录', '所有操作'],
    ] as const) {
      await page.getByRole('link', { name: link }).click();
      await page.getByText(sign).first().waitFor();
      await look(`${theme}, ${link}`);
    }
    await page.getByRole('link', { name: '会话', exact: true }).click();
    await page.getByRole('tab', { name: /已结束/ }).click();
    await page.getByRole('link', { name: /交易纠纷/ }).click();
    await desk.sees('一共299块');
  }
  expect(found).toEqual([]);
}, 60_000);

test('the browser has forbidden nothing that the page does', () => {
  // Not that nobody was signed in yet, nor that the server was away.
  const expected = /401|ERR_CONNECTION|WebSocket/;
  expect(desk.complaints.filter(complaint => !expected.test(complaint))).toEqual([]);
});
