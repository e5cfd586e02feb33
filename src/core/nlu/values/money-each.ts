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
    (MAY_BEGIN.test(after) && AFTER.find(([, words]) => words.test(after))?.[0]) ||
    (MAY_HOLD.test(before) && BEFORE.find(([, words]) => words.test(before))?.[0]) ||
    null
  );
}

const AFTER = [...zh.EACH_AFTER, ...en.EACH_AFTER];
const BEFORE = [...zh.EACH_BEFORE, ...en.EACH_BEFORE];
/** What all words after an amount begin with, and what some word before it has. */
const MAY_BEGIN = /^ ?[一每/pea]/;
const MAY_HOLD = /每|期供|一期|月[供还租]|一个月|年费|日租|each|every|per |ly|annual/;
