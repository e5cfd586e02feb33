import { expect, it } from 'vitest';
import { askedWait, waitBefore, waitForRestart } from '../../src/web/widget/waits.ts';

it('comes back sooner at first than later, and never after more than half a minute', () => {
  const longest = Array.from({ length: 12 }, (_, attempt) => waitBefore(attempt, 1));
  expect(longest.slice(0, 4)).toEqual([500, 1_000, 2_000, 4_000]);
  expect(longest.at(-1)).toBe(30_000);
  expect(waitBefore(0, 0)).toBe(250);
});

it('spreads those who come back to a server that starts again over seconds', () => {
  expect([waitForRestart(0), waitForRestart(0.5), waitForRestart(1)]).toEqual([500, 2_000, 3_500]);
});

it('waits no shorter than it was asked to', () => {
  expect([askedWait(4, 0), askedWait(4, 1), askedWait(0, 1)]).toEqual([4_000, 5_000, 0]);
});
