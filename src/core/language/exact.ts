/**
 * Numbers read from speech, exactly: an integer count of 10⁻⁸. Eight places hold every amount that has fen, even as a
 * fraction of 亿; what needs more places is not read at all rather than rounded.
 */
export type Exact = bigint;

const PLACES = 8;

export const ONE: Exact = 10n ** BigInt(PLACES);

export const whole = (value: number | bigint): Exact => BigInt(value) * ONE;

/** Reads digits with at most one point (`2580.00`). Null where it has more than eight places. */
export function exact(digits: string): Exact | null {
  const [integer = '', fraction = ''] = digits.split('.');
  const kept = fraction.replace(/0+$/, '');
  if (kept.length > PLACES) return null;
  return BigInt(integer || '0') * ONE + BigInt(kept.padEnd(PLACES, '0'));
}

/** In integer hundredths (fen for yuan). Null where a fraction of a hundredth is left or the number is unsafe. */
export function hundredths(value: Exact): number | null {
  const unit = ONE / 100n;
  if (value < 0n || value % unit !== 0n) return null;
  const count = Number(value / unit);
  return Number.isSafeInteger(count) ? count : null;
}

/** As a plain number; exact for the half and quarter fractions that counts have. Null where it is unsafe. */
export function plain(value: Exact): number | null {
  const integer = Number(value / ONE);
  return Number.isSafeInteger(integer) ? integer + Number(value % ONE) / Number(ONE) : null;
}
