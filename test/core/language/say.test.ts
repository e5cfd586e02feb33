import { describe, expect, test } from 'vitest';
import type { CountValue, DateValue, MoneyValue, SlotValue } from '../../../src/core/knowledge/value.ts';
import { sayValue } from '../../../src/core/language/say.ts';

const money = (lo: number | null, hi: number | null, more: Partial<MoneyValue> = {}): MoneyValue => ({
  kind: 'money',
  lo,
  hi,
  currency: 'CNY',
  approx: false,
  ...more,
});
const date = (
  lo: string,
  hi: string,
  grain: DateValue['grain'],
  approx = false,
  open?: DateValue['open'],
): DateValue => ({
  kind: 'date',
  lo,
  hi,
  grain,
  calendar: 'solar',
  zone: 'Asia/Shanghai',
  reference: '2026-11-23T04:00:00Z',
  approx,
  ...(open && { open }),
});
const count = (
  lo: number | null,
  hi: number | null,
  unit: CountValue['unit'],
  approx = false,
): CountValue => ({
  kind: 'count',
  lo,
  hi,
  unit,
  approx,
});

describe('sayValue', () => {
  test.each<[SlotValue, string, string]>([
    [money(350_000, 350_000), '3,500 元', '3,500 yuan'],
    [money(29_990, 29_990), '299.9 元', '299.90 yuan'],
    [money(1, 1), '0.01 元', '0.01 yuan'],
    [money(50_000, 80_000), '500–800 元', '500–800 yuan'],
    [money(300_000, 300_000, { approx: true }), '约 3,000 元', 'about 3,000 yuan'],
    [money(50_000, null), '至少 500 元', 'at least 500 yuan'],
    [money(null, 50_000), '最多 500 元', 'at most 500 yuan'],
    [money(30_000, 30_000, { currency: 'HKD' }), '300 港元', '300 Hong Kong dollars'],
    [money(30_000, 30_000, { currency: 'XAF' }), '300 XAF', '300 XAF'],
    [money(123_456_789_012, 123_456_789_012), '1,234,567,890.12 元', '1,234,567,890.12 yuan'],
    [date('2026-03-15', '2026-03-15', 'day'), '2026年3月15日', '15 March 2026'],
    [date('2026-03-15T20:30', '2026-03-15T20:30', 'minute'), '2026年3月15日 20:30', '15 March 2026, 20:30'],
    [
      date('2026-03-15T20:00', '2026-03-15T20:59', 'hour'),
      '2026年3月15日 20:00–20:59',
      '15 March 2026, 20:00–20:59',
    ],
    [date('2024-02-01', '2024-02-29', 'month'), '2024年2月', 'February 2024'],
    [date('2023-02-01', '2023-02-27', 'month'), '2023年2月1日至27日', '1 to 27 February 2023'],
    [date('2025-01-01', '2025-12-31', 'year'), '2025年', '2025'],
    [date('2026-03-01', '2026-03-10', 'third', true), '约 2026年3月1日至10日', 'about 1 to 10 March 2026'],
    [date('2026-03-30', '2026-04-02', 'day'), '2026年3月30日至4月2日', '30 March to 2 April 2026'],
    [
      date('2025-12-30', '2026-01-02', 'day'),
      '2025年12月30日至2026年1月2日',
      '30 December 2025 to 2 January 2026',
    ],
    [
      date('2026-03-15T20:15:33', '2026-03-15T20:15:33', 'second'),
      '2026年3月15日 20:15:33',
      '15 March 2026, 20:15:33',
    ],
    [date('2026-03-15', '2026-03-15', 'day', true, 'before'), '2026年3月15日之前', 'before 15 March 2026'],
    [date('2026-11-23', '2026-12-31', 'year', false, 'before'), '2027年1月1日之前', 'before 1 January 2027'],
    [
      date('2026-11-23', '2026-11-30', 'day', false, 'until'),
      '2026年11月30日及之前',
      'up to 30 November 2026',
    ],
    [date('2025-03-01', '2025-03-31', 'month', false, 'since'), '2025年3月起', 'since March 2025'],
    [date('2022-01-01', '2026-11-23', 'year', false, 'since'), '2022年1月1日起', 'since 1 January 2022'],
    [date('2026-03-15', '2026-11-23', 'day', true, 'after'), '2026年3月15日之后', 'after 15 March 2026'],
    [date('2008-01-01', '2026-11-23', 'year', true, 'after'), '2008年1月1日起', 'since 1 January 2008'],
    [count(24, 24, 'instalments'), '24 期', '24 instalments'],
    [count(1, 1, 'day'), '1 天', '1 day'],
    [count(3, 4, 'month', true), '约 3–4 个月', 'about 3–4 months'],
    [count(7, 7, 'none'), '7', '7'],
    [{ kind: 'phone', number: '13800000000', form: 'mobile' }, '13800000000', '13800000000'],
    [{ kind: 'counterparty', name: '某某旗舰店' }, '某某旗舰店', '某某旗舰店'],
    [{ kind: 'yes-no', yes: false }, '否', 'no'],
    [{ kind: 'non-answer', reason: 'unknown' }, 'unknown', 'unknown'],
  ])('%j', (value, chinese, english) => {
    expect([sayValue(value, 'zh-CN'), sayValue(value, 'en')]).toEqual([chinese, english]);
  });
});
