import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { FailingDisk } from '../support/failing-disk.ts';
import { RealServer } from '../support/real-server.ts';

const NOT_SAVED = '暂时保存不了，您的话还在，恢复后自动发送';

let browser: Browser;
let server: RealServer | undefined;
const disk = FailingDisk.inMemory(16);

beforeAll(async () => {
  browser = await launchBrowser();
  if (disk) server = await RealServer.start({ env: { DATA_DIR: disk.folder } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server?.stop();
  disk?.remove();
});

const newPage = async (): Promise<Page> => (await browser.newContext({ locale: 'zh-CN' })).newPage();

test('while the disk is full people keep what they say and hear why, and it goes out by itself', async context => {
  if (!disk || !server) return context.skip('this machine cannot mount a small disk');
  const page = await newPage();
  const state = page.locator('.state');
  const widget = await WidgetOnPage.open(page, server.url);
  await widget.say('支付宝可以打12378协商吗');
  await widget.sees('可以打，但要看您和谁有纠纷');

  disk.fill();
  await widget.say('我在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样，商家不理我');
  await expect.poll(() => state.innerText()).toBe(NOT_SAVED);
  await widget.say('名鞋汇旗舰店');
  const buffer = await sharp({ create: { width: 64, height: 48, channels: 3, background: '#336699' } })
    .png()
    .toBuffer();
  await widget.attach([{ name: '聊天记录.png', mimeType: 'image/png', buffer }]);
  await page.getByText('暂时保存不了，恢复后自动上传').waitFor();

  const newcomer = await newPage();
  const other = await WidgetOnPage.open(newcomer, server.url);
  await expect.poll(() => newcomer.locator('.state').innerText()).toBe(NOT_SAVED);
  await other.say('花呗还不上了，想协商分期');

  disk.free();
  await widget.sees('收到「聊天记录.png」');
  await other.sees(/花呗/);
  await expect.poll(() => state.innerText(), { timeout: 20_000 }).toBe('');
  await expect.poll(() => newcomer.locator('.state').innerText(), { timeout: 20_000 }).toBe('');
  const transcript = await widget.transcript();
  expect(transcript.split('跟图片完全不一样')).toHaveLength(2);
  expect(transcript.split('名鞋汇旗舰店')).toHaveLength(2);
}, 90_000);
