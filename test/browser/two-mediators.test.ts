import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { ConsoleOnPage, firstLink } from '../support/console-page.ts';
import { PASSWORD } from '../support/console.ts';
import { RealServer } from '../support/real-server.ts';
import { tellTradeStory } from '../support/tell-trade-story.ts';

const LOCAL = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
let browser: Browser;
let server: RealServer;
let wang: ConsoleOnPage;
let li: ConsoleOnPage;
let widget: WidgetOnPage;
/** Every other time all pages are loaded anew; the times between the server dies and comes back. */
let steps = 0;

const newPage = async (): Promise<Page> => (await browser.newContext(LOCAL)).newPage();

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start()]);
  wang = new ConsoleOnPage(await newPage());
  li = new ConsoleOnPage(await newPage());
  await wang.begin(await firstLink(server), '王主任');
  widget = await WidgetOnPage.open(await newPage(), server.url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** Whatever has been reached outlives a reload of every page, and the death of the server. */
afterEach(async () => {
  steps++;
  if (steps % 2 === 0) {
    await server.kill();
    await server.start();
    return;
  }
  await Promise.all([wang, li].map(({ page }) => page.reload()));
  await widget.page.reload();
  await widget.launch();
}, 40_000);

const reply = ({ page }: ConsoleOnPage) => page.getByRole('textbox', { name: '回复对方' });
const openTalk = async (desk: ConsoleOnPage, view: string): Promise<void> => {
  await desk.page.getByRole('tab', { name: new RegExp(view) }).click();
  await desk.page
    .getByRole('link', { name: /交易纠纷/ })
    .first()
    .click();
};

test('a colleague comes by a link, and both are on duty', async () => {
  await wang.page.getByRole('link', { name: '同事' }).click();
  await wang.press('邀请同事');
  await wang.fill('账号', 'li');
  await wang.page.getByRole('dialog').getByLabel('名字', { exact: true }).fill('李老师');
  await wang.page.getByRole('dialog').getByRole('button', { name: '邀请同事' }).click();
  const link = await wang.page.getByRole('textbox', { name: '邀请链接' }).inputValue();
  await wang.page.keyboard.press('Escape');
  await li.page.goto(link);
  await li.fill('设置密码', PASSWORD);
  await li.fill('再输一遍密码', PASSWORD);
  await li.press('开始使用');
  await wang.page.getByRole('link', { name: '会话', exact: true }).click();
  for (const desk of [wang, li]) {
    await desk.page.getByRole('switch').click();
    await desk.page.getByText('我在岗').waitFor();
  }
}, 40_000);

test('a case is filed, and somebody to talk to is asked for: both consoles call', async () => {
  await tellTradeStory(widget);
  await widget.press('现在没有');
  await widget.press('没问题');
  await widget.press('同意并提交');
  await widget.sees('已经提交');
  // Who may read along was agreed to with the case.
  await widget.say('转人工');
  for (const desk of [wang, li])
    await expect.poll(() => desk.page.title(), { timeout: 15_000 }).toContain('有人在等');
}, 60_000);

test('one accepts, and the other sees by whom', async () => {
  await openTalk(li, '等待中');
  await li.press('接入');
  await li.sees('李老师 接入了对话');
  await widget.sees('李老师调解员加入了对话');
  await openTalk(wang, '全部');
  await wang.sees('李老师 接入了对话');
  expect(await wang.page.getByRole('button', { name: '接入', exact: true }).count()).toBe(0);
}, 40_000);

test('they talk both ways, each word once', async () => {
  await reply(li).fill('您好，我是李老师，材料我看过了');
  await reply(li).press('Enter');
  await widget.sees('我是李老师');
  await widget.say('谢谢老师，商家一直没理我');
  for (const desk of [li, wang]) await desk.sees('商家一直没理我');
  expect(await widget.log.getByText('我是李老师').count()).toBe(1);
}, 40_000);

test('a document is asked for, and comes', async () => {
  await li.press('要材料');
  const dialog = li.page.getByRole('dialog');
  await dialog.getByRole('textbox').last().fill('和商家的聊天记录');
  await dialog.getByRole('button', { name: '发出请求' }).click();
  await widget.sees('请您发一下：和商家的聊天记录');
  const buffer = await sharp({ create: { width: 320, height: 200, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  await widget.attach([{ name: '聊天记录.png', mimeType: 'image/png', buffer }]);
  for (const desk of [li, wang]) await desk.sees('聊天记录.png');
}, 40_000);

test('a note of one is read by the other, and by nobody else', async () => {
  for (const { page } of [li, wang]) await page.getByRole('tab', { name: '备注' }).click();
  await li.page.getByPlaceholder('只有同事看得到，对方看不到').fill('商家客服答应三天内回复');
  await li.press('添加备注');
  await wang.page.getByText('商家客服答应三天内回复').first().waitFor();
  expect(await widget.transcript()).not.toContain('答应三天内');
}, 40_000);

async function moveOn({ page }: ConsoleOnPage, status: string, reason: string): Promise<Locator> {
  await page.getByRole('button', { name: '改状态' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('改为').click();
  await page.locator('.ant-select-item-option', { hasText: status }).click();
  await dialog.getByLabel('原因').fill(reason);
  return dialog;
}
const saved = async (dialog: Locator, name = '保存'): Promise<void> => {
  await dialog.getByRole('button', { name }).click();
  await dialog.waitFor({ state: 'hidden' });
};

test('whoever moves the case on what is no longer so sees what changed, and keeps what was typed', async () => {
  const mine = await moveOn(li, '处理中', '已联系商家');
  const theirs = await moveOn(wang, '等对方补充', '缺聊天记录');
  await saved(mine);
  await theirs.getByRole('button', { name: '保存' }).click();
  await theirs.getByText('刚才有人先改了').waitFor();
  expect(await theirs.getByLabel('原因').inputValue()).toBe('缺聊天记录');
  await saved(theirs, '按现在的情况再提交');
  await li.page.getByText('等对方补充').first().waitFor();
}, 40_000);

test('the case is closed, and the colleague sees it', async () => {
  await saved(await moveOn(li, '已结案', '商家同意退款'));
  await wang.page.getByText('已结案').first().waitFor();
}, 40_000);

test('the talk ends, and the person says how it was', async () => {
  await li.press('结束对话');
  await li.page.getByRole('dialog').getByRole('button', { name: '结束对话' }).click();
  await widget.sees('李老师调解员结束了这次沟通');
  await widget.press('很有帮助');
  await widget.sees('谢谢您告诉我们');
  await li.page.getByText('5 分（满分 5 分）').first().waitFor();
}, 40_000);

test('all of it is still there, once', async () => {
  await widget.sees('李老师调解员结束了这次沟通');
  const said = await widget.transcript();
  for (const words of ['李老师调解员加入了对话', '商家一直没理我', '李老师调解员结束了这次沟通'])
    expect(said.split(words)).toHaveLength(2);
}, 30_000);
