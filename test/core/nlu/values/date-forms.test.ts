import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DateValue } from '../../../../src/core/knowledge/value.ts';
import { normalize } from '../../../../src/core/language/normalize.ts';
import { sayValue } from '../../../../src/core/language/say.ts';
import { date } from '../../../../src/core/nlu/values/date.ts';
import { solarOfLunar } from '../../../../src/core/nlu/values/date-lunar.ts';
import { contextOf } from '../../../support/reading-context.ts';

const read = (text: string) => date(normalize(text), contextOf('date'));
const only = (text: string): DateValue | undefined => {
  const [found, another] = read(text);
  return another || found?.candidates.length !== 1 ? undefined : found.candidates[0];
};

const value = (lo: string, hi: string, grain: DateValue['grain']): DateValue => ({
  kind: 'date',
  lo,
  hi,
  grain,
  calendar: 'solar',
  approx: false,
  zone: 'Asia/Shanghai',
  reference: contextOf().now,
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map(one => one.toISOString().slice(0, 10));
const two = (number: number): string => String(number).padStart(2, '0');
const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), minute: fc.integer({ min: 0, max: 59 }) })
  .map(({ hour, minute }) => `${two(hour)}:${two(minute)}`);

describe('what is said of a date reads back as the same', () => {
  const readsBack = (one: DateValue): void => {
    for (const language of ['zh-CN', 'en'] as const) {
      const back = only(sayValue(one, language));
      expect([sayValue(one, language), back?.lo, back?.hi]).toEqual([
        sayValue(one, language),
        one.lo,
        one.hi,
      ]);
    }
  };
  test('days', () => {
    fc.assert(fc.property(day, one => readsBack(value(one, one, 'day'))));
  });
  test('times', () => {
    fc.assert(
      fc.property(day, time, (one, clock) =>
        readsBack(value(`${one}T${clock}`, `${one}T${clock}`, 'minute')),
      ),
    );
  });
  test('stretches of days', () => {
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [lo, hi] = [one, other].sort();
        fc.pre(lo !== hi);
        readsBack(value(lo ?? '', hi ?? '', 'day'));
      }),
    );
  });
});

const FIGURES = '零一二三四五六七八九';
const spelled = (number: number): string =>
  [...String(number)].map(figure => FIGURES[Number(figure)]).join('');
const counted = (number: number): string =>
  (number < 10 ? '' : `${number < 20 ? '' : FIGURES[Math.floor(number / 10)]}十`) +
  (number % 10 === 0 && number > 0 ? '' : FIGURES[number % 10]);

test('every day reads the same however it is written', () => {
  fc.assert(
    fc.property(day, one => {
      const [year, month, dayOfMonth] = one.split('-').map(Number) as [number, number, number];
      for (const text of [
        `${year}年${two(month)}月${two(dayOfMonth)}日`,
        `${year} 年 ${month} 月 ${dayOfMonth} 日`,
        `${spelled(year)}年${counted(month)}月${counted(dayOfMonth)}日`,
        `${spelled(year).slice(2)}年${counted(month)}月${counted(dayOfMonth)}号`,
        `${String(year).slice(2)}年${month}月${dayOfMonth}`,
        one.replaceAll('-', ''),
        `${year}.${month}.${dayOfMonth}`,
        `${year}/${two(month)}/${two(dayOfMonth)}`,
        `公元${year}年${month}月${dayOfMonth}日`,
      ])
        expect([text, only(text)?.lo, only(text)?.hi]).toEqual([text, one, one]);
    }),
  );
});

const SAYINGS = [
  '去年国庆',
  '上个月15号',
  '三个月前',
  '前天下午三点',
  '3月15日之后',
  '农历八月初三',
  '周三',
  '两年后',
];
const TRADITIONAL: Record<string, string> = {
  个: '個',
  国: '國',
  庆: '慶',
  号: '號',
  点: '點',
  后: '後',
  农: '農',
  历: '曆',
  周: '週',
  两: '兩',
};

test.each(SAYINGS)('%s has the same value in traditional characters and full-width figures', saying => {
  const traditional = Array.from(saying, character => TRADITIONAL[character] ?? character).join('');
  const wide = traditional.replace(/\d/g, figure => String.fromCharCode(figure.charCodeAt(0) + 0xfee0));
  expect(only(wide)).toEqual(only(saying));
});

test('no date is read where neither a figure nor a word for a time stands', () => {
  const words = fc.constantFrom(
    ...[
      '我要',
      '退款',
      '客服',
      '不理',
      '质量差',
      '，',
      '。',
      '花呗',
      '还不上',
      '怎么办',
      '投诉',
      '商家',
      '骗',
      ' ',
      '的',
      '了',
      'refund',
      ' please ',
    ],
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 25 }), parts => {
      expect(read(parts.join(''))).toEqual([]);
    }),
  );
});

describe('the lunar calendar', () => {
  test.each([
    [1900, 1, 1, false, '1900-01-31'],
    [1979, 1, 1, false, '1979-01-28'],
    [1984, 10, 1, true, '1984-11-23'],
    [1987, 6, 1, true, '1987-07-26'],
    [2012, 7, 7, false, '2012-08-23'],
    [2023, 2, 1, true, '2023-03-22'],
    [2024, 1, 1, false, '2024-02-10'],
    [2025, 1, 1, false, '2025-01-29'],
    [2025, 6, 1, true, '2025-07-25'],
    [2026, 8, 15, false, '2026-09-25'],
    [2027, 1, 1, false, '2027-02-06'],
    [2030, 1, 1, false, '2030-02-03'],
    [2033, 11, 1, true, '2033-12-22'],
    [2100, 1, 1, false, '2100-02-09'],
  ])('%i %i %i, leap %s, is %s', (year, month, date, leap, solar) => {
    expect(solarOfLunar(year, month, date, leap)).toBe(solar);
  });
  test('a year follows on the one before it', () => {
    for (let year = 1900; year < 2100; year++) {
      const last = Date.parse(solarOfLunar(year, 12, -1) ?? '');
      expect([year, Date.parse(solarOfLunar(year + 1, 1, 1) ?? '') - last]).toEqual([year, 86_400_000]);
    }
  });
  test('a month that is no leap month and a thirtieth of a short month are none', () => {
    expect(solarOfLunar(2024, 6, 1, true)).toBeNull();
    expect(solarOfLunar(2025, 1, 30)).toBe('2025-02-27');
    expect(solarOfLunar(2026, 1, 30)).toBe('2026-03-18');
    expect(solarOfLunar(2027, 1, 31)).toBeNull();
  });
});
