import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlotDefinition } from '../../../../src/core/knowledge/negotiation.ts';
import { DateValue } from '../../../../src/core/knowledge/value.ts';
import { normalize } from '../../../../src/core/language/normalize.ts';
import { date } from '../../../../src/core/nlu/values/date.ts';
import type { ReadingContext } from '../../../../src/core/nlu/values/recogniser.ts';
import * as english from '../../../corpus/en/dates.ts';
import * as chinese from '../../../corpus/zh-CN/dates.ts';

const context = (more: Partial<ReadingContext> = {}): ReadingContext => ({
  language: 'zh-CN',
  now: chinese.now,
  zone: 'Asia/Shanghai',
  asked: null,
  prefers: 'past',
  ...more,
});
const read = (text: string, more: Partial<ReadingContext> = {}) => date(normalize(text), context(more));

/** A value as the corpus writes it. */
const written = (values: DateValue[]): string =>
  values
    .map(
      ({ lo, hi, approx, open }) =>
        (lo === hi ? lo : `${lo}..${hi}`) + (approx ? '~' : '') + (open ? ` ${open}` : ''),
    )
    .join('|');
const say = (text: string, more: Partial<ReadingContext> = {}): string =>
  read(text, more)
    .map(found => written(found.candidates))
    .join(' & ');

const cases = (corpus: Record<string, string[]>) =>
  Object.entries(corpus).flatMap(([value, sayings]) => sayings.map(saying => [saying, value] as const));

describe.each([
  ['zh-CN', chinese],
  ['en', english],
] as const)('%s', (language, corpus) => {
  test.each(cases(corpus.past))('%s is %s', (saying, value) => {
    expect(say(saying, { language })).toBe(value);
  });
  test.each(cases(corpus.future))('%s, still to come, is %s', (saying, value) => {
    expect(say(saying, { language, prefers: 'future' })).toBe(value);
  });
  test.each(corpus.none)('%s is no date', saying => {
    expect(say(saying, { language })).toBe('');
  });
});

describe('what is assumed', () => {
  test.each([
    ['3月15号', 'assumed'],
    ['15号', 'assumed'],
    ['春节', 'assumed'],
    ['周三', 'assumed'],
    ['今年3月15号', 'stated'],
    ['昨天', 'stated'],
    ['上周三', 'stated'],
    ['2024-03-15', 'stated'],
  ])('%s is %s', (text, certainty) => {
    expect(read(text)[0]?.certainty).toBe(certainty);
  });
});

describe('several dates in one message', () => {
  test('an open date may belong to the year of the one before it', () => {
    expect(say('去年3月买的，5月坏的')).toBe(
      '2025-03-01..2025-03-31 & 2025-05-01..2025-05-31|2026-05-01..2026-05-31',
    );
  });
  test('a time of day belongs to the day spoken of', () => {
    expect(say('昨天我在店里，下午三点付的款')).toBe('2026-05-19 & 2026-05-19T15:00');
  });
  test('a time of day on a day that was not named is none', () => {
    expect(say('那是上个月，下午三点付的款')).toBe('2026-04-01..2026-04-30');
  });
  test('amounts and counts beside a date are left alone', () => {
    const [only, another] = read('我上个月15号在淘宝花了1280.5元分12期买的，打了3次12315');
    expect(only?.words).toBe('上个月15号');
    expect(another).toBeUndefined();
  });
});

describe('when a date was asked', () => {
  const asked = { kind: 'date' } as SlotDefinition;
  test.each([
    ['3.15', '2026-03-15'],
    ['3/15', '2026-03-15'],
    ['2023.5', '2023-05-01..2023-05-31'],
    ['618', '2025-06-18'],
    ['12年', '2012-01-01..2012-12-31'],
  ])('%s alone is %s', (text, value) => {
    expect(say(text, { asked })).toBe(value);
    expect(say(text)).toBe('');
  });
  test('an amount is still none', () => {
    expect(say('1280.5元', { asked })).toBe('');
  });
});

test('days begin at midnight where the person is', () => {
  const now = '2026-05-20T17:00:00.000Z';
  expect(say('今天', { now })).toBe('2026-05-21');
  expect(say('今天', { now, zone: 'America/New_York' })).toBe('2026-05-20');
});

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map(one => one.toISOString().slice(0, 10));

describe('for every day', () => {
  test('it reads back from each full way of writing it', () => {
    fc.assert(
      fc.property(day, one => {
        const [year, month, date] = one.split('-').map(Number) as [number, number, number];
        for (const text of [
          one,
          one.replaceAll('-', '/'),
          one.replaceAll('-', '.'),
          `${year}年${month}月${date}日`,
          `${year}年${month}月${date}号下的单`,
        ]) {
          const [found] = read(text);
          expect(found && written(found.candidates)).toBe(one);
          expect(found?.certainty).toBe('stated');
        }
      }),
    );
  });

  test('without its year it lies on the preferred side of now', () => {
    fc.assert(
      fc.property(day, one => {
        const [, month, date] = one.split('-').map(Number) as [number, number, number];
        const text = `${month}月${date}日`;
        const [past] = read(text)[0]?.candidates ?? [];
        const [future] = read(text, { prefers: 'future' })[0]?.candidates ?? [];
        expect(past && past.lo <= '2026-05-20' && past.lo.endsWith(one.slice(4))).toBe(true);
        expect(future && future.lo >= '2026-05-20' && future.lo.endsWith(one.slice(4))).toBe(true);
      }),
    );
  });
});

const PIECES = [
  ...'上下前后去今明昨大半几两三十一二五八年月日号天周个点初中底的到至之至今左右多春节农历正元块折期次.-/: ,，2024 1 15 pm',
  '星期',
  'march',
  'last ',
  ' ago',
  '双十一',
  '小年',
];

describe('for any text', () => {
  test('spans are true, ordered and apart, and every value is valid', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }),
        fc.constantFrom('past' as const, 'future' as const),
        (pieces, prefers) => {
          const text = normalize(pieces.join(''));
          let end = 0;
          for (const found of date(text, context({ prefers }))) {
            expect(found.start).toBeGreaterThanOrEqual(end);
            expect(found.end).toBeGreaterThan(found.start);
            expect(found.words).toBe(text.slice(found.start, found.end));
            expect(found.candidates.length).toBeGreaterThan(0);
            for (const value of found.candidates) {
              expect(DateValue.safeParse(value).success).toBe(true);
              expect(value.lo <= value.hi).toBe(true);
              expect(value.lo.length).toBe(value.hi.length);
              expect(Number.isNaN(Date.parse(value.lo)) || Number.isNaN(Date.parse(value.hi))).toBe(false);
            }
            ({ end } = found);
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
      { numRuns: 2000 },
    );
  });

  test.each([
    '上',
    '月',
    '1',
    '一',
    '3天前',
    '3月到',
    '小年到',
    '1月1、',
    '3月15日和',
    '截止到',
    '9点到',
    '《',
    '2024-',
    'march ',
  ])('time grows with the length of %s', piece => {
    const time = (length: number): number => {
      const text = piece.repeat(length / piece.length);
      return Math.min(
        ...[1, 2, 3].map(() => {
          const start = performance.now();
          date(text, context());
          return performance.now() - start;
        }),
      );
    };
    time(4000);
    expect(time(16_000)).toBeLessThan(time(4000) * 4 * 4 + 120);
  });
});
