import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as english from '../../../src/core/language/en/in-words.ts';
import { ONE } from '../../../src/core/language/number.ts';
import { numbersIn } from '../../../src/core/language/numbers-in.ts';
import {
  amountInWords,
  dateInWords,
  digitsInWords,
  fractionInWords,
  numberInWords,
  percentInWords,
  timeInWords,
} from '../../../src/core/language/zh-CN/in-words.ts';

describe('numberInWords', () => {
  test.each([
    [0, '零', 'zero'],
    [10, '十', 'ten'],
    [12, '十二', 'twelve'],
    [101, '一百零一', 'one hundred and one'],
    [200, '两百', 'two hundred'],
    [220, '两百二十', 'two hundred and twenty'],
    [10_011, '一万零一十一', 'ten thousand and eleven'],
    [35_000, '三万五千', 'thirty-five thousand'],
    [30_005, '三万零五', 'thirty thousand and five'],
    [101_111, '十万一千一百一十一', 'one hundred and one thousand one hundred and eleven'],
    [200_000_000, '两亿', 'two hundred million'],
    [-1.25, '负一点二五', 'minus one point two five'],
  ])('%s is %s and %s', (number, chinese, inEnglish) => {
    expect([numberInWords(number), english.numberInWords(number)]).toEqual([chinese, inEnglish]);
  });

  test.each([
    ['Chinese', numberInWords, 999_999_999_999],
    ['English', english.numberInWords, 99_999_999_999],
  ] as const)('in %s is read back as the same number, and as no other', (_, say, max) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max }), number => {
        expect(numbersIn(say(number)).map(({ readings }) => readings)).toEqual([
          [{ lo: number * ONE, hi: number * ONE }],
        ]);
      }),
    );
  });
});

describe('values in words', () => {
  test.each([
    [amountInWords(3_500_000, 'CNY'), '三万五千元'],
    [amountInWords(125, 'CNY'), '一点二五元'],
    [amountInWords(2000, 'USD'), '二十美元'],
    [dateInWords({ year: '2008', month: 8, day: 8 }), '二零零八年八月八日'],
    [dateInWords({ month: 12, day: 25 }), '十二月二十五日'],
    [timeInWords(2, 2), '两点零二分'],
    [timeInWords(8, 0), '八点'],
    [timeInWords(1, 2, 36), '一点零二分三十六秒'],
    [fractionInWords(-7, 12), '负十二分之七'],
    [percentInWords(2.15), '百分之二点一五'],
    [digitsInWords('1702', '幺'), '幺七零二'],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
