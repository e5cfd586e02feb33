import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MoneyValue, SlotKind } from '../../../src/core/knowledge/value.ts';
import { normalize } from '../../../src/core/language/normalize.ts';
import { numberInWords } from '../../../src/core/language/zh-CN/in-words.ts';
import { sayValue } from '../../../src/core/language/say.ts';
import { money } from '../../../src/core/nlu/values/money.ts';
import { bounds, contextOf } from '../../support/reading-context.ts';

/** All amounts of a text, in yuan. */
function read(text: string, asked: SlotKind | null = null): string {
  const yuan = (fen: number | null) => (fen === null ? null : fen / 100);
  return money(normalize(text), contextOf(asked))
    .map(({ candidates }) =>
      candidates
        .map(
          ({ lo, hi, approx, currency }) =>
            bounds(yuan(lo), yuan(hi), approx) + (currency === 'CNY' ? '' : ` ${currency}`),
        )
        .join('|'),
    )
    .join(', ');
}

describe('money with a unit', () => {
  test.each([
    ['299元', '299'],
    ['￥2,580.00', '2580'],
    ['３５００元', '3500'],
    ['人民币300元', '300'],
    ['人民幣叁萬伍仟元', '35000'],
    ['叁仟伍佰元整', '3500'],
    ['1299块9', '1299.9'],
    ['29块80', '29.8'],
    ['九块九', '9.9'],
    ['九块九毛五', '9.95'],
    ['三块零五分', '3.05'],
    ['3元5角', '3.5'],
    ['三块半', '3.5'],
    ['两毛五', '0.25'],
    ['五分钱', '0.05'],
    ['99块9包邮', '99.9'],
    ['10块3个', '10'],
    ['100000000元', '100000000'],
    ['七八百块', '700..800'],
    ['500-800元', '500..800'],
    ['三到五百块', '300..500'],
    ['几百块', '100..1000~'],
    ['上千块', '1000..~'],
    ['三百来块钱', '300~'],
    ['3000多块钱', '3000..4000~'],
    ['不到3000元', '..3000'],
    ['超过5000元', '5000..'],
    ['500元以内', '..500'],
    ['HK$300', '300 HKD'],
    ['300美元', '300 USD'],
    ['两美元三美分', '2.03 USD'],
    ['4人民币5美元', '4, 5 USD'],
    ['花了$20，合人民币140元', '140'],
    ['RMB 300', '300'],
    ['3,500 yuan', '3500'],
    ['2 thousand yuan', '2000'],
    ['over 3000 yuan', '3000..'],
    ['between 300 and 500 yuan', '300..500'],
    ['about 500 dollars', '500~ USD'],
    ['300元起诉', '300'],
    ['退款金额:¥1,299.00', '1299'],
    ['先付500元定金，尾款1500元', '500, 1500'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('money without a unit', () => {
  test.each([
    ['花了299', '299'],
    ['扣了我两回，一共158.5', '158.5'],
    ['欠花呗12000', '12000'],
    ['转给骗子3w5', '35000'],
    ['被骗了20个w', '200000'],
    ['总共三千二', '3200'],
    ['价格：299', '299'],
    ['还剩1万八没还', '18000'],
    ['第一笔100，第二笔500', '100, 500'],
    ['押金99一直不退', '99'],
    ['一次3000，一次2000', '3000, 2000'],
    ['只肯退一半300块', '300'],
    ['借了一万，还了一万二', '10000, 12000'],
    ['贷款三十万，月供2800', '300000, 2800'],
    ['我3月15号花了299', '299'],
    ['I was charged $29.99 twice', '29.99 USD'],
    ['it cost me three thousand yuan', '3000'],
  ])('a verb makes it money: %s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['三千五', '3500'],
    ['二百五', '250'],
    ['大概3000左右', '3000~'],
    ['三万出头', '30000~'],
    ['30多万吧', '300000..400000~'],
    ['3-5万', '30000..50000'],
    ['500到1千', '500..1000'],
    ['最多3000', '..3000'],
    ['3000以上', '3000..'],
    ['1.5k', '1500'],
    ['一千二一个月', '1200'],
  ])('so does the question: %s is %s', (text, expected) => {
    expect(read(text, 'money')).toBe(expected);
  });
});

describe('what could be read in two ways', () => {
  test.each([
    '3万05元',
    '二十三五块',
    '付了三千5百万',
    '三万五元',
    '付了3，500元',
    '六块五六',
    '三百五千块',
  ])('%s leaves the choice to the person', text => {
    const [first] = money(normalize(text), contextOf());
    expect(first?.candidates.length).toBeGreaterThan(1);
  });
});

const NO_MONEY = [
  '买了5件',
  '第三次了',
  '扣了3次',
  '分36期',
  '付了3期',
  '利率24%',
  '百分之三十六',
  '打八折',
  '3.5折',
  '2024年',
  '2026-03-15',
  '20:30',
  '打12345',
  '95188',
  '13800000000',
  '转给6228开头的账户',
  '五角大楼',
  '订单号2026010122001400000000000000',
  '我们一块去的',
  '三块手表',
  '一直没退',
  '千万别',
  '十分生气',
  '我花了一下午',
  '欠了3年',
  'I paid 3 times',
  'vip298',
  'ordered on 3 March 2024',
];

describe('what is no money', () => {
  test.each(NO_MONEY)('%s', text => {
    expect(read(text)).toBe('');
  });
});

test('an amount that was said is read back exactly', () => {
  const fen = fc.integer({ min: 1, max: 999_999_999_99 });
  const amount = fc
    .record({
      ends: fc.oneof(
        fen.map(one => [one, one]),
        fc.tuple(fen, fen).map(([a, b]) => [Math.min(a, b), Math.max(a, b)]),
      ),
      open: fc.constantFrom('none', 'lo', 'hi'),
      currency: fc.constantFrom('CNY', 'HKD', 'USD', 'EUR', 'JPY', 'GBP', 'TWD', 'SGD'),
      approx: fc.boolean(),
    })
    .map(({ ends: [lo = 0, hi = 0], open, currency, approx }): MoneyValue => {
      const one = open === 'none' ? { lo, hi } : open === 'lo' ? { lo: null, hi } : { lo, hi: null };
      return { kind: 'money', ...one, currency, approx };
    });
  fc.assert(
    fc.property(amount, fc.constantFrom('zh-CN' as const, 'en' as const), (value, language) => {
      const said = sayValue(value, language);
      expect(money(normalize(said), contextOf()).map(({ candidates }) => candidates)).toEqual([[value]]);
    }),
  );
});

/** A number of yuan from 1 to 999,999, in the ways people write amounts, each with a verb or a unit. */
const FORMAL: Record<string, string> = Object.fromEntries(
  Array.from('零一二三四五六七八九十百千两', (plain, at) => [
    plain,
    '零壹贰叁肆伍陆柒捌玖拾佰仟贰'.charAt(at),
  ]),
);
const ways: Record<string, (yuan: number) => string> = {
  digits: yuan => `付了${yuan}`,
  grouped: yuan => `￥${yuan.toLocaleString('en')}.00`,
  wide: yuan =>
    `${String(yuan).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))}元`,
  words: yuan => `花了${numberInWords(yuan)}块钱`,
  formal: yuan => `人民币${Array.from(numberInWords(yuan), one => FORMAL[one] ?? one).join('')}元整`,
  traditional: yuan => `${numberInWords(yuan).replaceAll('万', '萬').replaceAll('两', '兩')}塊錢`,
  spaced: yuan => `花了 ${yuan} 元`,
  inTenThousands: yuan => `被骗${yuan / 10_000}w`,
};

test.each(Object.entries(ways))('an amount written in %s is read', (_, write) => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), yuan => {
      expect(read(write(yuan))).toBe(String(yuan));
    }),
  );
});

test('a digit behind 万, 千, w, k and 块 counts the next place', () => {
  const digit = fc.integer({ min: 1, max: 9 });
  const [han, mixed] = ['零一二三四五六七八九', '0123456789'];
  const unit = fc.constantFrom(['万', 10_000], ['w', 10_000], ['千', 1000], ['k', 1000], ['块', 1] as const);
  fc.assert(
    fc.property(digit, digit, unit, fc.constantFrom(han, mixed), (first, next, [name, size], digits) => {
      const said = `花了${digits.charAt(first)}${name}${digits.charAt(next)}`;
      expect(read(said)).toBe(String(((first * 10 + next) * size) / 10));
    }),
  );
});

test('there is no amount where there is no numeral', () => {
  const words = fc.constantFrom(
    ...'我要退款元块钱花了不给商家多少左右以上毛角分整到至折成半好大下货店￥$ 、，。',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 24 }), characters => {
      expect(read(characters.join(''), 'money')).toBe('');
    }),
  );
});

test('every offset lies on the words', () => {
  for (const { start, end } of money(normalize('我付了￥299.9，后来退了一百八十块五'), contextOf())) {
    expect(['￥299.9', '一百八十块五']).toContain('我付了￥299.9，后来退了一百八十块五'.slice(start, end));
  }
});

test('hostile text takes no longer than its length', () => {
  const time = (text: string): number => {
    const start = performance.now();
    money(text, contextOf('money'));
    return performance.now() - start;
  };
  for (const part of ['1', '一', '3万', '1,', '三百', '块1', '百', 'one ', 'a ', '-1', '大概']) {
    time(part.repeat(500));
    expect(time(part.repeat(20_000)), part).toBeLessThan(400);
  }
});
