import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ONE } from '../../../src/core/language/number.ts';
import { numbersIn } from '../../../src/core/language/numbers-in.ts';

/** The readings of the numbers in a text: `3500`, ranges `700..800`, alternatives by `|`, vague ones with `~`. */
function read(text: string): string {
  return numbersIn(text)
    .map(({ readings, approx }) => {
      const each = readings.map(({ lo, hi }) => (lo === hi ? `${lo / ONE}` : `${lo / ONE}..${hi / ONE}`));
      return each.join('|') + (approx ? '~' : '');
    })
    .join(' ');
}

describe('numbersIn', () => {
  test.each([
    ['三万五', '35000'],
    ['一千五', '1500'],
    ['两千零八', '2008'],
    ['一万零五十', '10050'],
    ['百八', '180'],
    ['3万5', '35000'],
    ['1万2', '12000'],
    ['3千8', '3800'],
    ['3w5', '35000'],
    ['1.5w', '15000'],
    ['10个w', '100000'],
    ['2k', '2000'],
    ['壹万贰仟叁佰', '12300'],
    ['三点五万', '35000'],
    ['一亿三千万', '130000000'],
    ['二零二三', '2023'],
    ['2,580.00', '2580'],
    ['1万2千5', '12500'],
    ['3万5000', '35000'],
    ['七八百', '700..800'],
    ['一百二三十', '120..130'],
    ['三五百', '300..500'],
    ['30多万', '300000..400000~'],
    ['1.5万多', '15000..16000~'],
    ['几百', '100..1000~'],
    ['十几', '10..20~'],
    ['三百来块', '300~'],
    ['三万半', '35000'],
    ['三千五一个月', '3500 1'],
    ['1万2个月', '10000 2'],
    ['3万一共', '30000'],
    ['three thousand five hundred', '3500'],
    ['3 grand', '3000'],
    ['a hundred and twenty', '120'],
    ['one two three', ''],
    ['2024.3.15', ''],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    '3万05',
    '二十三五',
    '三千5百万',
    '3万50',
    '三百五千',
    '一百八五',
    '3，500',
  ])('%s has several readings', text => {
    expect(numbersIn(text)[0]?.readings.length).toBeGreaterThan(1);
  });

  test('reads back every whole number below a hundred million in numerals', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), number => {
        expect(read(inNumerals(number))).toBe(String(number));
      }),
    );
  });
});

/** The formal way of writing a number: every place named, gaps marked by 零. */
function inNumerals(number: number): string {
  const high = Math.floor(number / 10_000);
  const low = number % 10_000;
  if (high === 0) return upToThousands(low);
  if (low === 0) return `${upToThousands(high)}万`;
  return `${upToThousands(high)}万${low < 1000 ? '零' : ''}${upToThousands(low)}`;
}

function upToThousands(number: number): string {
  const digits = String(number).split('').map(Number);
  return digits
    .map((digit, at) =>
      digit === 0
        ? '零'
        : '零一二三四五六七八九'.charAt(digit) + '千百十'.slice(3 - (digits.length - 1 - at)).charAt(0),
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
}
