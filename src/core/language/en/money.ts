/** How the units of account are said after an amount. */
export const CURRENCY_NAMES: Record<string, string> = {
  CNY: 'yuan',
  HKD: 'Hong Kong dollars',
  USD: 'US dollars',
  EUR: 'euros',
  JPY: 'Japanese yen',
  GBP: 'pounds sterling',
  TWD: 'New Taiwan dollars',
  KRW: 'Korean won',
  AUD: 'Australian dollars',
  CAD: 'Canadian dollars',
  SGD: 'Singapore dollars',
  MOP: 'Macau patacas',
  THB: 'Thai baht',
};
