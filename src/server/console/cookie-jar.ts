import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_API, PENDING_COOKIE, SESSION_COOKIE } from '../../protocol/console/agreed.ts';
import { isSecure } from '../address-of.ts';
import type { CookieJar } from './route.ts';

/** Seconds that somebody may take to sign in elsewhere. */
const PENDING_SECONDS = 600;

/** Keeps what no script reads. A session is sent by no other site's page; what is pending comes back from one. */
export function cookieJar(request: FastifyRequest, reply: FastifyReply): CookieJar {
  const options = { path: CONSOLE_API, httpOnly: true, secure: isSecure(request) };
  const session: CookieSerializeOptions = { ...options, sameSite: 'strict' };
  const pending: CookieSerializeOptions = { ...options, sameSite: 'lax', maxAge: PENDING_SECONDS };
  return {
    keep: ({ token, expires }) =>
      void reply.setCookie(SESSION_COOKIE, token, { ...session, expires: new Date(expires) }),
    drop: () => void reply.clearCookie(SESSION_COOKIE, session),
    pending: request.cookies[PENDING_COOKIE] ?? null,
    keepPending: value => void reply.setCookie(PENDING_COOKIE, value, pending),
    dropPending: () => void reply.clearCookie(PENDING_COOKIE, pending),
  };
}
