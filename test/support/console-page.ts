import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { PASSWORD } from './console.ts';
import type { RealServer } from './real-server.ts';

/** In the browser: nothing turns while it loads, and no movement is under way. */
const STANDS_STILL = `
  document.querySelector('.ant-spin-spinning, .ant-skeleton-active') === null &&
  document.getAnimations().every(one => one.playState !== 'running')`;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The link that a server prints while nobody works there. */
export async function firstLink(server: RealServer): Promise<string> {
  for (;;) {
    const link = /begins at (\S+)/.exec(server.said)?.[1];
    if (link) return link;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}

/** The console in a browser, by what a mediator sees and a screen reader hears. */
export class ConsoleOnPage {
  readonly page: Page;
  /** What the browser complained of, such as something that the page's policy forbids. */
  readonly complaints: string[] = [];

  constructor(page: Page) {
    this.page = page;
    page.on('console', message => {
      if (message.type() === 'error') this.complaints.push(message.text());
    });
    page.on('pageerror', error => this.complaints.push(String(error)));
  }

  /** Begins as the first supervisor. */
  async begin(link: string, name: string): Promise<void> {
    await this.page.goto(link);
    await this.fill('账号', 'boss');
    await this.fill('您的名字', name);
    await this.fill('设置密码', PASSWORD);
    await this.fill('再输一遍密码', PASSWORD);
    await this.press('开始使用');
    await this.page.getByRole('switch').waitFor();
  }

  async fill(label: string, text: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(text);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  /** Chooses something in one's own menu. */
  async choose(name: string): Promise<void> {
    await this.page.locator('.own-menu').click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
    await this.page.getByRole('menuitem', { name, exact: true }).waitFor({ state: 'hidden' });
  }

  get log() {
    return this.page.getByRole('log');
  }

  async say(text: string): Promise<void> {
    const field = this.page.getByRole('textbox', { name: '回复对方' });
    await field.fill(text);
    await field.press('Enter');
  }

  /** Resolves when the talk shows the words. */
  async sees(words: string | RegExp): Promise<void> {
    await this.log.getByText(words).last().waitFor({ timeout: 10_000 });
  }

  /** What axe finds that keeps somebody out, by rule, once all has been loaded and nothing fades in or out any more. */
  async barriers(): Promise<string[]> {
    for (let looks = 0; looks < 100 && !(await this.page.evaluate(STANDS_STILL)); looks++)
      await this.page.waitForTimeout(50);
    await this.page.evaluate(AXE);
    return this.page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
      const { violations } = await axe.run({ resultTypes: ['violations'] });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 150)).join(' | ')}`);
    });
  }
}

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
}
