import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Gate } from '../limits/gate.ts';

/** Routes for the operator's own machines. */
export const OPERATOR_PATHS: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

/**
 * Whether a request may read what is for operators only: with the token where there is one, otherwise from this machine
 * or its private network.
 */
export function isOperator(request: FastifyRequest, gate: Gate, token: string | null): boolean {
  if (token === null) return gate.isPrivate(request.raw);
  const [, given = ''] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
