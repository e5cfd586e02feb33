/** Integer minor units (fen, cents) as a plain decimal with thousands separators: 350000 is 3,500 and 29990 is 299.9. */
export function decimal(minor: number, trailingZero: boolean): string {
  const units = Math.floor(minor / 100);
  const cents = minor % 100;
  if (cents === 0) return grouped(units);
  const digits = String(cents).padStart(2, '0');
  return `${grouped(units)}.${trailingZero ? digits : digits.replace(/0$/, '')}`;
}

/** A number with a comma between thousands. */
export function grouped(number: number): string {
  const [whole = '', fraction] = String(number).split('.');
  const separated = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? separated : `${separated}.${fraction}`;
}
