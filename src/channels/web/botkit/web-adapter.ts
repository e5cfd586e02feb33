import { BotAdapter } from 'botbuilder-core';
import type { ResourceResponse } from 'botframework-schema';

/** Why nothing is ever sent through Botkit. */
export const SPEAKS_BY_EVENTS =
  'nothing is sent through Botkit: commit an event, and every follower of the conversation gets it';

/**
 * The adapter Botkit needs. It never carries the bot's words out: those reach a person as committed events only (see
 * `follow`), so a message sent through Botkit is a mistake of the programmer, and is refused.
 */
export class WebAdapter extends BotAdapter {
  /** Botkit registers the adapter as a plugin under this name. */
  readonly name = 'Parley Web Adapter';

  override async sendActivities(): Promise<ResourceResponse[]> {
    throw new Error(SPEAKS_BY_EVENTS);
  }

  override async updateActivity(): Promise<void> {
    throw new Error('the web adapter changes no message: what was said stays said');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('the web adapter deletes no message: what was said stays said');
  }

  override async continueConversation(): Promise<void> {
    throw new Error(SPEAKS_BY_EVENTS);
  }
}
