import { TurnContext } from 'botbuilder-core';
import { type Activity, ActivityTypes } from 'botframework-schema';
import { Botkit } from 'botkit/lib/core.js';
import type { Conversations, IncomingMessage } from '../../channel.ts';
import { noStorage } from './no-storage.ts';
import { TYPING, WebAdapter } from './web-adapter.ts';

/**
 * Where a turn keeps how to tell that it failed. What is thrown in a Botkit handler or while Botkit sends is never
 * caught: the turn hangs and the process ends. So nothing is thrown there.
 */
const FAILED = Symbol('failed');
type Failed = (error: unknown) => void;

export interface Transport {
  /**
   * Brings one parsed message through Botkit to the conversation. Resolves when it is committed, rejects when it is
   * not. `typing` is called when work on the answer begins.
   */
  deliver(conversation: string, message: IncomingMessage, typing: () => void): Promise<void>;
}

/** A Botkit controller whose only handler hands messages to `conversations`. Opens no server, writes nothing to the console. */
export function botkitTransport(conversations: Conversations): Transport {
  const adapter = new WebAdapter();
  const controller = new Botkit({
    adapter,
    storage: noStorage,
    disable_webserver: true,
    disable_console: true,
  });

  controller.on(ActivityTypes.Message, async (bot, { context, incoming_message }) => {
    try {
      await bot.say({ type: ActivityTypes.Typing });
      await conversations.receive(
        incoming_message.conversation.id,
        incoming_message.value as IncomingMessage,
      );
    } catch (error) {
      (context as TurnContext).turnState.get<Failed>(FAILED)(error);
    }
  });

  return {
    async deliver(conversation, message, typing) {
      const failures: unknown[] = [];
      const failed: Failed = error => failures.push(error);
      const context = new TurnContext(adapter, activityOf(conversation, message));
      context.turnState.set(FAILED, failed);
      context.turnState.set(TYPING, () => {
        try {
          typing();
        } catch (error) {
          failed(error);
        }
      });
      await adapter.take(context, turn => controller.handleTurn(turn));
      if (failures.length > 0) throw failures[0];
    },
  };
}

function activityOf(conversation: string, message: IncomingMessage): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    id: message.id,
    channelId: 'web',
    serviceUrl: '',
    conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: 'person', name: '' },
    recipient: { id: 'parley', name: '' },
    text: message.text,
    value: message,
  };
}
