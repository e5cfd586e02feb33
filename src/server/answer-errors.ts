import type { FastifyError, FastifyInstance } from 'fastify';

/** Answers whatever goes wrong as JSON, without the error's own words: they may quote what somebody sent. */
export function answerErrors(server: FastifyInstance, onError: (error: unknown) => void): void {
  server.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: 'not-found' }));

  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return reply.code(status).send({ error: 'bad-request' });
    onError(error);
    return reply.code(500).send({ error: 'failed' });
  });
}
