import fc from 'fast-check';
import { CANARY } from './input.ts';

const character = fc.constantFrom(
  ...'元块角年月日号退款还不没是的吗，。？！（）：、 \n\t0123456789０９一二十百万aZ%￥$-/.:@é̀🙂',
  '退款',
  '2026',
);

const unit = fc.constantFrom(
  '1',
  '九',
  '元',
  '年',
  '-',
  ' ',
  '(',
  '不',
  '\u0000',
  '\uD800',
  '十一',
  '2026年',
  '退款',
  'x',
);

/** What people write, what programs write, and what was written to break programs. */
export const text: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 60,
    arbitrary: fc.constantFrom(
      '我上周三在淘宝买了双鞋，花了299元，收到发现跟图片完全不一样',
      '支付宝可以打12378协商吗',
      '花呗还不上了，想协商分期',
      'I paid 300 yuan on 3 March and want it back',
      '不知道',
      '人工',
      '重新开始',
      '2026年13月45日，一共-0.00元，十亿八千万零五毛',
      '🧨👨‍👩‍👧‍👦',
      '',
    ),
  },
  { weight: 20, arbitrary: fc.constantFrom(`${CANARY}，我的密码是${CANARY}`, CANARY, `{{${CANARY}}}`) },
  { weight: 30, arbitrary: fc.string({ unit: character, maxLength: 60 }) },
  { weight: 20, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 10, arbitrary: fc.tuple(unit, fc.nat(3_000)).map(([words, times]) => words.repeat(times)) },
  // As long as a message may be, and longer.
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.array(unit, { minLength: 1, maxLength: 5 }), fc.integer({ min: 9_000, max: 110_000 }))
      .map(([units, length]) => units.join('').repeat(length).slice(0, length)),
  },
);

/** Values no schema foresees. */
export const strangeValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, 0.1, 2 ** 53, '', [], {}, '__proto__', 'constructor'),
  fc.constantFrom(JSON.parse('{"__proto__":{"polluted":true}}') as unknown, [[[[]]]], { then: 'x' }),
  text,
  fc.jsonValue({ maxDepth: 2 }),
);
