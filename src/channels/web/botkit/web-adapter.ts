import { BotAdapter, type TurnContext } from 'botbuilder-core';
import type { Activity, ConversationReference, ResourceResponse } from 'botframework-schema';

/** Where a turn keeps how to tell its person that an answer is on its way. */
export const TYPING = Symbol('typing');

/**
 * Botkit's way to a web socket. It brings messages in and tells that the bot is typing; it never carries the bot's
 * words out. Those reach a person as committed events only (see `follow`), so a message sent through Botkit is a
 * mistake of the programmer, and is refused.
 */
export class WebAdapter extends BotAdapter {
  /** Botkit registers the adapter as a plugin under this name. */
  readonly name = 'Parley Web Adapter';

  /** Runs the adapter's middleware, then `logic`, on one incoming activity. */
  async take(context: TurnContext, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    await this.runMiddleware(context, logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const other = activities.find(activity => activity.type !== 'typing');
    if (other)
      throw new Error(`the web adapter sends no ${other.type}: what the bot says is committed first`);
    const typing = context.turnState.get<(() => void) | undefined>(TYPING);
    return activities.map(() => {
      typing?.();
      return { id: '' };
    });
  }

  override async updateActivity(): Promise<void> {
    throw new Error('the web adapter changes no message: what was said stays said');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('the web adapter deletes no message: what was said stays said');
  }

  override async continueConversation(
    _reference: Partial<ConversationReference>,
    _logic: (context: TurnContext) => Promise<void>,
  ): Promise<void> {
    throw new Error('the web adapter speaks first to nobody: commit an event, and every follower gets it');
  }
}
