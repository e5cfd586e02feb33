import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { freePort, RealServer } from '../support/real-server.ts';

/** What the page has and Node, by whose types tests are checked, has not. */
interface BrowserGlobals {
  getComputedStyle(element: object): Record<string, string>;
}

let browser: Browser;
let parley: RealServer;
let shop: Server;
let shopUrl: string;

/** A page of somebody else: another origin, a strict policy, and styles that reach for everything. */
const POLICY = (from: string, socket: string) =>
  `default-src 'none'; style-src 'self'; img-src blob:; script-src ${from}; connect-src ${from} ${socket}`;
const STYLES = `
  * { margin: 7px; letter-spacing: 5px; color: red; font: 30px/3 cursive; text-transform: uppercase; white-space: nowrap; }
  div { display: none !important; position: static !important; }
  button { visibility: hidden; }`;

beforeAll(async () => {
  const port = await freePort();
  shopUrl = `http://localhost:${port}/`;
  const env = { ALLOWED_ORIGINS: `http://localhost:${port}` };
  [browser, parley] = await Promise.all([launchBrowser(), RealServer.start({ env })]);
  const from = parley.url.slice(0, -1);
  shop = createServer((request, response) => {
    const isStyle = request.url === '/shop.css';
    response.setHeader('Content-Type', isStyle ? 'text/css' : 'text/html; charset=utf-8');
    response.setHeader('Content-Security-Policy', POLICY(from, from.replace('http', 'ws')));
    response.end(
      isStyle
        ? STYLES
        : `<!doctype html><html lang="zh-CN"><link rel="stylesheet" href="/shop.css"><title>shop</title>
           <p>shop</p><script src="${from}/widget.js" data-language="zh-CN" async></script></html>`,
    );
  }).listen(port, '127.0.0.1');
  await once(shop, 'listening');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await parley.stop();
  shop.close();
});

async function embedded(): Promise<{ page: Page; widget: WidgetOnPage }> {
  const page = await (await browser.newContext()).newPage();
  return { page, widget: await WidgetOnPage.open(page, shopUrl) };
}

const times = (text: string, words: string): number => text.split(words).length - 1;

describe('on a page of another origin with a strict policy', () => {
  test('the widget works, and the styles of the page do not reach it', async () => {
    const { page, widget } = await embedded();
    await widget.say('支付宝可以打12378协商吗');
    await widget.sees('可以打，但要看您和谁有纠纷');
    const look = await widget.log.evaluate(log => {
      const { getComputedStyle } = globalThis as unknown as BrowserGlobals;
      const { color, fontSize, letterSpacing, textTransform } = getComputedStyle(log);
      return { color, fontSize, letterSpacing, textTransform };
    });
    expect(look).toEqual({
      color: 'rgb(22, 38, 42)',
      fontSize: '16px',
      letterSpacing: 'normal',
      textTransform: 'none',
    });
    await widget.attach([{ name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('卖家说不退') }]);
    await widget.sees('说明.txt');
    await page.context().close();
  }, 30_000);

  test('what is said while the server is away is shown at once, kept over a reload, and sent once', async () => {
    const { page, widget } = await embedded();
    await widget.sees('协商助手');
    await parley.kill();
    await page.getByText('已断开').waitFor();
    await widget.say('服务器不在的时候说的');
    await widget.sees('发送中');
    const [log, said] = await Promise.all([
      widget.log.boundingBox(),
      widget.log.getByText('服务器不在的时候说的').boundingBox(),
    ]);
    const bottomOf = (box: typeof log): number => (box ? box.y + box.height : Number.NaN);
    expect(bottomOf(said)).toBeLessThanOrEqual(bottomOf(log));
    await widget.say('接着又说了一句');
    await parley.start();
    await page.reload();
    await widget.launch();
    await expect.poll(async () => times(await widget.transcript(), '已送达'), { timeout: 15_000 }).toBe(2);
    const transcript = await widget.transcript();
    expect(times(transcript, '服务器不在的时候说的')).toBe(1);
    expect(transcript.indexOf('服务器不在的时候说的')).toBeLessThan(transcript.indexOf('接着又说了一句'));
    await page.context().close();
  }, 60_000);

  test('a conversation the server does not know gives way to a new one, and the unsent words come back', async () => {
    const { page, widget } = await embedded();
    await widget.sees('协商助手');
    await parley.kill();
    await page.getByText('已断开').waitFor();
    await widget.say('还没发出去的话');
    await page.evaluate(() => {
      for (const [key, value] of Object.entries({ ...localStorage }) as [string, string][]) {
        localStorage.setItem(key, value.replace('"conversation":"', '"conversation":"gone-'));
      }
    });
    await parley.start();
    await page.reload();
    await widget.launch();
    await page.getByText('没发出去的话放回了输入框').waitFor();
    expect(await widget.input.inputValue()).toBe('还没发出去的话');
    await page.context().close();
  }, 60_000);
});

test('two tabs speak the same language', async () => {
  const context = await browser.newContext();
  const [here, there] = [await context.newPage(), await context.newPage()];
  const widgets = [await WidgetOnPage.open(here, parley.url), await WidgetOnPage.open(there, parley.url)];
  await there.getByRole('button', { name: 'English' }).click();
  for (const widget of widgets) {
    await expect.poll(() => widget.input.getAttribute('aria-label')).toBe('Tell me what happened');
  }
  await context.close();
}, 30_000);
