import type { Desk, TalkOrder } from '../../../console/desk.ts';
import { COMMAND_REFUSALS } from '../../../core/dialogue/take-command.ts';
import {
  AcceptOrder,
  AnswerOrder,
  Changed,
  ConversationPath,
  FileOrder,
  PlainOrder,
  SayOrder,
  SlotOrder,
} from '../../../protocol/console/desk.ts';
import type { z } from 'zod';
import { answerDone } from '../done.ts';
import { mediatorOf } from '../mediator-of.ts';
import { type ConsoleRoute, route } from '../route.ts';

/** What a mediator does in the talk itself: only people do, no system. */
export function talkRoutes(desk: Desk): ConsoleRoute[] {
  const order = <B extends z.ZodType<{ id: string }>>(
    path: string,
    summary: string,
    body: B,
    command: (body: z.output<B>) => object,
  ): ConsoleRoute =>
    route({
      method: 'POST',
      path: `/conversations/:id/${path}`,
      summary,
      who: 'mediator',
      scope: null,
      of: 'conversation',
      gives: 'order',
      params: ConversationPath,
      body,
      answer: Changed,
      errors: COMMAND_REFUSALS,
      async handle({ actor, params, body: sent }) {
        const what = { by: mediatorOf(actor), ...command(sent as z.output<B>) } as TalkOrder;
        return answerDone(await desk.talk(params.id, what));
      },
    });
  return [
    route({
      method: 'POST',
      path: '/conversations/:id/decline',
      summary: 'Passes on what one is asked to join: the next is asked',
      who: 'mediator',
      scope: null,
      of: 'conversation',
      gives: 'decline',
      params: ConversationPath,
      body: PlainOrder,
      answer: Changed,
      errors: ['not-offered'],
      handle: async ({ actor, params, body: { id } }) =>
        answerDone(await desk.decline(params.id, { id, by: mediatorOf(actor) })),
    }),
    order('accept', 'Joins the talk; from here on the bot is silent', AcceptOrder, body => ({
      command: 'accept',
      ...body,
    })),
    order('return', 'Leaves the talk to the bot', PlainOrder, body => ({ command: 'return', ...body })),
    order('close', 'Ends the talk, and asks the person how it went', PlainOrder, body => ({
      command: 'close',
      ...body,
    })),
    order('messages', 'Says something to the person', SayOrder, body => ({ command: 'say', ...body })),
    order('slot-requests', 'Has the bot ask a question of the form', SlotOrder, body => ({
      command: 'ask-slot',
      ...body,
    })),
    order('file-requests', 'Asks for a document', FileOrder, body => ({ command: 'ask-file', ...body })),
    order('answers', 'Has the bot give an answer of its knowledge', AnswerOrder, body => ({
      command: 'insert-answer',
      ...body,
    })),
  ];
}
