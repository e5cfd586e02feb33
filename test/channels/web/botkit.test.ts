import { TurnContext } from 'botbuilder-core';
import { describe, expect, test, vi } from 'vitest';
import type { Conversations, IncomingMessage } from '../../../src/channels/channel.ts';
import { botkitTransport } from '../../../src/channels/web/botkit/botkit-transport.ts';
import { TYPING, WebAdapter } from '../../../src/channels/web/botkit/web-adapter.ts';

const receiving = (receive: (conversation: string, message: IncomingMessage) => void): Conversations =>
  ({
    receive: async (conversation: string, message: IncomingMessage) => receive(conversation, message),
  }) as unknown as Conversations;

describe('the adapter', () => {
  const context = new TurnContext(new WebAdapter(), { type: 'message' });

  test('carries that the bot is typing', async () => {
    const typing = vi.fn();
    context.turnState.set(TYPING, typing);
    await new WebAdapter().sendActivities(context, [{ type: 'typing' }]);
    expect(typing).toHaveBeenCalledOnce();
  });

  test.each([
    'message',
    'event',
    'endOfConversation',
  ])('carries no %s: what the bot says is committed first', async type => {
    await expect(
      new WebAdapter().sendActivities(context, [{ type: 'typing' }, { type, text: '您好' }]),
    ).rejects.toThrow(type);
  });

  test('changes, deletes and begins nothing', async () => {
    const adapter = new WebAdapter();
    await expect(adapter.updateActivity()).rejects.toThrow('changes no message');
    await expect(adapter.deleteActivity()).rejects.toThrow('deletes no message');
    await expect(adapter.continueConversation({}, async () => {})).rejects.toThrow('speaks first');
  });
});

describe('the transport', () => {
  const message = {
    id: 'm-1',
    text: '<b>constructor __proto__ {{x}}</b>',
    choice: 'type:trade',
    evidence: ['e'],
  };

  test('brings a message through Botkit unchanged, after saying that an answer is on its way', async () => {
    const seen: unknown[] = [];
    const transport = botkitTransport(receiving((...given) => seen.push(given)));
    await transport.deliver('c-1', message, () => seen.push('typing'));
    expect(seen).toEqual(['typing', ['c-1', message]]);
  });

  test.each([
    new Error('disk full'),
    undefined,
    'a string',
  ])('rejects with what the conversation failed with: %s', async error => {
    const transport = botkitTransport(
      receiving(() => {
        throw error;
      }),
    );
    await expect(transport.deliver('c-1', message, () => {})).rejects.toBe(error);
  });

  test('a typing that fails neither hangs the turn nor ends the process', async () => {
    const receive = vi.fn();
    const broken = new Error('socket gone');
    const transport = botkitTransport(receiving(receive));
    const fail = (): void => {
      throw broken;
    };
    await expect(transport.deliver('c-1', message, fail)).rejects.toBe(broken);
  });

  test('turns of different conversations do not mix', async () => {
    const seen: string[] = [];
    const transport = botkitTransport(
      receiving((conversation, { id }) => seen.push(`${conversation}/${id}`)),
    );
    const turns = Array.from({ length: 50 }, (_, index) => index);
    await Promise.all(
      turns.map(index => transport.deliver(`c-${index}`, { id: `m-${index}`, text: '' }, () => {})),
    );
    expect(seen.toSorted()).toEqual(turns.map(index => `c-${index}/m-${index}`).toSorted());
  });
});
