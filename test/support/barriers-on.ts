import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

/** In the browser: nothing turns while it loads, and no movement is under way. */
const STANDS_STILL = `
  document.querySelector('.ant-spin-spinning, .ant-skeleton-active') === null &&
  document.getAnimations().every(one => one.playState !== 'running')`;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  violations: { id: string; impact: string | null; nodes: { html: string }[] }[];
}

/** What axe finds that keeps somebody out, by rule, once all has been loaded and nothing fades in or out any more. */
export async function barriersOn(page: Page): Promise<string[]> {
  for (let looks = 0; looks < 100 && !(await page.evaluate(STANDS_STILL)); looks++)
    await page.waitForTimeout(50);
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html.slice(0, 150)).join(' | ')}`);
  });
}
