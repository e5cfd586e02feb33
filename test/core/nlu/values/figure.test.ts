import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../../src/core/language/normalize.ts';
import { ONE } from '../../../../src/core/language/number.ts';
import { fractionInWords, numberInWords } from '../../../../src/core/language/zh-CN/in-words.ts';
import { figuresIn } from '../../../../src/core/nlu/values/figure.ts';

const read = (text: string): string =>
  figuresIn(normalize(text))
    .map(({ readings }) => {
      const { lo, hi } = readings[0] ?? { lo: 0, hi: 0 };
      return lo === hi ? String(Number((lo / ONE).toPrecision(12))) : `${lo / ONE}..${hi / ONE}`;
    })
    .join(' ');

describe('figuresIn', () => {
  test.each([
    ['-3', '-3'],
    ['负三点五', '-3.5'],
    ['零下五度', '-5'],
    ['五分之一', '0.2'],
    ['三又四分之三', '3.75'],
    ['负一又二分之一', '-1.5'],
    ['1/2', '0.5'],
    ['1 3/5', '1.6'],
    ['一千分之二十五', '0.025'],
    ['2e5', '200000'],
    ['1.5e-3', '0.0015'],
    ['2^10', '1024'],
    ['2^-1', '0.5'],
    ['两打', '24'],
    ['半打鸡蛋', '6'],
    ['.5', '0.5'],
    ['1, 234', '1 234'],
    ['三百 五十 六', '356'],
    ['４，５６５', '4565'],
    ['五兆六千亿', '5600000000000'],
    ['4.78万亿', '4780000000000'],
    ['四万万', '400000000'],
    ['123456789012345678901', '123456789012000000000'],
    ['十多万', '100000..200000'],
    ['20-100', '20 100'],
    ['2024/3/15', '2024 3 15'],
    ['一只', '1'],
    ['答案是四', '4'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '一切',
    '四川人',
    '我的队伍',
    '收拾房间',
    '大陆',
    '放肆',
    '美味十足',
    '两两',
    '我一看',
    '一美元',
    '万',
    '负责',
  ])('%s holds no number', text => {
    expect(read(text)).toBe('');
  });
});

test('a fraction that was said is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 2, max: 9999 }), (above, below) => {
      const [figure] = figuresIn(fractionInWords(above, below));
      expect((figure?.readings[0]?.lo ?? 0) / ONE).toBeCloseTo(above / below, 9);
    }),
  );
});

test('blanks between the parts of a number change nothing', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99_999_999 }), number => {
      const spaced = numberInWords(number).replace(/(?<=[千百万])(?=[一二三四五六七八九])/g, ' ');
      expect(figuresIn(spaced).map(({ readings }) => readings[0]?.lo)).toEqual([number * ONE]);
    }),
  );
});
