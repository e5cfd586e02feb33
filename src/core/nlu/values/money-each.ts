import type { MoneyValue } from '../../knowledge/value.ts';
import * as en from '../../language/en/each.ts';
import * as zh from '../../language/zh-CN/each.ts';

/** How far before an amount words that say how often it comes may begin. */
const REACH = 20;

/** How often an amount comes, from the words beside it (每期1200, 3000 a month); null where it comes once. */
export function eachOf(text: string, start: number, end: number): MoneyValue['each'] | null {
  const before = text.slice(Math.max(0, start - REACH), start);
  const after = text.slice(end, end + REACH);
  return (
    [...zh.EACH_AFTER, ...en.EACH_AFTER].find(([, words]) => words.test(after))?.[0] ??
    [...zh.EACH_BEFORE, ...en.EACH_BEFORE].find(([, words]) => words.test(before))?.[0] ??
    null
  );
}
