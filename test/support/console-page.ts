import type { Page } from 'playwright-core';
import { barriersOn } from './barriers-on.ts';
import { PASSWORD } from './console.ts';
import type { RealServer } from './real-server.ts';

/** The link that a server prints while nobody works there. */
export async function firstLink(server: RealServer): Promise<string> {
  for (;;) {
    const link = /begins at (\S+)\n/.exec(server.said)?.[1];
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
    await this.fill('账号', 'boss').catch(async (error: unknown) => {
      const shown = await this.page.locator('body').innerText();
      throw new Error(`${link} shows: ${shown}; ${this.complaints.join('; ')}`, { cause: error });
    });
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

  barriers(): Promise<string[]> {
    return barriersOn(this.page);
  }
}
