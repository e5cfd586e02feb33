/** Numbers are read in whole ten-thousandths, so that 1.2345万 and 0.01 stay exact. */
export const ONE = 10_000;

/** Bounds in ten-thousandths. */
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

/**
 * Decimal digits as ten-thousandths: a safe integer where that holds them, else the nearest double, which nothing that
 * must be exact may use.
 */
export function exact(digits: string): number {
  const [whole = '', fraction = ''] = digits.replaceAll(',', '').split('.');
  if (/[1-9]/.test(fraction.slice(4))) return Number(`${whole}.${fraction}`) * ONE;
  return Number(whole) * ONE + Number(fraction.slice(0, 4).padEnd(4, '0'));
}

/** Whether no digit of the number was lost, so that money may be read from it. */
export const isExact = ({ readings }: NumberFound): boolean =>
  readings.every(({ lo, hi }) => Number.isSafeInteger(lo) && Number.isSafeInteger(hi));
