type Form = 'mobile' | 'landline' | 'international';

/** Number, form, and how it is written; with nothing asked. */
export const said: [number: string, form: Form, sayings: string[]][] = [
  [
    '13812345678',
    'mobile',
    [
      '13812345678',
      '打我电话13812345678',
      '我的手机是 138 1234 5678',
      '138-1234-5678，下午打',
      '+86 138 1234 5678',
      '+8613812345678',
      '(+86)13812345678',
      '１３８１２３４５６７８',
      'my number is 138 1234 5678',
    ],
  ],
  ['01062345678', 'landline', ['010-62345678', '电话01062345678', '(010)62345678', '座机010 6234 5678']],
  ['057188156688-803', 'landline', ['0571-88156688转803', '0571-88156688-803']],
  ['+14155552671', 'international', ['+1 415 555 2671', '+1 (415) 555-2671']],
];

/** In answer to the question for a phone. */
export const answers: [number: string, form: Form, sayings: string[]][] = [
  ['057188156688', 'landline', ['0571 88156688', '057188156688']],
  ['4008208820', 'landline', ['400-820-8820', '4008208820']],
];

/** Asked or not, these hold none. */
export const none: string[] = [
  '12315',
  '打12378有用吗',
  '95188',
  '110',
  '订单号2026031522001412345678901234',
  '订单号13812345678',
  '微信同号',
  '花了13812元',
  '2026-03-15',
  '尾号5678',
  '138****5678',
];
