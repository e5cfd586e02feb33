import type { FastifyInstance } from 'fastify';

/** `GET /healthz`: the process answers. */
export function healthRoute(server: FastifyInstance): void {
  server.get('/healthz', async () => ({ ok: true }));
}
