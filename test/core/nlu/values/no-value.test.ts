import { describe, expect, test } from 'vitest';
import { normalize } from '../../../../src/core/language/normalize.ts';
import { noValuesIn } from '../../../../src/core/nlu/values/no-value.ts';

const found = (text: string): string[] =>
  noValuesIn(normalize(text)).map(({ start, end }) => text.slice(start, end));

describe('noValuesIn', () => {
  test.each([
    ['说好赔三倍', '三倍'],
    ['第二次退货', '第二次'],
    ['42码的鞋', '42码'],
    ['128G的手机', '128G'],
    ['电子商务法第57条', '法第57条'],
    ['退一赔三', '退一赔三'],
    ['解放路88号', '路88号'],
  ])('%s: %s', (text, expected) => {
    expect(found(text)).toContain(expected);
  });
  test.each([
    '花了300元',
    '3月15号',
    '打了3次电话',
    '三万一',
    '付了5000升级套餐',
    '去年双十一',
  ])('%s: nothing', text => {
    expect(found(text)).toEqual([]);
  });
});
