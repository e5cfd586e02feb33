import { TurnContext } from 'botbuilder-core';
import { type Activity, ActivityTypes } from 'botframework-schema';
import { Botkit, type BotkitMessage } from 'botkit/lib/core.js';
import type { Conversations, IncomingMessage } from '../../channel.ts';
import { noStorage } from './no-storage.ts';
import { SPEAKS_BY_EVENTS, WebAdapter } from './web-adapter.ts';

export interface Transport {
  /** Brings one parsed message through Botkit to the conversation. Resolves when it is committed, rejects when it is not. */
  deliver(conversation: string, message: IncomingMessage): Promise<void>;
}

/** Where a Botkit message keeps what becomes of it. What a Botkit handler throws is written to the console, so ours never does. */
const OUTCOME = Symbol('outcome');
type Carried = BotkitMessage & { [OUTCOME]: PromiseWithResolvers<void> };

/** What goes on after each of Botkit's middlewares. */
type Ware = { run(bot: unknown, message: BotkitMessage, next: (error: unknown) => void): void };

/**
 * A Botkit controller whose only handler hands messages to `conversations`. Opens no server, writes nothing to the
 * console. A message passes the spawn, ingest, receive and interpret middleware and is told as an event; Botkit's
 * `handleTurn` would also restore and save the state of dialogs that do not exist, which costs more than all the rest
 * of a message's way.
 */
export function botkitTransport(conversations: Conversations): Transport {
  const adapter = new WebAdapter();
  const controller = new Botkit({
    adapter,
    storage: noStorage,
    disable_webserver: true,
    disable_console: true,
  });
  controller.middleware.send.use((_bot: unknown, _message: unknown, next: (error: Error) => void) =>
    next(new Error(SPEAKS_BY_EVENTS)),
  );

  controller.on(ActivityTypes.Message, async (_bot, message) => {
    const { resolve, reject } = (message as Carried)[OUTCOME];
    await conversations
      .receive(message.channel, message.incoming_message.value as IncomingMessage)
      .then(() => resolve(), reject);
  });

  async function take(message: BotkitMessage): Promise<void> {
    const { ingest, receive, interpret } = controller.middleware;
    const bot = await controller.spawn({
      activity: message.incoming_message,
      reference: message.reference,
    });
    for (const ware of [ingest, receive, interpret]) await passed(ware, bot, message);
    await controller.trigger(message.type, bot, message);
  }

  return {
    deliver(conversation, message) {
      const outcome = Promise.withResolvers<void>();
      const carried: Carried = { ...messageOf(activityOf(conversation, message)), [OUTCOME]: outcome };
      take(carried).catch(outcome.reject);
      return outcome.promise;
    },
  };
}

const passed = (ware: Ware, bot: unknown, message: BotkitMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    ware.run(bot, message, error => (error ? reject(error) : resolve()));
  });

/** The message as Botkit's middleware and handlers know it. */
const messageOf = (activity: Activity): BotkitMessage => ({
  type: activity.type,
  user: activity.from.id,
  text: activity.text,
  channel: activity.conversation.id,
  value: activity.value,
  reference: TurnContext.getConversationReference(activity) as BotkitMessage['reference'],
  incoming_message: activity,
});

const activityOf = (conversation: string, message: IncomingMessage): Activity =>
  ({
    type: ActivityTypes.Message,
    id: message.id,
    channelId: 'web',
    serviceUrl: '',
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'person', name: '' },
    recipient: { id: 'parley', name: '' },
    text: message.text,
    value: message,
  }) as Activity;
