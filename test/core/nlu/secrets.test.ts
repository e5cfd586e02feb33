import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SlotKind } from '../../../src/core/knowledge/value.ts';
import { findSecrets, maskSecrets } from '../../../src/core/nlu/secrets.ts';

const masked = (text: string, asked: SlotKind | null = null): string =>
  maskSecrets(text, findSecrets(text, asked));

describe('findSecrets', () => {
  test.each([
    ['payment-code', '付款码 2812 3456 7890 1234 56', '付款码 •••• •••• •••• •••• ••'],
    ['payment-code', '给他看了281234567890123456', '给他看了••••••••••••••••••'],
    ['payment-code', '２８１２３４５６７８９０１２３４５６', '••••••••••••••••••'],
    ['id-number', '身份证11010519491231002X', '身份证••••••••••••••002X'],
    ['id-number', '我是110101199003074514', '我是••••••••••••••4514'],
    ['id-number', '身份证号：110101 19900307 4510', '身份证号：•••••• •••••••• 4510'],
    ['bank-card', '卡号6222 0212 3456 7890 123', '卡号•••• •••• •••• •••• 123'],
    ['bank-card', '4111-1111-1111-1111', '••••-••••-••••-1111'],
    ['bank-card', '我的卡4563510123456789011', '我的卡•••••••••••••••9011'],
    ['bank-card', '9558801012345678902被扣了', '•••••••••••••••8902被扣了'],
    ['bank-card', '5211 0123 4567 8907', '•••• •••• •••• 8907'],
    ['bank-card', '交易6228012345678901238', '交易•••••••••••••••1238'],
    ['payment-code', '付款码2845638291023456789', '付款码•••••••••••••••••••'],
    ['alipay-user-id', '我的id是2088123456789012', '我的id是••••••••••••••••'],
    ['sms-code', '验证码是123456', '验证码是••••••'],
    ['sms-code', '我把验证码告诉他了：8842', '我把验证码告诉他了：••••'],
    ['sms-code', '123456是验证码', '••••••是验证码'],
    ['sms-code', 'the verification code was 4821', 'the verification code was ••••'],
    ['password', '密码是Abc!123，怎么办', '密码是•••••••，怎么办'],
    ['password', '支付密码123456', '支付密码••••••'],
    ['password', 'My password is hunter2.', 'My password is •••••••.'],
    ['sms-code', 'he asked for the code 445566', 'he asked for the code ••••••'],
    ['password', '密码改成了888888', '密码改成了••••••'],
    ['password', '密码是一二三四五六', '密码是••••••'],
    ['cvv', '安全码 123', '安全码 •••'],
  ])('hides a %s: %s', (kind, text, expected) => {
    expect(findSecrets(text, null).map(secret => secret.kind)).toEqual([kind]);
    expect(masked(text)).toBe(expected);
  });

  test.each([
    '忘记密码了怎么办',
    '密码被改了',
    '我的密码泄露了',
    '他问我要密码',
    '密码是他改的',
    'my password is wrong',
    'order code 445566',
    '密码改成功了吗',
    '对方要了我验证码，然后转走了5000元',
    '收到验证码，打12378问',
    '交易号2026010122001400000000000000',
    '订单号2812345678901234567',
    '订单号4000000000000000002',
    '4012012345678901238一直没发货',
    '6912012345678901237',
    '5412012345678901239',
    '2845638291023456789没发货',
    '运单6228012345678901238',
    '订单 6228012345678901238',
    'SF1234567890123',
    'tracking number 6228012345678901238',
    '手机13800000000，金额3500元',
    '12345678901234567',
    '2026010122001400000000000000',
  ])('leaves %s', text => {
    expect(masked(text)).toBe(text);
  });

  test('an order number that was asked for is not taken for a payment code', () => {
    expect(masked('2812345678901234567', 'order-number')).toBe('2812345678901234567');
    expect(masked('281234567890123456', 'order-number')).toBe('•'.repeat(18));
  });

  test('two secrets of one message are both hidden', () => {
    expect(masked('卡号6222021234567890123，验证码 556677')).toBe('卡号•••••••••••••••0123，验证码 ••••••');
  });

  test('masking keeps the length and leaves no secret to find', () => {
    const piece = fc.constantFrom(
      '281234567890123456',
      '验证码',
      '密码是',
      'abc123',
      ' ',
      '，',
      '4111111111111111',
      '2088123456789012',
      '订单号',
      '身份证',
      '3500元',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), pieces => {
        const text = pieces.join(' ');
        const once = masked(text);
        expect(once).toHaveLength(text.length);
        expect(once).not.toMatch(/(?<!\d)(?:281234567890123456|2088123456789012)(?!\d)(?<!订单号 +\d+)/);
      }),
    );
  });

  test('hostile text takes no longer than its length', () => {
    for (const part of ['1 ', '密码', '验证码', '1', '密码是!', '12345 ', 'password is ', '验证码1 ']) {
      const start = performance.now();
      findSecrets(part.repeat(5000), null);
      expect(performance.now() - start, part).toBeLessThan(300);
    }
  });
});
