import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SLOT_KINDS, Value } from '../../../../src/core/knowledge/value.ts';
import { read } from './read.ts';

const shown = (text: string, asked: Parameters<typeof read>[1] = {}): string[] =>
  read(text, asked).map(({ kind, words }) => `${kind}: ${words}`);

describe('recognise', () => {
  test('reads each number of a story as what it is', () => {
    const story =
      '3月15日在某某鞋类旗舰店花了299元买鞋，订单号2026031522001412345678901234，打了3次电话都说打八折，我手机13812345678';
    expect(shown(story)).toEqual([
      'date: 3月15日',
      'counterparty: 某某鞋类旗舰店',
      'money: 299元',
      'order-number: 2026031522001412345678901234',
      'count: 3次',
      'rate: 八折',
      'phone: 13812345678',
    ]);
  });
  test('reads an English story', () => {
    expect(
      shown('On 15 March 2026 I paid $20 to Harbour Bank, order number 2026031522001412345678901234'),
    ).toEqual([
      'date: 15 March 2026',
      'money: $20',
      'counterparty: Harbour Bank',
      'order-number: 2026031522001412345678901234',
    ]);
  });
  test.each([
    ['12315还是12378'],
    ['第二次了'],
    ['42码的鞋，128g的手机'],
    ['退一赔三，7天无理由'],
    ['消费者权益保护法第55条'],
    ['住在解放路88号'],
    ['尾号1234的卡'],
    ['24小时客服'],
  ])('«%s» holds no value', text => {
    expect(shown(text)).toEqual([]);
  });
  test('reads a rate as a rate and as nothing else', () => {
    expect(shown('年化36%，打八折，日息万分之五')).toEqual(['rate: 36%', 'rate: 八折', 'rate: 万分之五']);
  });
  test.each([
    ['3.5', 'money', 'money: 3.5'],
    ['618', 'money', 'money: 618'],
    ['20260315', 'date', 'date: 20260315'],
  ] as const)('«%s» is what was asked for: %s', (text, asked, expected) => {
    expect(shown(text, { asked })).toEqual([expected]);
  });
  test('a length of time is a count as well', () => {
    expect(shown('逾期三个月零五天')).toEqual(['count: 三个月零五天', 'duration: 三个月零五天']);
    expect(shown('逾期8天20小时')).toEqual(['duration: 8天20小时', 'count: 8天']);
  });
  test('a name does not swallow the date before it', () => {
    expect(shown('我07年以后就没再来过学校')).toEqual(['date: 07年以后']);
  });
  test('keeps the spelling of names and numbers as written', () => {
    expect(read('Ａ&B 旗艦店', { asked: 'counterparty' })[0]?.candidates).toEqual([
      { kind: 'counterparty', name: 'Ａ&B 旗艦店' },
    ]);
    expect(read('訂單號：Abc_２０２６０１０１')[0]?.candidates).toEqual([
      { kind: 'order-number', number: 'Abc_20260101', form: 'merchant-order' },
    ]);
  });
  test('gives the whole message to a text slot, beside the values in it', () => {
    expect(shown('  花了299元，不退  ', { asked: 'text' })).toEqual([
      'text: 花了299元，不退',
      'money: 299元',
    ]);
    expect(shown('   ', { asked: 'text' })).toEqual([]);
  });
});

const pieces = fc.constantFrom(
  ...[
    '花了',
    '3000',
    '三万五',
    '元',
    '块',
    '昨天',
    '上周三',
    '3月15日',
    '12315',
    '订单号',
    '138',
    '1234',
    '5678',
    ' ',
    '，',
    '店',
    '叫',
    '几',
    '多',
  ],
  ...[
    '2026',
    '年',
    '月',
    '%',
    '折',
    '第',
    '次',
    '天',
    '前',
    '-',
    '.',
    '万',
    'w',
    'k',
    'yuan',
    ' $',
    'march',
    '公司',
    '「',
    '」',
    '萬',
    '３',
    '\u200b',
    '😀',
  ],
);
const messages = fc.array(pieces, { maxLength: 30 }).map(parts => parts.join(''));
const asked = fc.constantFrom(null, ...SLOT_KINDS);

describe('whatever is written', () => {
  test('spans cover their words, never overlap, and every candidate is a valid value', () => {
    fc.assert(
      fc.property(fc.oneof(messages, fc.string({ unit: 'binary' })), asked, (text, kind) => {
        const ends = { count: 0, duration: 0 };
        for (const one of read(text, { asked: kind })) {
          expect(one.words).toBe(text.slice(one.start, one.end));
          expect(one.words).not.toBe('');
          expect(one.candidates.length).toBeGreaterThan(0);
          for (const value of one.candidates) expect(Value.parse(value).kind).toBe(one.kind);
          if (one.kind === 'text') continue;
          // A length of time and a count stand beside each other, and nothing else does.
          const own = one.kind === 'count' || one.kind === 'duration' ? ends[one.kind] : null;
          expect(one.start).toBeGreaterThanOrEqual(own ?? Math.max(ends.count, ends.duration));
          if (one.kind !== 'duration') ends.count = Math.max(ends.count, one.end);
          if (one.kind !== 'count') ends.duration = Math.max(ends.duration, one.end);
        }
      }),
      { numRuns: 300 },
    );
  });
  test('full-width digits and traditional characters give the same values', () => {
    const widen = (text: string): string =>
      text.replace(/[0-9]/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    const traditional = (text: string): string =>
      text.replaceAll('万', '萬').replaceAll('块', '塊').replaceAll('订单号', '訂單號');
    fc.assert(
      fc.property(messages, text => {
        const values = (said: string) =>
          read(said).map(({ start, end, candidates }) => ({
            start,
            end,
            candidates: JSON.stringify(candidates),
          }));
        const plain = text
          .replaceAll('店', '')
          .replaceAll('公司', '')
          .replaceAll('叫', '')
          .replaceAll('「', '')
          .replaceAll('，', ' ');
        expect(values(widen(traditional(plain)))).toEqual(values(plain));
      }),
      { numRuns: 300 },
    );
  });
  test('there is nothing to find where no number and no name stands', () => {
    const words = fc.array(
      fc.constantFrom(
        '我要',
        '退款',
        '不理我',
        '质量',
        '太差',
        '，',
        '。',
        'the',
        ' seller ',
        'is rude',
        '生气',
      ),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(words, parts => {
        expect(read(parts.join(''))).toEqual([]);
      }),
    );
  });
  test.each([
    '一二三四',
    '元',
    '上',
    '1',
    '1 ',
    '1,',
    '20260315',
    '三千',
    '第',
    '店',
    '公司',
    '「',
    '上周',
    '3月',
    'from ',
    'one ',
    '花了3',
  ])('repeating «%s» takes time in proportion', piece => {
    const take = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      let best = Number.POSITIVE_INFINITY;
      for (let round = 0; round < 4; round++) {
        const from = performance.now();
        read(text);
        best = Math.min(best, performance.now() - from);
      }
      return best;
    };
    take(3200);
    expect(take(12_800)).toBeLessThan(Math.max(60, 14 * take(3200)));
  });
});
