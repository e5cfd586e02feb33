import type { FastifyRequest } from 'fastify';

/** Whether the browser speaks https, if only with a proxy before this server. A client that lies harms itself alone. */
export const isSecure = (request: FastifyRequest): boolean =>
  request.headers['x-forwarded-proto'] === 'https' || request.protocol === 'https';
