import type { FastifyInstance } from 'fastify';
import { LANGUAGES, Language } from '../../core/knowledge/localized.ts';
import { demoPage } from '../demo-page.ts';
import { originOf, plainHost } from '../address-of.ts';

/** `GET /`: the demo page, in the language of `?language=`, else the default one. It embeds the widget as an operator would. */
export function demoRoute(server: FastifyInstance): void {
  server.get<{ Querystring: { language?: unknown } }>('/', async (request, reply) => {
    const asked = Language.safeParse(request.query.language);
    const language = asked.success ? asked.data : LANGUAGES[0];
    reply.header('Content-Security-Policy', policy(plainHost(request)));
    return reply.type('text/html; charset=utf-8').send(demoPage(language, originOf(request)));
  });
}

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
