const LONGEST = 200;

/**
 * Why something failed, for logs and lists: an error's name, its code and its message without what somebody may have
 * written: quoted words, other scripts, long digits and tokens, and the paths of addresses.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const { code } = error as { code?: unknown };
  const name = typeof code === 'string' && /^\w+$/.test(code) ? `${error.name} ${code}` : error.name;
  const message = error.message
    .replace(/(https?:\/\/)(?:[^\s/@]*@)?([^\s/?#]+)\S*/g, '$1$2')
    .replace(/"[^"]*"|'[^']*'|`[^`]*`|“[^”]*”/g, '…')
    .replace(/[^\x20-\x7e…]+/g, '…')
    .replace(/\d[\d -]{5,}\d|[\w+/=-]{24,}|\S+@\S+/g, '…');
  const reason = `${name}: ${message}`;
  return reason.length > LONGEST ? `${reason.slice(0, LONGEST - 1)}…` : reason;
}
