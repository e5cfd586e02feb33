const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10x98765432';
/** The first two digits name a province; 71 to 91 are Taiwan, Hong Kong, Macau and foreigners. */
const PROVINCE = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91)/;

/** Whether 18 digits are a resident identity number: province, a day of birth that exists, and the check digit. */
export function isResidentId(digits: string): boolean {
  if (!/^\d{17}[\dx]$/.test(digits) || !PROVINCE.test(digits) || !isDayOfBirth(digits.slice(6, 14)))
    return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return CHECKS[sum % 11] === digits[17];
}

function isDayOfBirth(day: string): boolean {
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(4, 6)), Number(day.slice(6))];
  if (year < 1900 || year > 2099 || month < 1 || month > 12) return false;
  return date >= 1 && date <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Cards by their first digits and length: UnionPay 62, Visa 4, Mastercard 51 to 55, JCB 35, American Express 34 and 37,
 * and the Chinese debit cards older than UnionPay's own numbers.
 */
const CARD =
  /^(?:62\d{14,17}|4\d{15}|(?:5[1-5]|35)\d{14}|3[47]\d{13}|(?:456351|436742|601382)\d{13}|9558\d{15}|603\d{13}(?:\d{3})?)$/;

/** Whether digits are a payment card: a card's beginning and length, with Luhn's check. */
export function isCardNumber(digits: string): boolean {
  if (!CARD.test(digits)) return false;
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
