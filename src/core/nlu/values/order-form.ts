import type { OrderNumberValue } from '../../knowledge/value.ts';
import type { NumberLabel } from './number-label.ts';

type Form = OrderNumberValue['form'];

/** How carriers in China and the postal union begin their numbers: SF…, YT…, JDVC…, EA123456789CN. */
const CARRIER =
  /^(?:(?:sf|yto?|jt|yd|sto|zto?|dpk|db|lp|ems|ane|ky|best)\d{8,18}|jd[a-z]{0,3}\d{8,16}(?:-\d{1,3}-\d{1,3}-?)?|[a-z]{2}\d{9}[a-z]{2})$/;
/** A day at the head of a trade number, yyyymmdd. */
const DAY_FIRST = /^20[0-4]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])/;
/** Six digits of a day and fifteen more, as Pinduoduo writes them. */
const DAY_AND_FIFTEEN = /^\d{6}-\d{15}$/;

export const isCarrierNumber = (code: string): boolean => CARRIER.test(code);

/** A payment has 28 digits, a transfer 32, both beginning with the day. */
export const isTradeNumber = (code: string): boolean =>
  /^(?:\d{28}|\d{32})$/.test(code) && DAY_FIRST.test(code);

/** What the shape of a number (normalised) and the words before it suggest; a hint, since shops make numbers as they like. */
export function orderForm(code: string, label: NumberLabel | null): Form {
  if (label === 'tracking') return 'tracking';
  if (isTradeNumber(code)) return 'alipay-trade';
  if (/^\d{12,25}$/.test(code) || DAY_AND_FIFTEEN.test(code)) return 'shop-order';
  if (isCarrierNumber(code)) return 'tracking';
  return label === 'order' && /^[a-z0-9_-]{1,64}$/.test(code) ? 'merchant-order' : 'other';
}
