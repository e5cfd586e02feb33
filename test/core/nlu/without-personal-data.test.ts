import { describe, expect, test } from 'vitest';
import { recognise } from '../../../src/core/nlu/values/recognise.ts';
import { withoutPersonalData } from '../../../src/core/nlu/without-personal-data.ts';
import { contextOf } from '../../support/reading-context.ts';

const cleaned = (text: string): string => withoutPersonalData(text, recognise(text, contextOf()));

describe('a question is kept without personal data', () => {
  test.each([
    ['我叫王小明，花呗能转给别人吗', ['王小明']],
    ['我叫王小明手机号138开头，能退吗', ['王小明']],
    ['我是张伟昨天买的，能退吗', ['张伟']],
    ['我手机13812345678收不到短信怎么办', ['13812345678', '1381234']],
    ['订单2026110322001498761234567890能退吗', ['20261103']],
    ['我住杭州市西湖区文三路100号，能上门吗', ['文三路', '100号']],
    ['邮箱是wang.xm@example.com，能发给我吗', ['wang', 'example']],
    ['客服姓李的说不能退，可以吗', ['李']],
    ['My name is Li Wei, can I get a refund?', ['Li Wei']],
    ['名鞋汇旗舰店不退款可以吗', ['名鞋汇']],
    ['尾号是 6222 0212 3456 789 的卡能退吗', ['6222', '3456']],
    ['看这个 https://example.com/order/1234567 能退吗', ['example', '1234567']],
  ])('%s', (text, gone) => {
    for (const words of gone) expect(cleaned(text)).not.toContain(words);
  });

  test.each([
    '支付宝可以打12378协商吗',
    '花呗欠3500元，能分24期吗',
    '2026年3月15日买的还能退吗',
    '95188几点上班',
    '利率36%合法吗',
  ])('what says nothing of the person stays: %s', text => {
    expect(cleaned(text)).toBe(text);
  });
});

test('a long row of what addresses are made of is looked through, not tried in every way', () => {
  const row = '市区路'.repeat(8_000);
  expect(withoutPersonalData(`${row}100号`, []).length).toBeLessThan(row.length);
});
