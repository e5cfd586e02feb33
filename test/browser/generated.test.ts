import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Language } from '../../src/core/knowledge/localized.ts';
import { systemClock } from '../../src/runtime/clock.ts';
import { barriersOn } from '../support/barriers-on.ts';
import { launchBrowser, WidgetOnPage } from '../support/browser.ts';
import { ConsoleOnPage, firstLink } from '../support/console-page.ts';
import { RealServer } from '../support/real-server.ts';
import { MODEL, otherwise, rewordingStore } from '../support/rewording-store.ts';
import { fullTalk, running } from '../support/running.ts';
import { operatorKey, sqliteStore } from '../support/stores.ts';

const LOCAL = { locale: 'zh-CN', timezoneId: 'Asia/Shanghai' };
const TALKS = {
  'zh-CN': fullTalk,
  en: [{ text: 'I bought shoes on Taobao for 299 yuan and they look nothing like the picture.' }],
};
const MARKS = {
  'zh-CN': /^AI生成: AI 只帮忙换了个说法/,
  en: /^AI-generated: AI only polished the wording/,
};
const THEMES = ['light', 'dark'] as const;

const folder = mkdtempSync(join(tmpdir(), 'parley-generated-'));
let browser: Browser;
let server: RealServer;
/** What the browser of a person keeps. */
const sessions = new Map<Language, { conversation: string; token: string }>();

beforeAll(async () => {
  const store = rewordingStore(sqliteStore(join(folder, 'parley.db')));
  const { conversations, settled, stop } = running(store, undefined, { clock: systemClock });
  for (const language of ['zh-CN', 'en'] as const) {
    const session = await conversations.open({ language, channel: 'web' });
    sessions.set(language, session);
    for (const [at, message] of TALKS[language].entries())
      await conversations.receive(session.conversation, { ...message, id: `m${at}` });
  }
  await settled();
  await stop();
  await store.close();
  const env = { DATA_DIR: folder, OPERATOR_KEY: operatorKey.toString('base64') };
  [browser, server] = await Promise.all([launchBrowser(), RealServer.start({ env })]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The widget of somebody who comes back to their talk. */
async function widgetOf(language: Language, colorScheme: (typeof THEMES)[number]): Promise<WidgetOnPage> {
  const context = await browser.newContext({ ...LOCAL, colorScheme });
  const session = JSON.stringify(sessions.get(language));
  await context.addInitScript(`localStorage.setItem('parley:session', ${JSON.stringify(session)});
    localStorage.setItem('parley:language', '${language}');`);
  return WidgetOnPage.open(await context.newPage(), server.url);
}

test.each((['zh-CN', 'en'] as const).flatMap(language => THEMES.map(theme => [language, theme] as const)))(
  'the widget marks the words of a model, in %s and %s',
  async (language, theme) => {
    const { page, log } = await widgetOf(language, theme);
    const mark = log.getByRole('img', { name: MARKS[language] });
    await mark.last().waitFor();
    const bubbles = log.locator('.bubble[data-generated]');
    expect(await mark.count()).toBe(await bubbles.count());
    // The greeting is the rules' own.
    expect(await log.locator('.bot .bubble').count()).toBeGreaterThan(await bubbles.count());
    await mark.last().scrollIntoViewIfNeeded();
    expect(await mark.last().getAttribute('title')).not.toBeNull();
    const copied = await bubbles.last().evaluate(bubble => {
      const page = bubble.ownerDocument.defaultView;
      page?.getSelection()?.selectAllChildren(bubble);
      return page?.getSelection()?.toString();
    });
    expect(copied).toMatch(language === 'en' ? /^All right\. .* AI-generated/ : /^好的，明白了。.* AI生成/);
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  },
  60_000,
);

test('the console marks them in the talk, and shows what the rules had written for the summary', async () => {
  const context = await browser.newContext(LOCAL);
  const desk = new ConsoleOnPage(await context.newPage());
  const { page } = desk;
  await desk.begin(await firstLink(server), '王主任');
  await page.goto(`${server.url}console/#/conversations/${sessions.get('zh-CN')?.conversation}`);
  const found: string[] = [];
  for (const [theme, choice, language, mark, own] of [
    ['light', '浅色', 'zh-CN', /^AI生成: AI 只换了说法/, '规则写的原文'],
    ['dark', '深色', 'zh-CN', /^AI生成: AI 只换了说法/, '规则写的原文'],
    ['dark', 'English', 'en', /^AI-generated: AI only/, "The rules' own words"],
    ['light', 'Light', 'en', /^AI-generated: AI only/, "The rules' own words"],
  ] as const) {
    await desk.choose(choice);
    await desk.log.locator('.bubble[data-generated]').getByRole('img', { name: mark }).last().waitFor();
    await desk.log.locator('[data-generated]').last().scrollIntoViewIfNeeded();
    const sheet = page.locator('.sheet');
    await sheet.locator('[data-generated]').getByRole('img', { name: mark }).waitFor();
    const rules = sheet.locator('details', { hasText: own });
    if ((await rules.getAttribute('open')) === null) {
      await rules.locator('summary').focus();
      await page.keyboard.press('Enter');
    }
    const [draft] = await rules.locator('p').allInnerTexts();
    expect(await sheet.locator('p[data-generated]').innerText()).toContain(otherwise(draft ?? ''));
    await rules.getByText(MODEL).waitFor();
    found.push(...(await desk.barriers()).map(barrier => `${language}, ${theme}: ${barrier}`));
  }
  expect(found).toEqual([]);
}, 120_000);
