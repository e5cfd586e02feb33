/** How the units of account are said after an amount. */
export const CURRENCY_NAMES: Record<string, string> = {
  CNY: '元',
  HKD: '港元',
  USD: '美元',
  EUR: '欧元',
  JPY: '日元',
  GBP: '英镑',
  TWD: '新台币',
  KRW: '韩元',
  AUD: '澳元',
  CAD: '加元',
  SGD: '新加坡元',
  MOP: '澳门元',
  THB: '泰铢',
};
