import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { ConsoleOnPage, firstLink } from '../support/console-page.ts';
import { RealServer } from '../support/real-server.ts';

const LOCAL = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
let browser: Browser;
let server: RealServer;
let desk: ConsoleOnPage;
let first: WidgetOnPage;
let second: WidgetOnPage;

const page = async () => (await browser.newContext(LOCAL)).newPage();
const wait = (widget: WidgetOnPage) => widget.page.locator('.wait');
const isAsked = () => desk.page.locator('.offer');

async function asks(widget: WidgetOnPage): Promise<void> {
  await widget.say('转人工');
  await widget.press('同意，转人工');
}

beforeAll(async () => {
  [browser, server] = await Promise.all([
    launchBrowser(),
    RealServer.start({ env: { OFFER_SECONDS: '600' } }),
  ]);
  desk = new ConsoleOnPage(await page());
  [first, second] = [
    await WidgetOnPage.open(await page(), server.url),
    await WidgetOnPage.open(await page(), server.url),
  ];
  await desk.begin(await firstLink(server), '王主任');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

test('who waits sees their place, and that nobody can say how long, also after the page is loaded anew', async () => {
  await asks(first);
  await wait(first).getByText('下一位就是您，要等多久还说不准').waitFor();
  await asks(second);
  await wait(second).getByText('前面还有 1 位').waitFor();
  await second.page.reload();
  await second.launch();
  await wait(second).getByText('前面还有 1 位').waitFor();
}, 30_000);

test('whoever comes on duty is asked to join who waits longest, and passes it on', async () => {
  await desk.page.getByRole('switch').click();
  await isAsked().getByText('轮到您接待').first().waitFor();
  for (const theme of ['浅色', '深色']) {
    await desk.choose(theme);
    expect(await desk.barriers()).toEqual([]);
  }
  await isAsked().getByRole('button', { name: '让给别人' }).first().click();
  await desk.page.getByText('五分钟内不会再请您').waitFor();
  // The other one is still offered, and it alone.
  await expect.poll(() => isAsked().count(), { timeout: 10_000 }).toBe(1);
}, 30_000);

test('the place goes up when somebody before has given up, without a reload', async () => {
  await wait(first).getByRole('button', { name: '不等了' }).click();
  await wait(second).getByText('下一位就是您').waitFor();
  await wait(first).getByText('位').waitFor({ state: 'hidden' });
}, 30_000);

test('a press joins whom one is asked to join, and the line of the queue goes', async () => {
  // The news that nobody waits any more is faster than the answer.
  await desk.page.route('**/accept', async route => {
    const response = await route.fetch();
    await isAsked().waitFor({ state: 'hidden' });
    await route.fulfill({ response });
  });
  await isAsked().getByRole('button', { name: '马上接入' }).first().click();
  await desk.sees('王主任 接入了对话');
  await second.sees(/王主任调解员加入了对话/);
  await wait(second).getByText('位').waitFor({ state: 'hidden' });
  await expect.poll(() => isAsked().count()).toBe(0);
}, 30_000);

test('each sees that the other is writing, never what, and no longer than they do', async () => {
  await desk.page.getByRole('textbox', { name: '回复对方' }).pressSequentially('您好');
  await second.sees('王主任调解员正在输入');
  await second.input.pressSequentially('我想');
  await desk.sees('对方正在输入');
  expect(await desk.log.innerText()).not.toContain('我想');
  await second.log.getByText('正在输入').waitFor({ state: 'hidden', timeout: 15_000 });
  await desk.log.getByText('正在输入').waitFor({ state: 'hidden', timeout: 15_000 });
}, 40_000);
