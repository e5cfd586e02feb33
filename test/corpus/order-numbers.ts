type Form = 'alipay-trade' | 'shop-order' | 'merchant-order' | 'tracking' | 'other';

/** Number, what its shape suggests, and where it stands; with nothing asked. */
export const said: [number: string, form: Form, sayings: string[]][] = [
  [
    '2026031522001412345678901234',
    'alipay-trade',
    [
      '2026031522001412345678901234',
      '订单号2026031522001412345678901234，跟图片不一样',
      '交易号是：２０２６０３１５２２００１４１２３４５６７８９０１２３４',
      '支付宝交易號 2026 0315 2200 1412 3456 7890 1234',
      'trade number 2026031522001412345678901234, paid 300 yuan',
    ],
  ],
  [
    '1234567890123456789',
    'shop-order',
    [
      '订单号是 1234567890123456789',
      '淘宝订单编号:1234567890123456789',
      'the order number is 1234567890123456789',
    ],
  ],
  [
    'ABC_20260101-77x',
    'merchant-order',
    [
      '订单号：ABC_20260101-77x',
      '商户订单号 ABC_20260101-77x 一直没发货',
      'my order number: ABC_20260101-77x',
    ],
  ],
  [
    'YT8800123456789',
    'tracking',
    [
      '快递单号 YT8800123456789',
      '运单号是YT8800123456789',
      'tracking number YT8800123456789',
      'YT8800123456789',
    ],
  ],
  ['SF1234567890123', 'tracking', ['SF1234567890123', '顺丰SF1234567890123']],
  ['773012345678901', 'tracking', ['快递773012345678901', '申通的单号不对，运单号773012345678901']],
  [
    'TS2026031500217',
    'merchant-order',
    ['编号 TS2026031500217', 'ticket TS2026031500217', '工单编号TS2026031500217'],
  ],
  ['20260312008841', 'shop-order', ['工单号是 20260312008841']],
];

/** In answer to the question for the number. */
export const answers: [number: string, form: Form, sayings: string[]][] = [
  ['20260312008841', 'shop-order', ['It is 20260312008841', '20260312008841']],
  ['A1009-77', 'other', ['A1009-77']],
  ['88231', 'other', ['88231', '是88231']],
];

/** Asked or not, these hold none. */
export const none: string[] = [
  '不知道',
  '花了299元',
  '2026年3月15日',
  '2026-03-15',
  '没有订单号',
  '手机号13812345678',
  'iPhone15',
  '不记得了，大概三千块',
];
