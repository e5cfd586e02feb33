import { type Browser, chromium, type Page } from 'playwright-core';

/** Debian's Chromium; as root it needs --no-sandbox, and it must not try to reach anything outside. */
export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** The widget of a page, by what a person sees and a screen reader hears. */
export class WidgetOnPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  static async open(page: Page, url: string): Promise<WidgetOnPage> {
    const widget = new WidgetOnPage(page);
    await page.goto(url);
    await widget.launch();
    return widget;
  }

  async launch(): Promise<void> {
    await this.page.getByRole('button', { name: /打开协商助手|Open the/ }).click();
    await this.input.waitFor();
  }

  get input() {
    return this.page.getByRole('textbox');
  }

  get log() {
    return this.page.getByRole('log');
  }

  async say(text: string): Promise<void> {
    await this.input.fill(text);
    await this.input.press('Enter');
  }

  async press(label: string): Promise<void> {
    await this.log.getByRole('button', { name: label, exact: true }).last().click();
  }

  /** Resolves when the transcript shows the words. */
  async sees(words: string | RegExp): Promise<void> {
    await this.log.getByText(words).last().waitFor({ timeout: 10_000 });
  }

  async attach(files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
    await this.page.locator('input[type=file]').setInputFiles(files);
  }

  async transcript(): Promise<string> {
    return this.log.innerText();
  }
}
