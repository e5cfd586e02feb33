import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { heic } from '../evidence/samples.ts';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { ConsoleOnPage, firstLink } from '../support/console-page.ts';
import { onePage, screenshot, tone } from '../support/real-files.ts';
import { RealServer } from '../support/real-server.ts';

vi.setConfig({ testTimeout: 60_000 });

const LOCAL = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
const PAGE = '<script>document.title = "taken over"</script>\n第二行';
let browser: Browser;
let server: RealServer;
let desk: ConsoleOnPage;
let widget: WidgetOnPage;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start()]);
  const [mine, theirs] = await Promise.all([
    browser.newContext({ ...LOCAL, viewport: { width: 1280, height: 800 }, acceptDownloads: true }),
    browser.newContext(LOCAL),
  ]);
  const pages = await Promise.all([mine.newPage(), theirs.newPage()]);
  desk = new ConsoleOnPage(pages[0]);
  widget = await WidgetOnPage.open(pages[1], server.url);
  await desk.begin(await firstLink(server), '王主任');
  await widget.say('淘宝买的鞋，收到和描述不符，商家不退款');
  await widget.say('转人工');
  await widget.press('同意，转人工');
  await desk.page.getByRole('link', { name: /等人接入/ }).click();
  await desk.sees('收到和描述不符');
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
});

async function send(...files: Parameters<WidgetOnPage['attach']>[0]): Promise<void> {
  // Files alone go by themselves, and such as are uploaded side by side arrive in any order.
  for (const file of files) {
    await widget.attach([file]);
    await inSheet(file.name).first().waitFor();
  }
}
/** Looks until it is so; a machine at work on much else takes its time. */
const shows = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });
const viewer = () => desk.page.getByRole('dialog');
const inSheet = (name: string) =>
  desk.page.locator('.evidence').getByRole('button', { name: new RegExp(name) });

test('files stand in the sheet by themselves while the person sends them', async () => {
  await send(
    { name: '聊天记录.jpg', mimeType: 'image/jpeg', buffer: await screenshot() },
    { name: '合同.pdf', mimeType: 'application/pdf', buffer: onePage('Contract 2026-03-15') },
    { name: '说明.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
  );
  await inSheet('聊天记录.jpg').first().waitFor();
  await inSheet('说明.html').first().waitFor();
});

test('a picture opens by key, grows and turns, and is noted', async () => {
  await desk.page.locator('body').press('e');
  const picture = viewer().getByRole('img', { name: '聊天记录.jpg' });
  await picture.waitFor();
  await shows(() => picture.evaluate(one => (one as unknown as { naturalWidth: number }).naturalWidth)).toBe(
    1080,
  );
  const transform = () => picture.evaluate(one => one.style.transform);
  await desk.page.keyboard.press('+');
  await shows(transform).toContain('scale3d(1.5');
  await desk.page.keyboard.press('r');
  await shows(transform).toContain('rotate(90deg)');
  await viewer().getByRole('button', { name: '恢复原样（0）' }).click();
  await shows(transform).toContain('rotate(0deg)');
  // The page behind hears no key, wherever the focus has gone.
  await picture.evaluate(one => one.ownerDocument.activeElement?.blur());
  await desk.page.keyboard.press('s');
  await desk.page.keyboard.press('r');
  await shows(transform).toContain('rotate(90deg)');
  expect(await desk.page.locator('.talk-side').isVisible()).toBe(true);
});

test('the arrows lead on: a PDF in its frame, and a page as mere text', async () => {
  await desk.page.keyboard.press('ArrowRight');
  const frame = viewer().locator('iframe[title="合同.pdf"]');
  await frame.waitFor();
  expect(await frame.getAttribute('src')).toMatch(/^blob:/);
  await viewer().getByRole('button', { name: '下一个文件（→）' }).click();
  await shows(() => viewer().locator('pre').innerText()).toBe(PAGE);
  expect(await desk.page.title()).not.toContain('taken over');
});

test('what comes while one looks joins: a recording that plays, and a picture that cannot be shown', async () => {
  await send(
    { name: '录音.wav', mimeType: 'audio/wav', buffer: tone() },
    { name: 'IMG_1.HEIC', mimeType: 'image/heic', buffer: Buffer.from(heic) },
  );
  await viewer().getByText('3 / 5').waitFor();
  await desk.page.keyboard.press('ArrowRight');
  const sound = viewer().locator('audio');
  await sound.waitFor();
  await shows(() => sound.evaluate(one => (one as unknown as { duration: number }).duration)).toBe(1);
  await desk.page.keyboard.press('ArrowRight');
  await viewer().getByText('这种文件不能在这里显示，请下载后查看').waitFor();
});

test('a file is saved as it came, and the whole as a ZIP, and all of it stands in the history', async () => {
  const [original] = await Promise.all([
    desk.page.waitForEvent('download'),
    viewer().getByRole('toolbar').getByRole('link', { name: '下载原文件' }).click(),
  ]);
  expect(original.suggestedFilename()).toBe('IMG_1.HEIC');
  await desk.page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'hidden' });
  const [archive] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.getByRole('link', { name: '导出案卷' }).click(),
  ]);
  expect(archive.suggestedFilename()).toMatch(/^conversation-[\w-]+\.zip$/);
  expect(await archive.failure()).toBeNull();
  await desk.page.getByRole('tab', { name: '经过' }).click();
  const history = desk.page.locator('.deeds');
  for (const deed of ['查看了材料 · 聊天记录.jpg', '下载了原文件 · IMG_1.HEIC', '导出了案卷'])
    await history.getByText(deed).first().waitFor();
});

test('from the talk a file opens too', async () => {
  await desk.log.getByRole('button', { name: '合同.pdf' }).click();
  await viewer().locator('iframe').waitFor();
  await desk.page.keyboard.press('Escape');
  await viewer().waitFor({ state: 'hidden' });
});

test('nothing keeps anybody out, in light and in dark', async () => {
  const found: string[] = [];
  for (const [theme, name] of [
    ['light', '浅色'],
    ['dark', '深色'],
  ] as const) {
    await desk.choose(name);
    await desk.page.locator(`html[data-theme=${theme}]`).waitFor();
    for (const file of ['聊天记录.jpg', '说明.html', 'IMG_1.HEIC']) {
      await desk.log.getByRole('button', { name: file }).click();
      await viewer().getByText(file).waitFor();
      found.push(...(await desk.barriers()).map(barrier => `${theme}, ${file}: ${barrier}`));
      await viewer().getByRole('button', { name: '关闭' }).click();
      await viewer().waitFor({ state: 'hidden' });
    }
  }
  expect(found).toEqual([]);
}, 180_000);

test('the browser has forbidden nothing that the page does', () => {
  // Not that nobody was signed in yet, nor that a file cannot be shown.
  const expected = /401|422/;
  expect(desk.complaints.filter(complaint => !expected.test(complaint))).toEqual([]);
});
