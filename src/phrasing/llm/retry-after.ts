/** Milliseconds that an HTTP header `Retry-After` asks for, in seconds or until a day and time; null where it says neither. */
export function retryAfter(header: string | undefined, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000;
  const until = Date.parse(text);
  return /[a-z]/i.test(text) && !Number.isNaN(until) ? Math.max(0, until - now) : null;
}
