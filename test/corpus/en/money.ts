/** As the Chinese file beside it. */
export const said: Record<string, string[]> = {
  '3500': [
    '3,500 yuan',
    'I paid 3500',
    'RMB 3,500',
    'CNY 3500',
    'three thousand five hundred yuan',
    'it cost 3.5k',
  ],
  '300': ['300 yuan', 'RMB 300', 'three hundred yuan', 'they charged me 300', '¥300', '300 RMB'],
  '20 USD': ['$20', '20 dollars', 'twenty dollars', 'US$20', '20 USD'],
  '1500': ['I paid 1.5k', '1,500.00 yuan', 'one thousand five hundred yuan'],
  '500..800': ['between 500 and 800 yuan', '500-800 yuan', '500 to 800 yuan'],
  '300~': ['about 300 yuan', 'around 300 yuan', '300 yuan or so'],
  '300..': ['at least 300 yuan', 'more than 300 yuan'],
  '..300': ['less than 300 yuan', 'at most 300 yuan'],
};

export const answers: Record<string, string[]> = {
  '300': ['300', 'three hundred', '300 yuan'],
  '1500': ['1.5k', '1,500'],
};

export const unclear: string[] = [];

export const none: string[] = [
  'on March 3',
  '3 times',
  '24 instalments',
  'a 20% discount',
  'order number 2026031522001412345678901234',
  'call 12315',
  'size 42',
  'for three months',
  'one of them',
];

/** No amounts, not even as the answer to how much it was. */
export const noAnswer: string[] = ['I called 3 times', '24 instalments', '50% off'];
