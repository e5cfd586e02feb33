import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Gate, Turned } from '../limits/gate.ts';
import { UPLOAD_PATH } from '../protocol/agreed.ts';
import { OPERATOR_PATHS } from './operators.ts';

/** Turns away an address that asks too often. What operators and their machines ask for is never limited. */
export function limitRequests(server: FastifyInstance, gate: Gate): void {
  server.addHook('onRequest', async (request, reply) => {
    const path = request.routeOptions.url ?? '';
    if (OPERATOR_PATHS.has(path)) return;
    const turned = await gate.pass(isUpload(request) ? 'uploads' : 'pages', gate.keyOf(request.raw));
    if (turned) return turnAway(reply, turned);
  });
}

const isUpload = ({ method, routeOptions }: FastifyRequest): boolean =>
  method === 'POST' && routeOptions.url === UPLOAD_PATH;

/** The wait stands in the body too: a page of another origin may not read the header. */
export function turnAway(reply: FastifyReply, { because, retryAfter }: Turned): FastifyReply {
  return reply
    .code(because === 'full' ? 503 : 429)
    .header('Retry-After', String(retryAfter))
    .send({ error: 'busy', retryAfter });
}
