/** The calendar unit that the days from `lo` to `hi` (YYYY-MM-DD, both included) fill exactly, if one. */
export function wholeOf(lo: string, hi: string): 'year' | 'month' | null {
  if (lo.endsWith('-01-01') && hi === `${lo.slice(0, 4)}-12-31`) return 'year';
  if (!lo.endsWith('-01') || hi.slice(0, 7) !== lo.slice(0, 7)) return null;
  const last = new Date(Date.UTC(Number(lo.slice(0, 4)), Number(lo.slice(5, 7)), 0)).getUTCDate();
  return Number(hi.slice(8)) === last ? 'month' : null;
}
