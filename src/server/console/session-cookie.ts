import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONSOLE_API, SESSION_COOKIE } from '../../protocol/console/agreed.ts';
import { isSecure } from '../is-secure.ts';
import type { CookieJar } from './route.ts';

/** Keeps a session where no script reads it and no other site's page makes the browser send it. */
export function sessionCookie(request: FastifyRequest, reply: FastifyReply): CookieJar {
  const options = {
    path: CONSOLE_API,
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(request),
  } as const;
  return {
    keep({ token, expires }) {
      reply.setCookie(SESSION_COOKIE, token, { ...options, expires: new Date(expires) });
    },
    drop() {
      reply.clearCookie(SESSION_COOKIE, options);
    },
  };
}
