import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Actor, SignIns } from '../../console/staff.ts';
import type { Gate } from '../../limits/gate.ts';
import { addressOf } from '../address-of.ts';
import { turnAway } from '../limit-requests.ts';
import { mayCall } from './may-call.ts';
import { answerError } from './answer-error.ts';
import type { GivenBefore } from './given-before.ts';
import type { ConsoleRoute, FileAnswer, Item, Redirect, Refusal } from './route.ts';
import { cookieJar } from './cookie-jar.ts';
import { sendFile } from './send-file.ts';
import { isOurs, whoAsks } from './who-asks.ts';

/** Whether somebody may see and touch an item. One that is missing may be touched by nobody. */
export type Reach = Record<Item, (actor: Actor, id: string) => Promise<boolean>>;

export interface CallTools {
  signIns: SignIns;
  reach: Reach;
  givenBefore: GivenBefore;
  gate: Gate;
}

/** Carries out one call of a route: who asks and whether they may comes first, what they ask for after it. */
export async function answerCall(
  route: ConsoleRoute,
  { signIns, reach, givenBefore, gate }: CallTools,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const actor = await whoAsks(request.headers, signIns);
  const may = mayCall(route, actor);
  if (may !== 'yes') return answerError(reply, { refused: may });
  if (route.method !== 'GET' && actor?.kind !== 'key' && !isOurs(request.headers))
    return answerError(reply, { refused: 'foreign-origin' });
  const params = route.params?.safeParse(request.params);
  // An address that cannot be any item's is like one that is none's.
  if (params?.success === false) return answerError(reply, { refused: 'not-found' });
  if (route.of && !(actor && (await reach[route.of](actor, String(params?.data['id']))))) {
    const before = actor && (await givenBefore(route, actor, params?.data ?? {}, request.body));
    return before ? answer(route, before, request, reply) : answerError(reply, { refused: 'not-found' });
  }
  const asked = parsed(route, request);
  if ('refused' in asked) return answerError(reply, asked);
  const address = gate.keyOf(request.raw);
  for (const [name, key] of route.limits?.({ address, body: asked.body }) ?? []) {
    const turned = await gate.pass(name, key);
    if (turned) return turnAway(reply, turned);
  }
  const client = request.headers['user-agent'] ?? '';
  const cookies = cookieJar(request, reply);
  const outcome = await route.handle({
    ...asked,
    params: params?.data,
    actor,
    client,
    cookies,
    url: addressOf(request),
  });
  return isRefusal(outcome) ? answerError(reply, outcome) : answer(route, outcome, request, reply);
}

interface Asked {
  query: Record<string, unknown> | undefined;
  body: unknown;
}

function parsed({ query, body }: ConsoleRoute, request: FastifyRequest): Asked | Refusal {
  const results = { query: query?.safeParse(request.query), body: body?.safeParse(request.body) };
  const fields = Object.entries(results).flatMap(([part, result]) =>
    result?.success === false ? fieldsOf(part, result.error) : [],
  );
  if (fields.length > 0) return { refused: 'bad-request', fields };
  return { query: results.query?.data, body: results.body?.data };
}

/** Where something is wrong; never what was sent. */
const fieldsOf = (part: string, { issues }: z.ZodError): string[] =>
  issues.map(({ path, code }) => `${[part, ...path].join('.')}: ${code}`);

const isRefusal = (outcome: unknown): outcome is Refusal =>
  typeof outcome === 'object' && outcome !== null && 'refused' in outcome;

function answer(
  route: ConsoleRoute,
  outcome: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  if (route.answer === 'nothing') return reply.code(204).send();
  if (route.answer === 'redirect') return reply.redirect((outcome as Redirect).location);
  if ('file' in route.answer) return sendFile(outcome as FileAnswer, request, reply);
  const result = route.answer.safeParse(outcome);
  if (result.success) return reply.send(result.data);
  throw new Error(
    `${route.method} ${route.path} would answer what is not described: ${fieldsOf('answer', result.error).join(', ')}`,
  );
}
