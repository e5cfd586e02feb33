import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { phoneParts } from '../../src/web/widget/phone-links.ts';

const phones = ['110', '12378', '95188', '0571-26888888'];
const linked = (text: string) => phoneParts(text, phones).flatMap(({ phone }) => phone ?? []);

describe('telephone numbers in a text', () => {
  it.each([
    ['请拨打12378。', ['12378']],
    ['先打110，再打95188', ['110', '95188']],
    ['Call 110, then 12378.', ['110', '12378']],
    ['总机 0571-26888888', ['057126888888']],
    ['12378/95188', ['12378', '95188']],
  ])('%s', (text, expected) => expect(linked(text)).toEqual(expected));

  it.each([
    '欠款12378元',
    '还了 110 块',
    '¥110',
    '订单号20251103378',
    '1.110',
    '110.50',
    '12,110',
    '尾号110-2',
    '110万',
    '全国12378平台',
    'the 12378 platform',
  ])('leaves %s alone', text => expect(linked(text)).toEqual([]));

  it('loses no character', () => {
    const text = fc
      .array(fc.constantFrom(...phones, '元', ' ', '1', '，', '.', '-', 'a'))
      .map(parts => parts.join(''));
    fc.assert(
      fc.property(text, said => {
        expect(
          phoneParts(said, phones)
            .map(part => part.text)
            .join(''),
        ).toBe(said);
      }),
    );
  });
});
