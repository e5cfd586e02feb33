import { describe, expect, test } from 'vitest';
import type { SlotKind } from '../../../src/core/knowledge/value.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { count } from '../../../src/core/nlu/values/count.ts';
import { bounds, contextOf } from '../../support/reading-context.ts';

const read = (text: string, asked: SlotKind | null = null): string =>
  count(normalize(text), contextOf(asked))
    .map(({ candidates }) =>
      candidates.map(({ lo, hi, approx, unit }) => `${bounds(lo, hi, approx)} ${unit}`).join('|'),
    )
    .join(', ');

describe('count', () => {
  test.each([
    ['10天', '10 day'],
    ['逾期三个月了', '3 month'],
    ['分36期', '36 instalments'],
    ['打了5次', '5 times'],
    ['买了5件', '5 pieces'],
    ['我们两个人', '2 people'],
    ['两个半月', '2.5 month'],
    ['一年半', '18 month'],
    ['半年多', '6..12~ month'],
    ['半个月', '15~ day'],
    ['三个多月', '3..4~ month'],
    ['十几天', '10..20~ day'],
    ['两周', '14 day'],
    ['俩月', '2 month'],
    ['两三个月', '2..3 month'],
    ['3-5天', '3..5 day'],
    ['快三个月了', '3~ month'],
    ['不到一个月', '..1 month'],
    ['超过90天', '90.. day'],
    ['一年零两个月', '14 month'],
    ['一个月零五天', '33..36 day'],
    ['overdue for 3 weeks', '21 day'],
    ['3 months', '3 month'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '三天前',
    '2023年',
    '21年8月',
    '3月15日',
    '第二次',
    '星期三',
    '每天',
    '三千块',
    '299元',
    '天猫',
    '3 days ago',
  ])('%s is no count', text => {
    expect(read(text)).toBe('');
  });

  test('a number alone answers how many, and the unit is asked back', () => {
    expect(read('30', 'count')).toBe('30 day|30 month|30 none');
    expect(read('30')).toBe('');
  });

  test('since when answers for how long', () => {
    expect(read('三个月前', 'count')).toBe('3 month');
  });
});
