/** Numbers are read in whole ten-thousandths, so that 1.2345万 and 0.01 stay exact. */
export const ONE = 10_000;

export interface Reading {
  lo: number;
  hi: number;
}

/**
 * A number in a text, at UTF-16 offsets. `readings`, in ten-thousandths, has more than one where the characters leave it open.
 */
export interface NumberFound {
  start: number;
  end: number;
  readings: Reading[];
  approx: boolean;
  /** Written with ASCII digits only, no Chinese or English numeral among them. */
  plain: boolean;
  /** Whether it has a word for tens, hundreds, thousands or more: 三千, 3k, two hundred. */
  multiplied: boolean;
  /** The multipliers after its digits, where there is one run of each; else 1. In 3-5万 it also counts for the 3. */
  multiplier: number;
}

/** Decimal digits as ten-thousandths; null where they have more decimals or are too large to be exact. */
export function exact(digits: string): number | null {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  if (/[1-9]/.test(fraction.slice(4))) return null;
  const value = Number(whole) * ONE + Number(fraction.slice(0, 4).padEnd(4, '0'));
  return Number.isSafeInteger(value) ? value : null;
}
