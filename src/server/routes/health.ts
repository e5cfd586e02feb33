import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Why no new work should be sent here; null where it may. */
export type NotReady = 'starting' | 'draining' | 'storage';

export interface Health {
  /** Never rejects. */
  notReady(): Promise<NotReady | null>;
  /** The metrics as a page, with its content type. */
  metrics(): Promise<{ type: string; text: string }>;
}

/**
 * `GET /healthz`: the process answers. `GET /readyz`: it may be given work, or 503; the reason is told to operators.
 * `GET /metrics`: for operators; to others it does not exist.
 */
export function healthRoutes(
  server: FastifyInstance,
  health: Health,
  isOperator: (request: FastifyRequest) => boolean,
): void {
  server.get('/healthz', async () => ({ ok: true }));

  server.get('/readyz', async (request, reply) => {
    const reason = await health.notReady();
    if (reason === null) return { ready: true };
    return reply.code(503).send({ ready: false, ...(isOperator(request) ? { reason } : {}) });
  });

  server.get('/metrics', async (request, reply) => {
    if (!isOperator(request)) return reply.callNotFound();
    const { type, text } = await health.metrics();
    return reply.type(type).send(text);
  });
}
