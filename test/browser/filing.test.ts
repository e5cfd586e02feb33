import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { RealServer } from '../support/real-server.ts';
import { tellTradeStory } from '../support/tell-trade-story.ts';

let browser: Browser;
let server: RealServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start()]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const STORY = '我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我';

async function picture(name: string, background: string) {
  const buffer = await sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

async function newWidget(
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ page: Page; widget: WidgetOnPage }> {
  const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
  const page = await context.newPage();
  return { page, widget: await WidgetOnPage.open(page, server.url) };
}

describe('a person files a case', () => {
  test('with two pictures, checks the summary, agrees, and gets a number that stands in the case store', async () => {
    const { widget } = await newWidget();
    await widget.say('支付宝可以打12378协商吗');
    await widget.sees('可以打，但要看您和谁有纠纷');
    await tellTradeStory(widget);
    await widget.attach([await picture('聊天记录.png', '#336699'), await picture('账单详情.png', '#993366')]);
    await widget.sees('收到「账单详情.png」');
    await widget.press('传完了');
    await widget.sees('请从头看一遍');
    await widget.press('没问题');
    await widget.sees('最后一步，需要您点头');
    await widget.press('同意并提交');
    await widget.sees('已经提交');
    const number = /\d{6}-\d{5}-\d{5}/.exec(await widget.transcript())?.[0] ?? '';
    const shown = execFileSync(
      process.execPath,
      ['src/main.ts', 'cases', 'show', number, '--data', server.folder],
      { encoding: 'utf8' },
    );
    const file = JSON.parse(shown) as {
      number: string;
      evidence: { name: string; element: string }[];
      consent: { receiver: string };
    };
    expect(file.number).toBe(number);
    expect(file.evidence.map(one => one.name).sort()).toEqual(['聊天记录.png', '账单详情.png']);
    expect(file.consent.receiver).toBe('测试运营方');
    await widget.say('处理到哪一步了');
    await widget.sees('等调解员查看');
  }, 60_000);

  test('reloads in the middle and goes on', async () => {
    const { page, widget } = await newWidget();
    await widget.say(STORY);
    await widget.sees('商家叫什么名字');
    await page.reload();
    await widget.launch();
    await widget.sees('商家叫什么名字');
    await widget.say('名鞋汇旗舰店');
    await widget.sees('买的是什么');
    expect((await widget.transcript()).split(STORY)).toHaveLength(2);
  }, 30_000);

  test('sees the same in two tabs', async () => {
    const { page, widget } = await newWidget();
    const second = await WidgetOnPage.open(await page.context().newPage(), server.url);
    await widget.say(STORY);
    await second.sees('商家叫什么名字');
    await second.say('名鞋汇旗舰店');
    await widget.sees('买的是什么');
    await second.sees('买的是什么');
    const words = (text: string): string => text.replaceAll(/\s+/g, ' ');
    // One tab may still show 正在回复 for a moment.
    const compared = async (): Promise<string> => {
      const [one, other] = [words(await widget.transcript()), words(await second.transcript())];
      return one === other ? 'the same' : `${one}\n\n${other}`;
    };
    await expect.poll(compared, { timeout: 5_000 }).toBe('the same');
  }, 30_000);

  test('loses nothing that was shown when the server is killed and started again', async () => {
    const { widget } = await newWidget();
    await widget.say(STORY);
    await widget.sees('商家叫什么名字');
    const before = await widget.transcript();
    await server.kill();
    await widget.say('名鞋汇旗舰店');
    await server.start();
    await widget.sees('买的是什么');
    const after = await widget.transcript();
    expect(after.split('名鞋汇旗舰店')).toHaveLength(2);
    for (const line of before.split('\n').filter(one => one.length > 8)) expect(after).toContain(line);
  }, 60_000);
});

describe('the widget', () => {
  test('does not send with the Enter that ends a composition', async () => {
    const { page, widget } = await newWidget();
    await widget.input.fill('支付宝');
    await widget.input.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true });
    await widget.input.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await page.waitForTimeout(300);
    expect(await widget.input.inputValue()).toBe('支付宝');
    await widget.input.press('Enter');
    await expect.poll(() => widget.input.inputValue()).toBe('');
  }, 30_000);

  test('fits a screen 320 px wide', async () => {
    const { page, widget } = await newWidget({
      viewport: { width: 320, height: 568 },
      hasTouch: true,
      isMobile: true,
    });
    await widget.say('支付宝可以打12378协商吗');
    await widget.sees('可以打，但要看您和谁有纠纷');
    const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    const box = await widget.input.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(320);
  }, 30_000);

  test('can be used with the keyboard alone', async () => {
    const context = await browser.newContext({ locale: 'zh-CN' });
    const page = await context.newPage();
    await page.goto(server.url);
    const launcher = page.getByRole('button', { name: /打开协商助手/ });
    await launcher.focus();
    await page.keyboard.press('Enter');
    const widget = new WidgetOnPage(page);
    await widget.input.waitFor();
    await expect.poll(() => widget.input.evaluate(box => box.matches(':focus'))).toBe(true);
    await page.keyboard.type('处理到哪一步了');
    await page.keyboard.press('Enter');
    await widget.sees('这个对话里还没有提交过案件');
    await page.keyboard.press('Escape');
    await expect.poll(() => launcher.evaluate(button => button.matches(':focus'))).toBe(true);
  }, 30_000);

  test('says why a file was not taken, and what to do', async () => {
    const { widget } = await newWidget();
    await widget.attach([{ name: '空.png', mimeType: 'image/png', buffer: Buffer.alloc(0) }]);
    await widget.sees('「空.png」是空的');
    const { buffer } = await picture('x', '#336699');
    await widget.attach([
      { name: '半张.png', mimeType: 'image/png', buffer: buffer.subarray(0, buffer.length / 2) },
    ]);
    await widget.sees('「半张.png」打不开');
  }, 30_000);

  test('speaks English when asked to', async () => {
    const { page, widget } = await newWidget();
    await widget.sees('协商');
    await page.getByRole('button', { name: 'English' }).click();
    await widget.sees('we continue in English');
    await widget.say('Can I call 12378 to negotiate with Alipay?');
    await widget.sees('it depends on whom your dispute is with');
  }, 30_000);

  test('shows what people type as text, never as a page', async () => {
    const { page, widget } = await newWidget();
    await widget.say('<img src=x onerror="window.hacked=1"><b>粗</b>');
    await widget.sees('<b>粗</b>');
    expect(await page.evaluate('window.hacked')).toBeUndefined();
  }, 30_000);
});
