import { describe, expect, test } from 'vitest';
import type { SlotValue } from '../../../src/core/knowledge/value.ts';
import { showCandidates } from '../../../src/core/dialogue/show-value.ts';
import { contextOf } from '../../support/reading-context.ts';
import { mind } from '../../support/running.ts';

const slot = contextOf('money').asked;
const money = (lo: number, hi = lo): SlotValue => ({ kind: 'money', lo, hi, currency: 'CNY', approx: false });
const shown = (candidates: SlotValue[], language: 'zh-CN' | 'en'): string[] =>
  slot ? showCandidates(candidates, slot, mind.knowledge, language) : [];

describe('readings among which the person chooses', () => {
  test('amounts are said in words beside their digits', () => {
    const candidates = [money(3_500_000), money(3_000_500)];
    expect(shown(candidates, 'zh-CN')).toEqual(['35,000 元（三万五千）', '30,005 元（三万零五）']);
    expect(shown(candidates, 'en')).toEqual([
      '35,000 yuan (thirty-five thousand)',
      '30,005 yuan (thirty thousand and five)',
    ]);
  });
  test('an amount alone, and a stretch, is shown in digits', () => {
    expect(shown([money(3_500_000)], 'zh-CN')).toEqual(['35,000 元']);
    expect(shown([money(100, 200), money(500)], 'zh-CN')).toEqual(['1–2 元', '5 元（五）']);
  });
});
