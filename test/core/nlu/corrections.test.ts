import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalize } from '../../../src/core/language/normalize.ts';
import { correctionsIn } from '../../../src/core/nlu/corrections.ts';

/** Each saying with what was and what is; a dash where it is not said. */
const SAYINGS: [saying: string, old: string, now: string][] = [
  ['把399改成499', '399', '499'],
  ['从399改成499', '399', '499'],
  ['金额改成1399', '金额', '1399'],
  ['改成1399', '-', '1399'],
  ['金额不是299，是399', '299', '399'],
  ['金額不是２９９，是３９９', '299', '399'],
  ['不是名鞋汇，应该是四只松鼠旗舰店', '名鞋汇', '四只松鼠旗舰店'],
  ['不是花呗是借呗', '花呗', '借呗'],
  ['是399，不是299', '299', '399'],
  ['不对，是四只松鼠旗舰店', '-', '四只松鼠旗舰店'],
  ['不对不对，我打错了，是138 1234 5678', '-', '138 1234 5678'],
  ['299不对，是399', '299', '399'],
  ['金额写错了，应该是399', '金额', '399'],
  ['我说错了 是上周五', '-', '上周五'],
  ['说错了，399', '-', '399'],
  ['更正：1399元', '-', '1399元'],
  ['应该是399吧', '-', '399'],
  ['金额写错了', '金额', '-'],
  ['我填错了', '-', '-'],
  ['改一下金额', '金额', '-'],
  ['No, it was 1499 yuan', '-', '1499 yuan'],
  ['change 299 to 399', '299', '399'],
  ["it's not 299, it's 399", '299', '399'],
  ["it's 399, not 299", '299', '399'],
  ["the amount is wrong, it's 399", 'the amount', '399'],
  ['I meant 350', '-', '350'],
  ['the amount is wrong', 'the amount', '-'],
];

/** What somebody else said or did, what is wished for, and what only has the same words. */
const NONE = [
  '客服把价格改成499了',
  '商家说不对，是500',
  '商家说写错了，应该是500',
  '能不能把还款日改成15号',
  '我想把分期改成12期',
  '为什么花呗的额度不对',
  '我转错人了，转了2000元',
  '商家一直不发货',
  'they said it was wrong, it should be 500',
  'can you change the due date to the 15th',
];

describe('what is put right', () => {
  test.each(SAYINGS)('%s', (saying, old, now) => {
    const text = normalize(saying);
    const words = correctionsIn(text).map(one =>
      [one.old, one.new].map(span => (span ? text.slice(span.start, span.end) : '-')),
    );
    expect(words).toEqual([[old, now]]);
  });

  test.each(NONE)('no correction: %s', saying => {
    expect(correctionsIn(normalize(saying))).toEqual([]);
  });

  test('spans lie in the text, in order, and none overlaps another', () => {
    const piece = fc.constantFrom(
      '不是',
      '，',
      '是',
      '299',
      '改成',
      '写错了',
      '应该',
      '金额',
      'not ',
      'change ',
      ' to ',
      '他',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
        const text = pieces.join('');
        let end = 0;
        for (const one of correctionsIn(text)) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeLessThanOrEqual(text.length);
          for (const span of [one.old, one.new])
            if (span) expect(text.slice(span.start, span.end).trim().length).toBe(span.end - span.start);
          end = one.end;
        }
      }),
    );
  });
});
