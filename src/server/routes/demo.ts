import type { FastifyInstance } from 'fastify';
import { LANGUAGES, Language } from '../../core/knowledge/localized.ts';
import { demoPage } from '../demo-page.ts';
import { isSecure } from '../is-secure.ts';

/** `GET /`: the demo page, in the language of `?language=`, else the default one. It embeds the widget as an operator would. */
export function demoRoute(server: FastifyInstance): void {
  server.get<{ Querystring: { language?: unknown } }>('/', async (request, reply) => {
    const asked = Language.safeParse(request.query.language);
    const language = asked.success ? asked.data : LANGUAGES[0];
    const host = plainHost(request.headers.host);
    reply.header('Content-Security-Policy', policy(host));
    return reply
      .type('text/html; charset=utf-8')
      .send(demoPage(language, `${isSecure(request) ? 'https' : 'http'}://${host ?? 'localhost'}`));
  });
}

/** The `Host` header is the client's word: only what can be nothing but a host goes into a header and a page. */
const plainHost = (host: string | undefined): string | null =>
  host !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-fA-F:.]+\](:\d{1,5})?$/.test(host) ? host : null;

/**
 * For older Safari: it does not count a socket to the same host as `'self'`, and the widget has to fall back on a style
 * element there. Nothing that anybody sends is ever part of this page.
 */
function policy(host: string | null): string {
  const sockets = host === null ? '' : ` ws://${host} wss://${host}`;
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'unsafe-inline'",
    "img-src 'self' blob: data:",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
