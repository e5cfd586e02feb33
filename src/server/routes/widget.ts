import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { packedFile, sendPacked } from '../packed-file.ts';

/** `GET /widget.js`: the script an operator embeds. Its address never changes, so browsers ask after a while if it has. */
export function widgetRoute(server: FastifyInstance, dist: string): void {
  const script = packedFile(join(dist, 'widget.js'));

  server.get('/widget.js', async (request, reply) => {
    const packed = await script();
    if (!packed) return reply.callNotFound();
    reply.header('Cache-Control', 'public, max-age=300');
    reply.header('Cross-Origin-Resource-Policy', 'cross-origin');
    return sendPacked(request, reply, packed, 'text/javascript; charset=utf-8');
  });
}
