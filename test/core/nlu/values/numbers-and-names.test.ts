import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlotKind } from '../../../../src/core/knowledge/value.ts';
import { normalize } from '../../../../src/core/language/normalize.ts';
import { counterparty } from '../../../../src/core/nlu/values/counterparty.ts';
import { orderNumber } from '../../../../src/core/nlu/values/order-number.ts';
import { phone } from '../../../../src/core/nlu/values/phone.ts';
import { contextOf } from '../../../support/reading-context.ts';
import { read } from './read.ts';

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map(all => all.join(''));
const from = (first: string, length: number): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...first), digits(length - 1)).map(parts => parts.join(''));

const separator = fc.constantFrom(' ', '-', '.');
const extension = fc.constantFrom('', '', '转8012', ' ext. 12', ' 分机 803');
/** A number as dialled, and one way to write it. */
const phones: fc.Arbitrary<{ number: string; written: string }> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom('', '', '+86 ', '+86', '0086 ', '(+86)'),
      fc.constantFrom(...'3456789'),
      digits(9),
      separator,
    )
    .chain(([country, second, rest, gap]) => {
      const number = `1${second}${rest}`;
      const grouped = [number.slice(0, 3), number.slice(3, 7), number.slice(7)].join(gap);
      return fc.constantFrom(number, grouped).map(form => ({ number, written: country + form }));
    }),
  fc
    .tuple(
      fc.constantFrom('010', '021', '0571', '0755'),
      from('2345678', 8),
      extension,
      fc.constantFrom('-', ')'),
    )
    .map(([area, local, inner, gap]) => ({
      number: area + local + inner.replace(/\D+/, '-'),
      written: `${gap === ')' ? `(${area})` : `${area}-`}${local}${inner}`,
    })),
  fc
    .tuple(
      fc.constantFrom('44', '49', '852', '81', '420'),
      from('23456789', 8),
      fc.constantFrom('+', '00'),
      separator,
    )
    .map(([country, national, prefix, gap]) => ({
      number: `+${country}${national}`,
      written: `${prefix}${country}${gap}${national.slice(0, 4)}${gap}${national.slice(4)}`,
    })),
);
const around = fc.constantFrom(
  ['', ''],
  ['我手机', ''],
  ['请打', '找我'],
  ['电话：', '，谢谢'],
  ['call ', ' please'],
);

const orders = fc.oneof(
  fc.tuple(fc.constantFrom('20260315', '20251231'), digits(20)).map(parts => parts.join('')),
  fc.tuple(fc.constantFrom('20260315', '20251231'), digits(24)).map(parts => parts.join('')),
  from('1234', 19),
  from('123', 12),
  digits(15).map(rest => `260315-${rest}`),
  fc.tuple(fc.constantFrom('SF', 'YT', 'JT', 'JDVC', 'STO'), digits(13)).map(parts => parts.join('')),
  digits(9).map(rest => `EA${rest}CN`),
);

const widened = (text: string): string =>
  text.replace(/[!-~]/g, sign => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const found = (text: string, kind: SlotKind, asked: SlotKind | null = null) =>
  read(text, { asked }).filter(one => one.kind === kind);

describe('numbers of telephones and deals', () => {
  test('a telephone is found however it is written, with exactly its characters', () => {
    fc.assert(
      fc.property(phones, around, ({ number, written }, [before = '', after = '']) => {
        const [one, ...others] = found(before + written + after, 'phone');
        expect(others).toEqual([]);
        expect(one?.words).toBe(written);
        expect(one?.candidates).toMatchObject([{ number }]);
      }),
    );
  });
  test('half width and full width say the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          phones.map(({ written }) => `手机${written}`),
          orders.map(order => `订单号${order}`),
        ),
        text => {
          const said = (words: string) =>
            read(words).map(({ start, end, candidates }) => ({
              start,
              end,
              candidates: JSON.stringify(candidates),
            }));
          expect(said(text.replace('机', '機').replace('单', '單'))).toEqual(said(text));
          expect(said(widened(text))).toEqual(said(text));
        },
      ),
    );
  });
  test('the number of a deal is that and nothing else', () => {
    fc.assert(
      fc.property(
        orders,
        fc.constantFrom('订单号', '单号：', '运单号是', 'order number ', '交易号\n'),
        (order, label) => {
          const [one, ...others] = read(label + order);
          expect(others).toEqual([]);
          expect(one).toMatchObject({ kind: 'order-number', words: order, candidates: [{ number: order }] });
          for (const kind of ['phone', 'money', 'date', 'count'] as const)
            expect(found(order, kind)).toEqual([]);
        },
      ),
    );
  });
  test('no telephone and no order where there are no digits', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).map(text => text.replace(/\p{N}/gu, '')),
        text => {
          expect(found(text, 'phone', 'phone')).toEqual([]);
          expect(found(text, 'order-number', 'order-number')).toEqual([]);
        },
      ),
    );
  });
  test.each([
    '1',
    '1 ',
    '12-',
    '(1)',
    '+1',
    '+86 ',
    '138 ',
    '电话1',
    '转1',
    '订单号1',
    '1\n',
    'a1',
    '姓王的',
    '叫王',
    '名字是王',
    '客服小',
    'sold by A ',
    '店(店)',
    '公司(',
  ])('repeating «%s» up to 6,400 characters takes no time to speak of', piece => {
    const text = normalize(piece.repeat(6400 / piece.length));
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      phone(text, contextOf('phone'));
      orderNumber(text, contextOf('order-number'));
      counterparty(text, contextOf());
      best = Math.min(best, performance.now() - start);
    }
    expect(best).toBeLessThan(100);
  });
});
