import type { FastifyRequest } from 'fastify';

/** Whether the browser speaks https, if only with a proxy before this server. A client that lies harms itself alone. */
export const isSecure = (request: FastifyRequest): boolean =>
  request.headers['x-forwarded-proto'] === 'https' || request.protocol === 'https';

/** The `Host` header is the client's word: only what can be nothing but a host is taken for one. */
export const plainHost = ({ headers: { host } }: FastifyRequest): string | null =>
  host !== undefined && /^[\w.-]+(:\d{1,5})?$|^\[[\da-fA-F:.]+\](:\d{1,5})?$/.test(host) ? host : null;

/** Where this server is, as the browser sees it: `https://host`. */
export const originOf = (request: FastifyRequest): string =>
  `${isSecure(request) ? 'https' : 'http'}://${plainHost(request) ?? 'localhost'}`;

/** The address of a request, as the browser sees it. */
export const addressOf = (request: FastifyRequest): URL => new URL(originOf(request) + request.url);
