import type { FastifyReply } from 'fastify';
import { CONSOLE_ERRORS } from '../../protocol/console/errors.ts';
import type { Refusal } from './route.ts';

/** Answers why something was not done, as `ErrorAnswer`. */
export function answerError(reply: FastifyReply, { refused, ...more }: Refusal): FastifyReply {
  const { status, message } = CONSOLE_ERRORS[refused];
  return reply.code(status).send({ error: refused, message, ...more });
}
