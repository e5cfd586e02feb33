import { readFileSync } from 'node:fs';
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
  await desk.begin(await firstLink(server), '王主任');
  widget = await WidgetOnPage.open(pages[1], server.url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const open = (link: string): Promise<void> =>
  desk.page.getByRole('link', { name: link, exact: true }).click();
const tile = (name: string) => desk.page.locator('.tile', { hasText: name }).locator('strong');

test('where nothing has happened, the figures say why there are none', async () => {
  await open('数据看板');
  // Whoever opens the widget has come.
  await expect.poll(() => tile('来访').innerText(), { timeout: 10_000 }).toBe('1');
  await desk.page.getByText('这几天没有提交案件').waitFor();
}, 30_000);

test('a page that cannot be loaded says so, and all around it goes on', async () => {
  const { page } = desk;
  await page.route('**/assets/audit-page*', route => route.abort('connectionreset'));
  await open('操作记录');
  await page.getByText('这里没有显示出来').waitFor();
  await open('数据看板');
  await tile('来访').waitFor();
  await page.unroute('**/assets/audit-page*');
  await open('操作记录');
  await page.getByText('这里没有显示出来').waitFor();
  // Of that alone the browser complains.
  const complaints = desk.complaints.splice(0).filter(complaint => !complaint.includes('401'));
  expect(complaints.filter(complaint => !/audit-page|ERR_CONNECTION_RESET/.test(complaint))).toEqual([]);
  await desk.press('重新加载');
  await page.getByRole('row').first().waitFor();
  await open('数据看板');
}, 30_000);

test('what happens is counted, and can be read as a picture, as a table, and taken away', async () => {
  await widget.say('外星人能用借呗吗？');
  await widget.say('转人工');
  await widget.press('同意，转人工');
  await desk.page.reload();
  await expect.poll(() => tile('现在在等').innerText(), { timeout: 10_000 }).toBe('1');
  await desk.page.getByText('外星人能用借呗吗').waitFor();
  const waiting = desk.page.getByRole('region', { name: '每天的排队情况' });
  await waiting.getByRole('img', { name: '每天的排队情况' }).waitFor();
  await waiting.getByRole('button', { name: '看表格' }).click();
  expect(await waiting.getByRole('row').last().innerText()).toMatch(/\d{4}-\d\d-\d\d\s+1\s+1$/);
  const [download] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.getByRole('link', { name: '下载表格 (CSV)' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\uFEFFwhat,of,value\r\n/);
}, 30_000);

test('a reply with a number that nobody has vetted is warned of before it is saved, and after', async () => {
  const { page } = desk;
  await open('常用回复');
  await desk.press('新建回复');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('标题').first().fill('售后电话');
  const text = dialog.getByLabel('内容').first();
  await text.fill('请打95055。');
  await dialog.getByText('这些内容不能说，请修改').waitFor();
  expect(await dialog.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
  await text.fill('我是{name}，售后请打95999。');
  await dialog.getByText('有没核实过的内容，请先核对').waitFor();
  await desk.press('已核实，保存');
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('号码 95999 不在核实过的热线里。').waitFor();
}, 30_000);

test('it is rewritten only on top of what others have written meanwhile, and nothing typed is lost', async () => {
  const { page } = desk;
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByRole('button', { name: '编辑' }).click();
  // A page that lies behind another is hardly drawn, and nobody works in one.
  await page.bringToFront();
  await page.getByRole('button', { name: '编辑' }).click();
  const mine = page.getByRole('dialog').getByLabel('内容').first();
  await mine.fill('我是{name}，售后请打12315。');
  await other.bringToFront();
  await other.getByRole('dialog').getByLabel('内容').first().fill('您好，我是{name}。');
  await other.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await other.getByRole('dialog').waitFor({ state: 'hidden' });
  await other.close();
  await page.bringToFront();
  await page.getByRole('dialog').getByRole('button', { name: '保存', exact: true }).click();
  await page.getByRole('dialog').getByText('您好，我是{name}。').waitFor();
  expect(await mine.inputValue()).toBe('我是{name}，售后请打12315。');
  await page.getByRole('dialog').getByRole('button', { name: '按现在的情况再提交' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.getByText('我是{name}，售后请打12315。').waitFor();
}, 30_000);

test('mediators put it where they write, with what is known filled in and nothing else', async () => {
  const { page } = desk;
  await open('会话');
  await page.getByRole('link', { name: /等人接入/ }).click();
  await desk.press('接入');
  await desk.sees('王主任 接入了对话');
  await desk.press('常用回复');
  const dialog = page.getByRole('dialog');
  const day = dialog.locator('li', { hasText: '答复的日子' });
  expect(await day.getByRole('button').isDisabled()).toBe(true);
  await dialog.getByRole('searchbox').fill('售后');
  await dialog.getByRole('button', { name: '放进输入框' }).click();
  const field = page.getByRole('textbox', { name: '回复对方' });
  await expect.poll(() => field.inputValue()).toBe('我是王主任，售后请打12315。');
}, 30_000);

test('colleagues’ talks and duty can be seen, and set', async () => {
  const { page } = desk;
  await open('同事');
  await page.getByText('1 / 4').waitFor();
  await page.getByRole('switch', { name: '王主任 是否在岗' }).click();
  await page.getByText('我在岗').waitFor();
}, 30_000);

test('nothing keeps anybody out, in light and in dark, in either language', async () => {
  const { page } = desk;
  const found: string[] = [];
  const look = async (where: string, link: string, sign: string): Promise<void> => {
    await open(link);
    await page.getByText(sign).first().waitFor();
    found.push(...(await desk.barriers()).map(barrier => `${where}: ${barrier}`));
  };
  for (const theme of ['浅色', '深色']) {
    await desk.choose(theme);
    await look(`${theme}, figures`, '数据看板', '每天的排队情况');
    await look(`${theme}, replies`, '常用回复', '系统自带');
    await look(`${theme}, colleagues`, '同事', '1 / 4');
  }
  await desk.choose('English');
  await look('English, figures', 'Dashboard', 'Waiting by day');
  await look('English, replies', 'Replies', 'Built in');
  expect(found).toEqual([]);
  expect(desk.complaints.filter(complaint => !/401|422|409/.test(complaint))).toEqual([]);
}, 60_000);
