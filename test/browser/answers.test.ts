import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { RealServer } from '../support/real-server.ts';

let browser: Browser;
let server: RealServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function newWidget(): Promise<WidgetOnPage> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  return WidgetOnPage.open(await context.newPage(), server.url);
}

test('an answer that depends on the product asks for it by buttons, and the button answers exactly', async () => {
  const widget = await newWidget();
  await widget.say('支付宝可以打12378协商吗');
  await widget.sees('可以打，但要看您和谁有纠纷');
  await widget.sees('您的事和哪一样有关');
  await widget.press('花呗、借呗');
  await widget.sees('不替您谈');
  await widget.say('那12315呢');
  await widget.sees('和商家的纠纷可以打');
}, 30_000);

test('an answer shows what it stands on when asked, folded away until then', async () => {
  const widget = await newWidget();
  await widget.say('12378是什么电话');
  await widget.sees(/12378 是/);
  const source = widget.log.getByText('《关于金融消费者权益保护相关工作安排的公告》').first();
  expect(await source.isVisible()).toBe(false);
  const summary = widget.log.locator('details.basis summary').last();
  await summary.focus();
  await summary.press('Enter');
  await source.waitFor({ state: 'visible' });
  await expect
    .poll(() =>
      widget.log
        .getByText(/信息截至.*来源明确/)
        .first()
        .isVisible(),
    )
    .toBe(true);
}, 30_000);

test('every number in an answer can be dialled, and a wrong one cannot', async () => {
  const widget = await newWidget();
  await widget.say('12378和12315和12363打哪个');
  await widget.log.locator('a[href="tel:12363"]').first().waitFor();
  const numbers = await widget.log.locator('a[href^="tel:"]').allInnerTexts();
  expect(numbers).toEqual(expect.arrayContaining(['12378', '12363', '12315']));
  await widget.say('95055是支付宝客服吗');
  await widget.sees('95055 先别打');
  expect(await widget.log.locator('a[href="tel:95055"]').count()).toBe(0);
}, 30_000);
