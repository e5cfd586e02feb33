import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/core/language/normalize.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(...'０９Ａｚ￥％，。！？：　ＡZz9—～\n\r\t\u200b\ufeff\ud83d\ude00錢後İẞ'),
    maxLength: 40,
  }),
);

describe('normalize', () => {
  test.each([
    ['ＡＢＣｘｙｚ１２３', 'abcxyz123'],
    ['￥２，５８０．００', '¥2,580.00'],
    ['付了３％', '付了3%'],
    ['寶貝的錢沒還，這個電話號碼是詐騙', '宝贝的钱没还，这个电话号码是诈骗'],
    ['銀行協商後買賣貨款', '银行协商后买卖货款'],
    ['HUABEI', 'huabei'],
    ['零宽\u200b空格\u3000和\t制表', '零宽 空格 和 制表'],
    ['一\n二', '一\n二'],
    ['好的。真的！吗？', '好的。真的！吗？'],
    ['著名的乾隆', '著名的乾隆'],
  ])('%j becomes %j', (given, expected) => {
    expect(normalize(given)).toBe(expected);
  });

  test('keeps the length, so that every offset holds', () => {
    fc.assert(fc.property(anyText, text => normalize(text).length === text.length));
  });

  test('changes nothing the second time', () => {
    fc.assert(fc.property(anyText, text => normalize(normalize(text)) === normalize(text)));
  });
});
