/**
 * Whether a page of this origin may open a socket. Pages of the server's own host may, and those the operator names.
 * A client that sends no `Origin` is no browser; it gains nothing that its token does not give it.
 */
export function isOriginAllowed(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase();
}
