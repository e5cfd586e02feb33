import type { IncomingHttpHeaders } from 'node:http';
import { fastifyCookie } from '@fastify/cookie';
import type { Actor, SignIns } from '../../console/staff.ts';
import { CONSOLE_HEADER, SESSION_COOKIE } from '../../protocol/console/agreed.ts';

/** Who sends a request; null: nobody known. What is in `Authorization` counts, and then the cookie does not. */
export async function whoAsks(
  { authorization, cookie = '' }: IncomingHttpHeaders,
  signIns: SignIns,
): Promise<Actor | null> {
  if (authorization !== undefined) {
    const [, key] = /^Bearer +(\S{1,200})$/i.exec(authorization) ?? [];
    return key === undefined ? null : signIns.byKey(key);
  }
  const token = fastifyCookie.parse(cookie)[SESSION_COOKIE];
  return token === undefined ? null : signIns.bySession(token);
}

/**
 * Whether a request comes from a page of this server, or from no page at all. A browser sends the cookie with requests
 * that any page makes it send, but neither another page's origin nor a header of ours without asking first.
 */
export function isOurs(headers: IncomingHttpHeaders): boolean {
  if (headers[CONSOLE_HEADER.toLowerCase()] === '1') return true;
  const { origin, host } = headers;
  return origin !== undefined && host !== undefined && URL.parse(origin)?.host === host.toLowerCase();
}
