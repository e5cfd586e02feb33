import type { FastifyInstance } from 'fastify';
import { CONVERSATION_HEADER } from '../protocol/agreed.ts';
import { CONSOLE_API } from '../protocol/console/agreed.ts';

/** The console is nobody's but this server's own. */
const isShared = (url: string): boolean =>
  (url.startsWith('/api/') && !url.startsWith(CONSOLE_API)) || /^\/widget\.js($|\?)/.test(url);

/**
 * Lets pages of the allowed origins read what the widget needs (CORS). No cookies are used, so credentials are not
 * allowed. A preflight is answered here, for every path: what does not exist then answers 404 to the request itself.
 */
export function crossOrigin(server: FastifyInstance, allowedOrigins: readonly string[]): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!isShared(request.url)) return;
    reply.header('Vary', 'Origin');
    const { origin } = request.headers;
    const isAllowed = origin !== undefined && allowedOrigins.includes(origin);
    if (isAllowed) reply.header('Access-Control-Allow-Origin', origin);
    const isPreflight =
      request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined;
    if (!isPreflight) return;
    if (isAllowed) {
      reply.header('Access-Control-Allow-Methods', 'GET, POST');
      reply.header('Access-Control-Allow-Headers', `Authorization, ${CONVERSATION_HEADER}`);
      reply.header('Access-Control-Max-Age', '600');
    }
    return reply.code(204).send();
  });
}
