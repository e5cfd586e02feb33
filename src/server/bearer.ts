import type { FastifyRequest } from 'fastify';
import type { Conversations } from '../channels/channel.ts';
import { CONVERSATION_HEADER } from '../protocol/agreed.ts';

/** The conversation a request may act for, or null where its token does not belong to the one it names. */
export async function admittedConversation(
  request: FastifyRequest,
  conversations: Conversations,
): Promise<string | null> {
  const conversation = request.headers[CONVERSATION_HEADER.toLowerCase()];
  const [, token] = /^Bearer +([\w.~+/-]{1,500}=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (typeof conversation !== 'string' || conversation.length > 200 || token === undefined) return null;
  return (await conversations.admits(conversation, token)) ? conversation : null;
}
